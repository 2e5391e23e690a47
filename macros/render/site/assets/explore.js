// “Explore”: a button at each figure whose shares and counts can be looked at in another way. The script writes it, so
// that none is dead without it; everything that it opens is fetched when somebody presses it, and not before.
for (const figure of document.querySelectorAll("figure[data-utforska]")) {
  const facts = JSON.parse(figure.dataset.utforska);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "utforska";
  button.id = `${figure.id}-utforska`;
  button.textContent = facts.words.explore;
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-labelledby", `${button.id} ${figure.id}-titel`);
  figure.querySelector(":scope > .mer").before(button);
  const failure = document.createElement("p");
  failure.className = "figur-not utforska-fel";
  failure.setAttribute("role", "alert");
  failure.textContent = facts.words.failed;
  let panel;
  let making;
  const make = async () => {
    const { makePanel } = await import("./explore/panel.js");
    panel = await makePanel(figure, facts, button.id);
    panel.id = `${button.id}-yta`;
    button.setAttribute("aria-controls", panel.id);
    button.after(panel);
  };
  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", async () => {
    if (making) return;
    if (panel) {
      show(panel.hidden);
      return;
    }
    failure.remove();
    try {
      await (making = make());
      show(true);
    } catch {
      button.after(failure);
    }
    making = undefined;
  });
  // What a bar tells when it is only pointed at must go as easily as when it has focus.
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel || panel.hidden) return;
    const focused = figure.matches(":focus-within");
    if (!focused && !panel.matches(":hover")) return;
    show(false);
    if (focused) button.focus();
  });
}
