// Bars made of HTML: each is a button that says its number, and tells what stands behind it when it is pointed at or has
// focus. What is withheld is a hatched bar, of the same length whatever it hides.
const language = document.documentElement.lang;
const written = (value) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
const percent = (value) => ({ 0.5: "<1", 99.5: ">99" })[value] ?? written(value);
const fill = (template, values) => template.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);

export const part = (name, className, ...inside) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...inside);
  return made;
};

const UNCERTAIN = ["wide", "df", "uncomputed"];
const uncertain = ({ flags }) => UNCERTAIN.some((flag) => flags.includes(flag));

// What stands behind a bar: how many of how many, the interval, and that they are few.
const behind = (row, { words, units }, mode) => {
  if (row.status !== "ok") return words[row.status];
  const said = mode === "n" ? [`${percent(row.percent)} ${words.unit}`] : [];
  if (row.base !== null) {
    const values = { n: row.n === null ? "" : written(row.n), base: written(row.base), units };
    said.push(row.n === null ? `n = ${values.base}` : fill(words.of, values));
  }
  if (row.low !== null) said.push(`${words.interval}: ${percent(row.low)}–${percent(row.high)}`);
  if (row.flags.includes("uncomputed")) said.push(words.uncomputed);
  if (row.flags.includes("few")) said.push(words.few);
  return said.join(", ");
};

// One bar; `show` draws it anew, in percent or in counts, on a scale that ends at `most`.
export const makeBar = (row, name, facts) => {
  const { words, units, by } = facts;
  const hidden = row.status === "suppressed";
  const length = part("span", hidden ? "stapel-fyllning skyddad" : "stapel-fyllning");
  const reach = part("span", "stapel-intervall");
  const value = part("span", "stapel-tal");
  const unit = part("span", "sr");
  const told = part("span", "stapel-bas");
  const track = part("span", "stapel-bana", length, ...(row.low === null ? [] : [reach]), value);
  const whose = part("span", "sr", by ? `, ${row.answer}: ` : ": ");
  const bar = part("button", "stapel", part("span", "stapel-namn", name), whose, track, unit, told);
  Object.assign(bar, { type: "button", tabIndex: -1 });
  const place = (property, number) => track.style.setProperty(property, number);
  if (row.low !== null) {
    place("--fran", row.low);
    place("--till", row.high);
  }
  const show = (mode, most) => {
    const shares = mode === "percent";
    reach.hidden = !shares;
    place("--efter", shares && row.high !== null ? row.high - row.percent : 0);
    told.textContent = behind(row, facts, mode);
    if (row.status === "ok") {
      place("--andel", (100 * row[mode]) / most);
      value.textContent = shares ? percent(row.percent) : written(row.n);
      if (shares && uncertain(row)) value.append(` (${words.uncertain})`);
      unit.textContent = ` ${shares ? words.unit : units}, `;
    } else {
      value.textContent = hidden ? words.protected : words[row.status];
      // What stands below says it, and why.
      value.setAttribute("aria-hidden", "true");
      unit.textContent = " ";
    }
  };
  return { row, bar, name, show };
};
