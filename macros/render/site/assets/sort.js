// Sorting as an extra: a button in each head of a table that has something to sort by. The script writes the buttons,
// so that none is dead without it, and reads the printed text, so that it knows no more than a reader does.
const language = document.documentElement.lang;
const decimal = new Intl.NumberFormat(language).format(0.5)[1];
const collator = new Intl.Collator(language, { numeric: true });
const printed = (cell) => (cell.querySelector(":scope > span:not(.sr, .marke)") ?? cell).textContent.trim();
// “–” is none and “<1” is half a percent; the mark of a number that is not shown has no place in any order.
const numberOf = (cell) => {
  const text = printed(cell);
  const plain = text.replaceAll(decimal === "," ? /\s/g : /[\s,]/g, "").replace(decimal, ".").replace("\u2212", "-");
  const [, bound, digits] = /^([<>]?)([+-]?\d+(?:\.\d+)?)$/.exec(text === "\u2013" ? "0" : plain) ?? [];
  return digits === undefined ? null : Number(digits) + ({ "<": -0.5, ">": 0.5 }[bound] ?? 0);
};
const tables = document.querySelectorAll("table.siffror[data-ordning]");
const spoken = document.createElement("p");
spoken.className = "sr";
spoken.setAttribute("role", "status");
if (tables.length) document.querySelector("article").append(spoken);

for (const table of tables) {
  const body = table.tBodies[0];
  // Totals and bases stay where they are.
  const given = [...body.rows].filter((row) => row.matches(".rad-answer, .rad-group"));
  const below = given.at(-1)?.nextElementSibling ?? null;
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const values = new Map(given.map((row) => [row, column ? numberOf(row.cells[column]) : printed(row.cells[0])]));
    if (new Set([...values.values()].filter((value) => value !== null)).size < 2) return;
    const steps = column ? ["descending", "ascending", "none"] : ["ascending", "descending", "none"];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sortera";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const next = steps[(steps.indexOf(head.getAttribute("aria-sort")) + 1) % 3];
      const sign = next === "descending" ? -1 : 1;
      const order = (one, other) => {
        const [a, b] = [values.get(one), values.get(other)];
        if (a === null || b === null) return (a === null) - (b === null);
        return sign * (column ? a - b : collator.compare(a, b));
      };
      for (const row of next === "none" ? given : [...given].sort(order)) body.insertBefore(row, below);
      for (const other of heads) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", next);
      const words = { ascending: table.dataset.stigande, descending: table.dataset.fallande, none: table.dataset.ordning };
      spoken.textContent = words[next].replace("{column}", button.textContent);
    });
  });
}
