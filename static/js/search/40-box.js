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
          hreflang: otherLanguage }, `${say(theirs.other_one, theirs.other_some, other.total)}: ${page.title}`));
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
      told.textContent = found.total ? say(words.one, words.some, found.total) : words.none;
      if (more > 0) told.append(` ${words.more.replace("{}", more)}`);
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
