// What “Explore” opens: the figure's numbers as bars, a choice of percent or counts, and one of what to highlight.
import { makeBar, part } from "./bars.js";
import { readRows } from "./rows.js";

let styled;
const styles = () =>
  new Promise((onload, onerror) => {
    const href = new URL("explore.css", import.meta.url).href;
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload, onerror }));
  });

// By group, each answer has a bar for each group below its name; otherwise each answer is a bar.
const lists = (rows, facts) => {
  const names = new Map(facts.groups);
  const line = (bar) => part("li", "", bar.bar);
  if (!facts.by) {
    const bars = rows.map((row) => makeBar(row, row.answer, facts));
    return { bars, list: part("ul", "utforska-staplar", ...bars.map(line)) };
  }
  const bars = [];
  const answers = [...new Set(rows.map((row) => row.code))].map((code) => {
    const of = rows.filter((row) => row.code === code);
    const made = of.map((row) => makeBar(row, names.get(row.group) ?? row.group, facts));
    bars.push(...made);
    return part("li", "", part("p", "utforska-svar", of[0].answer), part("ul", "utforska-staplar", ...made.map(line)));
  });
  return { bars, list: part("ul", "utforska-svaren", ...answers) };
};

const unitChoice = (name, words, choose) => {
  const radio = (value, text) => {
    const input = Object.assign(document.createElement("input"), { type: "radio", name, value });
    input.checked = value === "percent";
    input.addEventListener("change", () => choose(value, text));
    return part("label", "utforska-enhet", input, text);
  };
  const all = [radio("percent", words.percent), radio("n", words.number)];
  return part("fieldset", "utforska-visa", part("legend", "", words.show), ...all);
};

// The arrow keys lead from bar to bar, so that Tab passes them all at once.
const walk = (bars) => {
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
  bars[0].bar.tabIndex = 0;
  bars.forEach(({ bar }, at) => {
    bar.addEventListener("focus", () => bars.forEach((other) => (other.bar.tabIndex = other.bar === bar ? 0 : -1)));
    bar.addEventListener("keydown", (event) => {
      if (!(event.key in steps)) return;
      event.preventDefault();
      bars[Math.min(Math.max(at + steps[event.key], 0), bars.length - 1)].bar.focus();
    });
  });
};

// A bar that is pressed, or a group that is chosen, keeps its colour; the others turn grey.
const highlighting = (bars, facts, say) => {
  const keyOf = ({ row }) => (facts.by ? row.group : row.code);
  const groups = facts.groups.filter(([code]) => bars.some(({ row }) => row.group === code));
  const options = [facts.words.all, ...groups.map(([, name]) => name)].map((name) => new Option(name));
  const select = part("select", "", ...options);
  let chosen = null;
  const choose = (key) => {
    chosen = key;
    select.selectedIndex = 1 + groups.findIndex(([code]) => code === key);
    for (const bar of bars) {
      bar.bar.setAttribute("aria-pressed", String(keyOf(bar) === key));
      bar.bar.classList.toggle("dampad", key !== null && keyOf(bar) !== key);
    }
  };
  const chooseAloud = (key, name) => {
    choose(key);
    say(facts.words.highlighted, name);
  };
  for (const bar of bars) {
    bar.bar.addEventListener("click", () => {
      if (keyOf(bar) === chosen) chooseAloud(null, facts.words.all);
      else chooseAloud(keyOf(bar), bar.name);
    });
  }
  select.addEventListener("change", () => {
    const [code, name] = groups[select.selectedIndex - 1] ?? [null, facts.words.all];
    chooseAloud(code, name);
  });
  choose(null);
  return facts.by ? [part("label", "utforska-framhav", facts.words.highlight, " ", select)] : [];
};

export const makePanel = async (figure, facts, opener) => {
  const { words } = facts;
  const address = figure.querySelector(".figur-lankar a[download]").href;
  const [rows] = await Promise.all([readRows(address), (styled ??= styles())]);
  const { bars, list } = lists(rows, facts);
  const spoken = part("p", "sr");
  spoken.setAttribute("role", "status");
  const say = (words_, what) => (spoken.textContent = words_.replace("{what}", what));
  const most = Math.max(1, ...rows.map((row) => row.n ?? 0));
  const draw = (mode) => bars.forEach((bar) => bar.show(mode, mode === "percent" ? 100 : most));
  const drawAloud = (mode, text) => {
    draw(mode);
    say(words.shown, text);
  };
  draw("percent");
  walk(bars);
  const counted = rows.every((row) => row.status !== "ok" || row.n !== null);
  const controls = part("div", "utforska-val", ...(counted ? [unitChoice(`${opener}-enhet`, words, drawAloud)] : []));
  controls.append(...highlighting(bars, facts, say));
  const panel = part("section", "utforska-yta", controls, list, part("p", "utforska-tangenter", words.keys), spoken);
  panel.setAttribute("aria-labelledby", `${opener} ${figure.id}-titel`);
  return panel;
};
