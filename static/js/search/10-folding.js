// One form for all that may be typed for the same word, sound or date: what src/kushiro_yearbook/search/folding.py
// does, line by line; tests/search/vectors.json holds both to it.
const yearbookFolding = (() => {
  "use strict";
  const ERAS = [["明治", "m", 1868, 1912], ["大正", "t", 1912, 1926], ["昭和", "s", 1926, 1989],
    ["平成", "h", 1989, 2019], ["令和", "r", 2019, 9999]];
  const NAMES = ERAS.map(([name]) => name).join("|");
  const COUNT = "元|[0-9]{1,2}|[一二三四五六七八九十]{1,3}";
  const WRITTEN = `(?:(${NAMES}|(?<![a-z0-9])[mtshr]) ?(${COUNT})|(?<![0-9])([0-9]{4}))`
    + " ?年(?:(度)|([0-9]{1,2})月(?:([0-9]{1,2})日)?)?";
  const FISCAL = "(?<![a-z0-9])fy ?([0-9]{4})(?![0-9])";
  const SHORT = `(?:(${NAMES}|[mtshr])(${COUNT})|([0-9]{4}))(?:[./-]([0-9]{1,2})(?:[./-]([0-9]{1,2}))?)?`;
  const SIGNS = new RegExp("(?!(?<=[0-9])[.](?=[0-9]))[^0-9a-z\\u00df-\\u024f\\u0370-\\u052f\\u3005-\\u3007"
    + "\\u3041-\\u3096\\u309d\\u309e\\u30f7-\\u30fa\\u30fc\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff"
    + "\\u{20000}-\\u{3ffff}]+", "gu");

  const plain = (words) => words.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").normalize("NFC")
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

  const fold = (words) => plain(words).replace(/['\u2018\u2019`]/g, "")
    .replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, "")
    .replace(SIGNS, " ").replace(/(?<![0-9a-z]) | (?![0-9a-z])/g, "");

  const number = (count) => {
    if (count === "元") return 1;
    if (/^[0-9]+$/.test(count)) return Number(count);
    const [ones, tens] = count.split("十").reverse();
    const digit = (sign) => "一二三四五六七八九".indexOf(sign) + 1;
    return (tens === undefined ? 0 : (tens ? digit(tens) : 1) * 10) + (ones ? digit(ones) : 0);
  };
  const key = (sign, count, year, month, day, fiscal) => {
    const era = ERAS.find(([name, letter]) => name === sign || letter === sign);
    const found = year ? Number(year) : era[2] - 1 + number(count);
    if (era && found > era[3]) return "";
    const parts = [String(found).padStart(4, "0"),
      ...[month, day].filter(Boolean).map((part) => part.padStart(2, "0"))];
    return fiscal ? `fy${parts[0]}` : parts.join("-");
  };
  const written = ([, era, count, year, fiscal, month, day]) => key(era, count, year, month, day, fiscal);

  const dates = (words) => {
    const letters = plain(words);
    return [...[...letters.matchAll(new RegExp(WRITTEN, "g"))].map(written).filter(Boolean),
      ...[...letters.matchAll(new RegExp(FISCAL, "g"))].map(([, year]) => `fy${year}`)];
  };
  const asked = (word) => {
    const letters = plain(word);
    const whole = (pattern) => letters.match(new RegExp(`^(?:${pattern})$`));
    const fiscal = whole(FISCAL);
    if (fiscal) return `fy${fiscal[1]}`;
    const short = whole(SHORT);
    if (short) return key(...short.slice(1), false);
    const long = whole(WRITTEN);
    return long ? written(long) : "";
  };

  const ROWS = { "": "あいうえお", k: "かきくけこ", s: "さしすせそ", t: "たちつてと", n: "なにぬねの", h: "はひふへほ",
    m: "まみむめも", r: "らりるれろ", g: "がぎぐげご", z: "ざじずぜぞ", d: "だぢづでど", b: "ばびぶべぼ", p: "ぱぴぷぺぽ",
    y: "や ゆ よ", w: "わ   を" };
  const WITH_Y = { sh: "し", ch: "ち", j: "じ", jy: "じ", sy: "し", zy: "じ", ty: "ち", dy: "ぢ", ky: "き", gy: "ぎ",
    ny: "に", hy: "ひ", by: "び", py: "ぴ", my: "み", ry: "り" };
  const WITH_VOWEL = { f: "ふ", v: "ゔ", ts: "つ" };
  const SYLLABLES = {};
  for (const [c, row] of Object.entries(ROWS)) {
    [..."aiueo"].forEach((v, at) => { if (row[at] !== " ") SYLLABLES[c + v] = row[at]; });
  }
  for (const [c, kana] of Object.entries(WITH_Y)) {
    [..."aueo"].forEach((v, at) => { SYLLABLES[c + v] = kana + "ゃゅぇょ"[at]; });
    if (!c.includes("y")) SYLLABLES[`${c}i`] = kana;
  }
  for (const [c, kana] of Object.entries(WITH_VOWEL)) {
    [..."aieo"].forEach((v, at) => { SYLLABLES[c + v] = kana + "ぁぃぇぉ"[at]; });
    SYLLABLES[`${c}u`] = kana;
  }
  const NEXT = /^(?:(n'|n(?![aiueoy])|m(?=[bmp]))|(([bdfghjkprstz])(?=\3)|t(?=ch))|([^aiueo']{0,2}[aiueo]))/;
  const fromRomaji = (romaji) => {
    let kana = "";
    let rest = romaji;
    // What is only begun is left off: kush is く.
    while (rest && !(kana && /^[bcdfghjkmprstvwyz]{1,2}$/.test(rest))) {
      const found = rest.match(NEXT);
      if (!found || (found[4] && !SYLLABLES[found[4]])) return "";
      kana += found[1] ? "ん" : found[2] ? "っ" : SYLLABLES[found[4]];
      rest = rest.slice(found[0].length);
    }
    return kana.replace(/ん+/g, "ん");
  };

  const AFTER_N = { あ: "な", い: "に", う: "ぬ", え: "ね", お: "の", や: "にゃ", ゆ: "にゅ", よ: "にょ" };
  const LONG = new RegExp("([あかさたなはまやらわがざだばぱぁゃゎ])[あー]|([うくすつぬふむゆるぐずづぶぷぅゅゔ])[うー]"
    + "|([えけせてねへめれげぜでべぺぇ])[えー]|([おこそとのほもよろごぞどぼぽぉょ])[うおー]|()ー", "g");
  const SAME = { ぢ: "じ", づ: "ず", を: "お", ゐ: "い", ゑ: "え" };
  const kanaOf = (word) => {
    const letters = plain(word).replaceAll("\u2019", "'");
    return /^[\u3041-\u3096ー]+$/.test(letters) ? letters : fromRomaji(letters);
  };
  const sound = (word) => kanaOf(word).replace(/ん([あいうえおやゆよ])/g, (_, vowel) => AFTER_N[vowel])
    .replace(LONG, (_, a, u, e, o) => a || u || e || o || "").replace(/[ぢづをゐゑ]/g, (kana) => SAME[kana]);

  return { plain, fold, dates, asked, sound, kanaOf };
})();
