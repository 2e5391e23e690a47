"""Surveys with every type of question and random answers, sound or not, as a tool might export them."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from tests.unit.survey.folders import CODEBOOK

HEAD = """\
identifier: nr
design: {weight: vikt, stratum: skikt, cluster: grupp, population_size: antal}
missing: {no_answer: [""], dont_know: [Vet ej], refused: [Vill ej svara]}
only: {column: omg, values: [V1]}
"""
QUESTIONS = """\
- id: val
  type: single
  text: Val
  answers: [{code: ja, label: Ja}, {code: nej, label: Nej, in_file: [Nix]}, {code: a, label: "Å, kanske"}]
- id: antalet
  type: number
  text: Antal
  minimum: 0
  maximum: 100
  asked_if: val in ("ja", "a")
- {id: storlek, type: scale, text: S, bands_of: antalet, answers: [{code: s, label: S, below: 10}, {code: l, label: L}]}
- id: slag
  type: single
  text: Slag
  groups_of: val
  answers: [{code: g, label: G, of: [ja, a]}, {code: n, label: N, of: [nej]}]
- {id: dag, type: date, text: Dag}
- id: flera
  type: multiple
  text: Flera
  columns: {x: flera x, y: "flera; y", inget: flera inget}
  answers: [{code: x, label: X}, {code: y, label: Y}, {code: inget, label: Inget, exclusive: true}]
- id: hopp
  type: multiple
  text: Hopp
  separator: ", "
  asked_if: flera == "x" and val != "nej"
  answers: [{code: ja, label: Ja}, {code: d, label: "Ja, delvis"}, {code: nej, label: Nej}]
- id: rang
  type: ranking
  text: Rang
  columns: {p: p, q: q}
  answers: [{code: p, label: P}, {code: q, label: Q}]
- {id: fritt, type: text, text: Fritt}
"""
NUMBERS = ("0", "3", "9.5", "10", "100", "1 0", "", "Vet ej")
COLUMNS: dict[str, st.SearchStrategy[str]] = {
    "val": st.sampled_from(("Ja", "ja ", "NEJ", "Nix", "å,  kanske", "", "vet\u00a0ej", "Vill ej svara")),
    "antalet": st.sampled_from(("", "", *NUMBERS[:5])),
    "dag": st.sampled_from(("2020-03-01", "2020-12-24 10:00", "", "Vet ej")),
    "flera x": st.sampled_from(("1", "0", "X", "", "not selected")),
    "flera; y": st.sampled_from(("1", "0", "ja", "", "")),
    "flera inget": st.sampled_from(("", "", "0")),
    "hopp": st.sampled_from(("", "", "Ja, delvis, Nej", "Nej,", "Vet ej")),
    "p": st.sampled_from(("1", "")),
    "q": st.sampled_from(("2", "", "")),
    "fritt": st.sampled_from(
        ("", "vet ej", ' "Hej", sa hon', "två\nrader", "Ett svar som är längre än alla andra; långt")
    ),
    "vikt": st.sampled_from(("1", "0.5", "1.3333333333", "0", "0.0721", "3e-05")),
    "omg": st.sampled_from(("V1", "v1 ", "V1", "V2")),
}
STRATA = {"Norr": ("40", ("n1", " n1", "n2")), "Söder": ("50", ("s1", "s2")), "Norr ": ("40", ("n1", "n3"))}
Row = dict[str, str]


@dataclass(frozen=True)
class Wrong:
    """A mistake in one cell, which some surveys have."""

    column: str
    text: str


WRONG = tuple(
    Wrong(column, text)
    for column, texts in {
        "val": ("Kanske", "Jaa"), "antalet": ("101", "många"), "dag": ("2020-13-01",), "flera x": ("2",),
        "flera inget": ("1",), "hopp": ("Ja, Nja",), "p": ("3",), "vikt": ("", "-1"), "skikt": ("",),
        "antal": ("0", "41"), "nr": ("", "R0"), "omg": ("",),
    }.items()
    for text in texts
)  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Rows of which one survey in four has mistakes: a cell or two, and answers to what was not asked."""
    found = []
    sound = draw(st.integers(0, 3)) > 0
    for at in range(draw(st.integers(1, 25))):
        stratum = draw(st.sampled_from(sorted(STRATA)))
        size, clusters = STRATA[stratum]
        row = {column: draw(values) for column, values in COLUMNS.items()}
        row |= {"nr": f"r{at}", "skikt": stratum, "grupp": draw(st.sampled_from(clusters)), "antal": size}
        if sound or draw(st.booleans()):
            _as_routed(row)
        found.append(row)
    for wrong in [] if sound else draw(st.lists(st.sampled_from(WRONG), max_size=2)):
        found[draw(st.integers(0, len(found) - 1))][wrong.column] = wrong.text
    return found


def _as_routed(row: Row) -> None:
    """Take out answers to what the row says was not asked."""
    yes = row["val"].strip().casefold() in ("ja", "å,  kanske")
    if not yes:
        row["antalet"] = ""
    if not yes or row["flera x"] not in ("1", "X"):
        row["hopp"] = ""


def write(folder: Path, rows: list[Row], delimiter: str, quoting: int) -> None:
    """Write a survey's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "survey.yml").write_text(f"{CODEBOOK}{HEAD}questions:\n{QUESTIONS}", encoding="utf-8")
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(rows)
    (folder / "svar.csv").write_bytes(text.getvalue().encode())
