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
