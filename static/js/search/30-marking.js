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

  // Pages in another language mark what is Japanese in theirs, so that it is read aloud as such.
  const spoken = (words, index, make) => index.sounds.size ? [words]
    : words.split(/([\u3005-\u30ff\u3400-\u9fff]+)/).map((part, at) =>
      at % 2 ? make("span", { lang: "ja" }, part) : part);
  // A text as nodes, what was found inside <mark>.
  const marked = (words, query, index, make) => {
    const nodes = [];
    let end = 0;
    for (const [from, to] of spans(words, query, index)) {
      if (from < end) continue;
      nodes.push(...spoken(words.slice(end, from), index, make),
        make("mark", {}, ...spoken(words.slice(from, to), index, make)));
      end = to;
    }
    return [...nodes, ...spoken(words.slice(end), index, make)];
  };
  // A stretch of a text around what was found first.
  const excerpt = (words, query, index) => {
    const [first] = spans(words, query, index);
    const from = Math.max(0, (first ? first[0] : 0) - LENGTH / 4);
    return `${from ? "…" : ""}${words.slice(from, from + LENGTH)}${words.length > from + LENGTH ? "…" : ""}`;
  };

  return { marked, excerpt };
})();
