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
