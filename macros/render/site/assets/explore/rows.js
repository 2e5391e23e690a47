// The rows of a figure's CSV that its chart shows: one an answer, or one a group and answer. Released numbers, as the
// table has them; what is withheld is null.
const SEPARATE = /(?:^|[,\n])(?:"((?:[^"]|"")*)"|([^",\n]*))/g;
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

// Text in quotation marks may hold commas and lines; an apostrophe keeps a spreadsheet from reading it as a formula.
const parse = (text) => {
  const lines = [];
  for (const [found, quoted, bare] of text.trimEnd().matchAll(SEPARATE)) {
    const field = (quoted?.replaceAll('""', '"') ?? bare).replace(/^'(?=[=+\-@\t\r])/, "").replace(UNSEEN, "");
    if (found.startsWith(",")) lines.at(-1).push(field);
    else lines.push([field]);
  }
  return lines;
};
const number = (text) => (text === "" ? null : Number(text));

export const readRows = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const [names, ...lines] = parse(await answer.text());
  // A grouping may bear the name of another column: it stands before the answer, and the others after it.
  const group = names.lastIndexOf("answer") - 1;
  const grouped = group > names.indexOf("question");
  const rows = lines.map((line) => {
    const read = (name) => line[names.lastIndexOf(name)];
    return {
      group: grouped ? line[group] : "",
      code: read("answer"),
      answer: read("label"),
      statistic: read("statistic"),
      percent: number(read("percent")),
      n: number(read("n")),
      base: number(read("base")),
      low: number(read("low")),
      high: number(read("high")),
      status: read("status"),
      flags: read("flags").split(" "),
    };
  });
  return rows.filter((row) => row.statistic === "share");
};
