"""Facts: what a text states in dates and numbers, and when two languages state the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kushiro_yearbook.facts.english import english_facts
from kushiro_yearbook.facts.fact import Classes, unmatched
from kushiro_yearbook.facts.japanese import japanese_facts
from kushiro_yearbook.quantities import Unit

CLASSES = Classes.of(
    [
        Unit("名", "person", "person", "people", "persons"),
        Unit("件", "case", "case", "cases"),
        Unit("校", "school", "school", "schools"),
        Unit("事業", "project", "project", "projects"),
        Unit("万石", "koku", "koku", "koku", factor=Decimal(10000), written_out=True),
    ]
)


def odd(japanese: str, english: str) -> list[str]:
    """What either language states alone."""
    ja, en = japanese_facts(japanese, CLASSES), english_facts(english, CLASSES)
    return [japanese[fact.start : fact.end] for fact in unmatched(ja, en)] + [
        english[fact.start : fact.end] for fact in unmatched(en, ja)
    ]


@pytest.mark.parametrize(
    ("japanese", "english"),
    [
        ("平成29年12月15日に議決した。", "Adopted on 15 December 2017."),
        ("平成29年12月15日に議決した。", "Adopted on December 15, 2017."),
        ("昭和38（1963）年に始まった。", "It began in 1963."),
        ("昭和38年（1963年）に始まった。", "It began in Showa 38 (1963)."),
        ("明治17、18年に移住した。", "They settled in 1884 and 1885."),
        ("平成30～令和9年度", "FY2018–FY2027"),
        ("平成30年度から令和9年度まで", "fiscal years 2018 to 2027"),
        ("令和元年5月から令和元年9月まで", "from May to September 2019"),
        ("令和7年7月28日～30日", "28–30 July 2025"),
        ("2025年度の予算", "the budget for 2025/26"),
        ("昭和五十年三月二十一日", "21 March 1975"),
        ("1960年代の半ば", "in the mid-1960s"),
        ("1994年に提携し、翌年に訪問した。", "The affiliation of 1994 led to a visit in 1995."),
        ("1,300年の歴史", "1,300 years of history"),
        ("合併年度とその後の20年間", "the fiscal year of the merger and the 20 years after it"),
        ("4、5月に開く。", "Held in April and May."),
        ("毎月1日と15日に発行する。", "Issued on the 1st and 15th of every month."),
        ("月1回、年6回", "once a month, six times a year"),
        ("第2・第4土曜日", "the second and fourth Saturdays"),
        ("毎週月曜日午前10時05分から15分間", "every Monday at 10:05 am for 15 minutes"),
        ("午前9時～午後5時30分", "9 am to 5:30 pm"),
        ("13時から15時半まで", "from 13:00 to 15:30"),
        ("正午の放送", "the broadcast at noon"),
        ("32万石の城下町", "the castle town of 320,000 koku"),
        ("三十二万石", "320,000 koku"),
        ("1億2,000万円", "¥120 million"),
        ("約3千人", "about 3,000 people"),
        ("1.5倍に増えた。", "It grew 1.5 times."),
        ("2倍になった。", "It doubled."),
        (
            "参加者は12名、うち5名が市外から。",
            "There were 12 participants, five of them from outside the city.",
        ),
        ("3校が参加した。", "Three schools took part."),
        ("三つの市", "three cities"),
        ("両市は港を持つ。", "Both cities have a port."),
        ("都市の性格が似ている。", "The two cities are alike in character."),
        ("重要な拠点のひとつ", "one of the important centres"),
        ("1校を建てる。", "A school will be built."),
        ("4人以上の事業所", "establishments with four or more persons"),
        ("5日以内に答える。", "Answered within 5 days."),
        ("18歳未満", "under 18 years old"),
        ("徒歩約4分", "about 4 minutes on foot"),
        ("5割が賛成し、3分の1が反対した。", "50 per cent were in favour and one third against."),
        ("12.5％", "12.5%"),
        ("面積は3平方キロメートル", "an area of 3 square kilometres"),
        ("第8次計画", "the 8th plan"),
        ("第3期", "Phase 3"),
        ("第5回会議", "the fifth conference"),
        ("60周年", "the 60th anniversary"),
        ("3年生", "third-year pupils"),
        ("9階", "9th floor"),
        ("平河町2-4-1", "2-4-1 Hirakawacho"),
        ("A4判で16～24ページ", "A4, 16–24 pages"),
        ("１２件の要望", "12 requests"),
        ("十分な数", "a sufficient number"),
        ("数百人が集まった。", "Several hundred gathered."),
        ("第三者の意見", "the opinion of third parties"),
        ("R7年度", "FY2025"),
        ("5㎞先の浜", "a beach 5 kilometres away"),
        ("300haの湿原", "300 hectares of wetland"),
        ("76.1MHzで放送する。", "It is broadcast on 76.1 MHz."),
        ("12海里", "12 nautical miles"),
        ("2ヵ月ごとに開く。", "Held every two months."),
        ("5ポンド", "5 lb"),
    ],
)
def test_the_same_in_other_words(japanese: str, english: str) -> None:
    """A right translation states the same, whatever its words for it."""
    assert [] == odd(japanese, english)


@pytest.mark.parametrize(
    ("japanese", "english", "expected"),
    [
        ("平成29年12月15日", "15 December 2018", ["平成29", "2018"]),
        ("平成29年12月15日", "15 November 2017", ["12", "November"]),
        ("平成29年12月15日", "16 December 2017", ["15", "16"]),
        ("平成29年12月15日", "December 2017", ["15"]),
        ("令和7年度", "2025", ["令和7", "2025"]),
        ("令和7年", "FY2025", ["令和7", "2025"]),
        ("昭和元年", "1927", ["昭和元", "1927"]),
        ("32万石", "32,000 koku", ["32万", "32,000"]),
        ("3校", "3 projects", ["3", "3"]),
        ("20年間", "20 weeks", ["20", "20"]),
        ("4人", "4 cases", ["4", "4"]),
        ("4％", "4 people", ["4", "4"]),
        ("第8次", "9th", ["8", "9th"]),
        ("三市", "four cities", ["三", "four"]),
        ("二つの港", "three ports", ["二", "three"]),
        ("約4分", "4 minutes", ["約"]),
        ("4人以上", "4 people", ["以上"]),
        ("4分", "about 4 minutes", ["about"]),
        ("月曜日", "Tuesday", ["月", "Tuesday"]),
        ("午前9時", "9 pm", ["午前9時", "9 pm"]),
        ("市の計画", "the plan of 12 cities", ["12"]),
        ("5kmを歩いた。", "They walked 5 miles.", ["5", "5"]),
        ("300haの湿原", "300 acres of wetland", ["300", "300"]),
        ("76.1MHz", "76.1 kHz", ["76.1", "76.1"]),
        ("12海里", "12 miles", ["12", "12"]),
        ("30メートル", "30 feet", ["30", "30"]),
        ("2か月ごとに開く。", "Held every month.", ["2か月ごと"]),
        ("2ヵ月ごとに開く。", "Held every month.", ["2ヵ月ごと"]),
    ],
)
def test_what_differs_is_found_where_it_stands(japanese: str, english: str, expected: list[str]) -> None:
    """A number, date or unit that only one language has is named in that language."""
    assert expected == odd(japanese, english)
