// What a page does at once. The theme's bundle is most of a page's weight and no page needs it to be read, so it is
// fetched at the reader's first touch; what the reader did with the search meanwhile is then done again.
const bundle = document.querySelector("script[data-src]").dataset.src;
const query = document.querySelector("[data-md-component=search-query]");
const touches = ["pointerdown", "pointerover", "touchstart", "keydown", "focusin", "click"];
const missed = [];
const miss = (event) => {
  const { target, type, key } = event;
  if (type === "click" && target.closest(".md-search__button")) missed.push(() => target.click());
  if (type === "click" || event.ctrlKey || event.metaKey || event.altKey || target.matches("input, textarea")) return;
  if (query && ["f", "s", "/"].includes(key)) {
    // What is typed next belongs into the field.
    event.preventDefault();
    query.focus();
  } else if (["/", "n", "p", ".", ","].includes(key)) {
    missed.push(() => target.dispatchEvent(new KeyboardEvent(type, event)));
  }
};
const fetchBundle = () => {
  for (const touch of touches) removeEventListener(touch, fetchBundle, true);
  const script = document.createElement("script");
  script.src = bundle;
  script.addEventListener("load", () => {
    for (const type of ["click", "keydown"]) removeEventListener(type, miss, true);
    // The bundle waits for this event, which is long past.
    document.dispatchEvent(new Event("DOMContentLoaded"));
    for (const again of missed) again();
  });
  // The next touch may have better luck.
  script.addEventListener("error", listen);
  document.head.append(script);
};
const listen = () => {
  for (const touch of touches) addEventListener(touch, fetchBundle, { capture: true, passive: true });
};
for (const type of ["click", "keydown"]) addEventListener(type, miss, true);
listen();
// A link to a search; and results come as one types, so that nothing is ever sent.
if (new URLSearchParams(location.search).has("q")) fetchBundle();
document.forms.search?.addEventListener("submit", (event) => event.preventDefault());

// A number leads to its row, and not every browser unfolds the table that the row stands in.
const unfold = () => {
  const target = document.querySelector(":target");
  const folded = target?.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
// Who comes back from a row on the same page finds the sentence where it was: what was unfolded has moved it.
const followed = [];
addEventListener("click", ({ target }) => {
  const number = target.closest?.("a.tal[href^='#']");
  if (!number || number.hash === location.hash) return;
  followed.push({ number, top: number.getBoundingClientRect().top, from: location.hash });
});
addEventListener("popstate", () => {
  const last = followed.at(-1);
  if (location.hash !== last?.from) return;
  followed.pop();
  requestAnimationFrame(() => scrollBy(0, last.number.getBoundingClientRect().top - last.top));
});

// The Tab key leads from the field into the results; the theme would close the search. It closes when one leaves it.
const search = document.querySelector("[data-md-component=search]");
search?.addEventListener("keydown", (event) => {
  if (event.key !== "Tab") return;
  event.stopPropagation();
  for (const result of search.querySelectorAll(".md-search-result :is([href], summary)")) result.tabIndex = 0;
});
search?.addEventListener("focusout", ({ relatedTarget }) => {
  const box = document.getElementById("__search");
  if (box.checked && relatedTarget && !search.contains(relatedTarget)) box.click();
});

// The colours: one button is seen, the one that leads to the others, and a choice counts before the bundle is there.
const schemes = [...document.querySelectorAll("[name=__palette]")];
const showButton = (chosen) => schemes.forEach((scheme) => (scheme.nextElementSibling.hidden = scheme !== chosen));
showButton(schemes.find((scheme) => scheme.dataset.mdColorScheme === document.body.dataset.mdColorScheme));
for (const [index, scheme] of schemes.entries())
  scheme.addEventListener("change", () => {
    const names = ["media", "scheme", "primary", "accent"];
    const color = Object.fromEntries(names.map((name) => [name, scheme.getAttribute(`data-md-color-${name}`)]));
    for (const name of names) document.body.setAttribute(`data-md-color-${name}`, color[name]);
    showButton(scheme);
    // As the theme keeps it.
    __md_set("__palette", { index, color });
  });

// The menu and the phone's search as buttons: the theme opens both by checkboxes that the keyboard never reaches.
// A panel of the menu that is not open stands beside it, out of sight: focus there would scroll the menu away.
const inSight = (place) => {
  const frame = place.closest(".md-sidebar")?.getBoundingClientRect();
  const { left } = place.getBoundingClientRect();
  return place.checkVisibility({ visibilityProperty: true }) && (!frame || (left >= frame.left && left < frame.right));
};
const focusFirst = (selector) => [...document.querySelectorAll(selector)].find(inSight)?.focus({ preventScroll: true });
const inside = {
  __drawer: ".md-sidebar--primary :is(a, [tabindex='0'])",
  __search: "[data-md-component=search-query]",
};
for (const button of document.querySelectorAll("[data-styr]")) {
  const box = document.getElementById(button.dataset.styr);
  // The second generator's search has a button of its own, which the theme hides on phones.
  const own = box.id === "__search" && document.querySelector(".md-search__button");
  button.addEventListener("click", () => (own || box).click());
  box.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(box.checked));
    if (box.checked) focusFirst(inside[box.id]);
    else if (button.checkVisibility()) button.focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.id === "__drawer" && box.checked) box.click();
  });
}
