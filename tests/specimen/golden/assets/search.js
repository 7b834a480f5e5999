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
// Finds places in an index: every word somewhere in the place or its page, the best place first.
const yearbookFinding = (() => {
  "use strict";
  const { plain, fold, asked, sound } = yearbookFolding;
  // Title of a page, heading on it, heads of a table, text: how much a word counts there.
  const WEIGHTS = [8, 4, 2, 1];
  const PIECES = /([\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]+)|([\u3041-\u3096ー]+)|([0-9a-z]+)|./gu;

  // A run that has no reading of its own is read by the longest ones in it.
  const read = (run, sounds) => {
    let said = "";
    for (let at = 0; at < run.length;) {
      let end = run.length;
      while (end > at + 1 && !sounds.has(run.slice(at, end))) end -= 1;
      const part = run.slice(at, end);
      said += part.length > 1 || part === run ? sounds.get(part) ?? part : part;
      at = end;
    }
    return said;
  };
  const known = new Map(); // what was read once: most runs stand in many places
  const readOnce = (run, sounds) => known.get(run) ?? known.set(run, read(run, sounds)).get(run);
  const sounded = (words, { sounds, mixed }) => {
    let letters = plain(words);
    for (const [name, kana] of mixed) letters = letters.replaceAll(name, kana);
    return letters.replace(PIECES, (piece, run, kana, other) =>
      run ? readOnce(run, sounds) : kana ? sound(kana) : other ?? "");
  };

  const field = (words, index) => ({ words, folded: fold(words), sound: index.sounds.size ? sounded(words, index) : "" });
  const readied = (raw) => {
    const named = Object.entries(raw.sounds).map(([name, kana]) => [plain(name), kana]);
    const index = { sounds: new Map(named), mixed: named.filter(([name]) => /[\u3041-\u3096]/.test(name)) };
    index.pages = raw.pages.map(([path, title, owner, places]) => {
      const [ofTitle, ofOwner] = [field(title, index), field(owner, index)];
      return { path, title, owner, ofTitle, ofOwner, places: places.map(([anchor, heading, heads, words, keys]) => ({
        anchor, heading, heads, words, keys: keys.split(" "),
        fields: [anchor ? field("", index) : ofTitle, ...[heading, heads, words].map((each) => field(each, index))],
      })) };
    });
    return index;
  };
  const indexes = {};
  const indexOf = (language) => (indexes[language] ??= readied(window.yearbookIndexes[language]));

  const word = (typed) => {
    const heard = sound(typed);
    return { typed, folded: fold(typed), date: asked(typed), sound: heard.length > 1 ? heard : "" };
  };
  const wordsOf = (query) => query.trim().split(/\s+/u).map(word).filter(({ folded }) => folded);

  // A number is found whole, and a word of Latin letters from its beginning: port is not in transport.
  const holds = (text, part) => {
    const [first, last] = [part[0], part.at(-1)];
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      const [before, after] = [text[at - 1] ?? "", text[at + part.length] ?? ""];
      const begins = /[0-9]/.test(first) ? !/[0-9.a-z]/.test(before) : !/[a-z]/.test(first) || !/[a-z0-9]/.test(before);
      if (begins && !(/[0-9]/.test(last) && /[0-9.]/.test(after))) return true;
    }
    return false;
  };
  const hears = (text, part) => {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      if (!/[ぁぃぅぇぉゃゅょゎ]/.test(text[at + part.length] ?? "")) return true; // しよ is not in しょ
    }
    return false;
  };
  const inField = ({ folded, sound: heard }, each) =>
    holds(folded, each.folded) || (each.sound !== "" && hears(heard, each.sound));
  const onDay = ({ keys }, { date }) => {
    if (!date) return 0;
    if (keys.some((key) => key === date || key.startsWith(`${date}-`))) return 2;
    // A year is also found as the fiscal year, but behind.
    return /^[0-9]{4}$/.test(date) && keys.includes(`fy${date}`) ? 0.5 : 0;
  };
  const own = (place, each) => {
    const at = place.fields.findIndex((one) => inField(one, each));
    if (at < 0) {
      const fiscal = /^[0-9]{4}$/.test(each.date) && place.fields.some(({ folded }) => holds(folded, `fy${each.date}`));
      const other = each.date && each.date !== each.folded && place.fields.some(({ folded }) => holds(folded, each.date));
      return Math.max(onDay(place, each), fiscal ? 0.5 : 0, other ? 1 : 0);
    }
    const { folded } = place.fields[at];
    const whole = folded === each.folded ? 4 : folded.startsWith(each.folded) ? 2 : 1;
    return WEIGHTS[at] * (at < 2 ? whole : 1);
  };
  const around = (page, each) => (inField(page.ofTitle, each) ? 1 : inField(page.ofOwner, each) ? 0.5 : 0);

  const inPage = (page, words) => {
    const found = page.places.map((place) => {
      const ranks = words.map((each) => own(place, each));
      const whole = ranks.map((rank, at) => rank || around(page, words[at]));
      return { place, score: ranks.some(Boolean) && whole.every(Boolean) ? whole.reduce((a, b) => a + b) : 0 };
    }).filter(({ score }) => score);
    if (found.length || words.length < 2) return found.sort((a, b) => b.score - a.score);
    const somewhere = words.every((each) => around(page, each) || page.places.some((place) => own(place, each)));
    return somewhere ? [{ place: page.places[0], score: 0.25 }] : [];
  };
  const find = (query, language) => {
    const words = wordsOf(query);
    if (!words.length) return { words, pages: [], total: 0, best: 0 };
    const pages = indexOf(language).pages.map((page) => ({ page, places: inPage(page, words) }))
      .filter(({ places }) => places.length).sort((a, b) => b.places[0].score - a.places[0].score);
    return { words, pages, total: pages.reduce((sum, { places }) => sum + places.length, 0),
      best: pages.length ? pages[0].places[0].score : 0 };
  };

  // The other language is worth a look where this one has nothing or what it has is worse.
  const foreign = (query, language) => (language === "ja" ? /^[a-z' -]{3,}$/i : /[\u3041-\u30ff\u3400-\u9fff]/).test(query);
  const better = (own_, other) => other.total > 0 && (own_.total === 0 || other.best > own_.best);

  return { find, foreign, better, indexOf, sounded };
})();
// Marks what was found in words: as it was typed, in another width or kana, or by how its kanji sound.
const yearbookMarking = (() => {
  "use strict";
  const { fold, sound, kanaOf, plain } = yearbookFolding;
  const LENGTH = 64;

  const letter = (sign) => {
    const code = sign.charCodeAt(0);
    if (code >= 0x3041 && code <= 0x3096) return `[${sign}${String.fromCharCode(code + 0x60)}]`;
    return /[0-9a-z\u3005-\u9fff]/u.test(sign) ? sign : `\\u{${sign.codePointAt(0).toString(16)}}`;
  };
  const pattern = (folded) => {
    const spelt = [...folded].map(letter).join("[\\s,，・’'‐–-]*");
    return /^[0-9a-z]/.test(folded) ? `(?<![0-9A-Za-z])${spelt}` : spelt;
  };
  const known = new Map(); // how a run sounds, once for all the words it stands in
  const saidOf = (run, index) => known.get(run) ?? known.set(run, yearbookFinding.sounded(run, index)).get(run);
  const heard = (words, each, index) => {
    if (!each.sound || !index.sounds.size) return [];
    const runs = [...words.matchAll(/[\u3005-\u3007\u3400-\u9fff]+/gu)];
    return runs.filter(([run]) => {
      const said = saidOf(run, index);
      return said !== run && (said.includes(each.sound) || each.sound.includes(said));
    }).map((run) => [run.index, run.index + run[0].length]);
  };
  const spans = (words, query, index) => query.flatMap((each) => {
    const forms = [each.folded, fold(kanaOf(each.typed))].filter(Boolean);
    const found = forms.flatMap((form) => [...words.matchAll(new RegExp(pattern(form), "giu"))]
      .map((match) => [match.index, match.index + match[0].length]));
    return found.length ? found : heard(words, each, index);
  }).sort(([a], [b]) => a - b);

  // A text as nodes, what was found inside <mark>.
  const marked = (words, query, index, make) => {
    const nodes = [];
    let end = 0;
    for (const [from, to] of spans(words, query, index)) {
      if (from < end) continue;
      nodes.push(words.slice(end, from), make("mark", {}, words.slice(from, to)));
      end = to;
    }
    return [...nodes, words.slice(end)];
  };
  // A stretch of a text around what was found first.
  const excerpt = (words, query, index) => {
    const [first] = spans(words, query, index);
    const from = Math.max(0, (first ? first[0] : 0) - LENGTH / 4);
    return `${from ? "…" : ""}${words.slice(from, from + LENGTH)}${words.length > from + LENGTH ? "…" : ""}`;
  };

  return { marked, excerpt };
})();
// The box with its list: a combobox after the ARIA Authoring Practices Guide.
window.yearbookSearch = (() => {
  "use strict";
  const { find, foreign, better, indexOf } = yearbookFinding;
  const { marked, excerpt } = yearbookMarking;
  const [PER_PAGE, PAGES] = [3, 8];

  const begin = (place, make, load) => {
    const box = place.querySelector("input");
    const list = place.querySelector("[role=listbox]");
    const told = place.querySelector(".search-told");
    const offer = place.querySelector(".search-other");
    const [language, , home] = place.dataset.own.split(" ");
    const [otherLanguage, otherIndex, otherHome] = (place.dataset.other ?? "").split(" ");
    const words = window.yearbookIndexes[language].words;
    indexOf(language); // made ready before the first key
    let active = -1;
    let loading = null;

    const options = () => [...list.querySelectorAll("[role=option]")];
    const address = (from, page, at) => new URL(page.path, new URL(from, location.href)).href
      + (at.anchor ? `#${encodeURIComponent(at.anchor)}` : "");
    const say = (one, some, count) => (count === 1 ? one : some.replace("{}", count));

    const option = (query, page, at, number) => {
      const index = indexOf(language);
      const text = at.words || at.heads;
      const title = at.heading || (at.anchor ? "" : page.title);
      const parts = [];
      if (title) parts.push(make("span", { class: "search-title" }, ...marked(title, query, index, make)));
      if (text) {
        const shown = excerpt(text, query, index);
        parts.push(make("span", { class: "search-text" }, ...marked(shown, query, index, make)));
      }
      return make("a", { role: "option", id: `search-${number}`, href: address(home, page, at), tabindex: "-1",
        "aria-selected": "false" }, ...parts);
    };
    const group = (query, { page, places }, at) => {
      const name = make("p", { class: "search-page", id: `search-page-${at}`, role: "presentation" },
        page.title, make("span", {}, page.owner));
      const rows = places.slice(0, PER_PAGE).map((found, row) => option(query, page, found.place, `${at}-${row}`));
      return make("div", { role: "group", "aria-labelledby": name.id }, name, ...rows);
    };

    const select = (number) => {
      const all = options();
      active = number;
      all.forEach((each, at) => each.setAttribute("aria-selected", String(at === number)));
      if (all[number]) {
        box.setAttribute("aria-activedescendant", all[number].id);
        all[number].scrollIntoView({ block: "nearest" });
      } else box.removeAttribute("aria-activedescendant");
    };
    const close = () => {
      list.hidden = true;
      offer.hidden = true;
      told.textContent = "";
      place.removeAttribute("data-open");
      box.setAttribute("aria-expanded", "false");
      select(-1);
    };
    const propose = (found) => {
      const typed = box.value;
      const shown = () => {
        const other = find(typed, otherLanguage);
        if (typed !== box.value || !better(found, other)) return;
        const { words: theirs } = window.yearbookIndexes[otherLanguage];
        const { page, places: [{ place: at }] } = other.pages[0];
        offer.replaceChildren(make("a", { href: address(otherHome, page, at), lang: otherLanguage,
          hreflang: otherLanguage }, `${say(theirs.search_other_one, theirs.search_other_some, other.total)}: ${page.title}`));
        offer.hidden = false;
      };
      loading ??= load(otherIndex);
      loading.then(shown, () => {});
    };
    const show = () => {
      const found = find(box.value, language);
      if (!found.words.length) return close();
      const pages = found.pages.slice(0, PAGES);
      list.replaceChildren(...pages.map((each, at) => group(found.words, each, at)));
      const more = found.total - options().length;
      told.textContent = found.total ? say(words.search_one, words.search_some, found.total) : words.search_none;
      if (more > 0) told.append(` ${words.search_more.replace("{}", more)}`);
      list.hidden = !found.total;
      offer.hidden = true;
      place.setAttribute("data-open", "");
      box.setAttribute("aria-expanded", String(found.total > 0));
      select(-1);
      if (otherLanguage && (!found.total || foreign(box.value, language))) propose(found);
    };

    const keys = {
      ArrowDown: (last) => select(active < last ? active + 1 : 0),
      ArrowUp: (last) => select(active > 0 ? active - 1 : last),
      Enter: () => options()[Math.max(active, 0)].click(),
    };
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return; // Enter and arrows belong to the input method then
      if (event.key === "Escape" && place.hasAttribute("data-open")) {
        event.preventDefault();
        close();
      } else if (keys[event.key] && !list.hidden) {
        event.preventDefault();
        keys[event.key](options().length - 1);
      } else if (event.key === "ArrowDown") show();
    });
    box.addEventListener("input", show);
    list.addEventListener("click", close);
    place.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !place.contains(relatedTarget)) close();
    });
    document.addEventListener("click", ({ target }) => { if (!place.contains(target)) close(); });
    if (box.value) show();
  };

  return { begin };
})();
