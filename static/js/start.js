// Turns the link of the search place into a box; without this script the link stays and leads on.
// What searches, and what is searched, is fetched when the box is used for the first time.
(() => {
  "use strict";
  const place = document.querySelector("[data-script]");
  if (!place) return;

  const make = (tag, attributes, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  };
  const load = (address) => new Promise((loaded, failed) => {
    const script = make("script", { src: address });
    script.addEventListener("load", loaded);
    script.addEventListener("error", failed);
    document.head.append(script);
  });
  const { script, label, own } = place.dataset;
  const link = place.querySelector("a");
  const box = make("input", {
    id: "search-words", type: "search", role: "combobox", "aria-expanded": "false",
    "aria-controls": "search-found", "aria-autocomplete": "list", autocomplete: "off",
    autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
  });
  place.replaceChildren(
    make("label", { for: "search-words" }, label),
    box,
    make("div", { class: "search-popup" },
      make("p", { class: "search-told", role: "status" }),
      make("div", { id: "search-found", role: "listbox", "aria-label": label, hidden: "" }),
      make("p", { class: "search-other", hidden: "" })),
  );

  const begin = () => Promise.all([load(script), load(own.split(" ")[1])]).then(
    () => window.yearbookSearch.begin(place, make, load),
    () => place.replaceChildren(link), // without its files there is still the link
  );
  box.addEventListener("focus", begin, { once: true });
})();
