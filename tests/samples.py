"""Small samples on disk, for what a reader is told of uncertainty: worked out by hand or with R.

Belongs here: the files. Does not: what is expected of them.
"""

from pathlib import Path

from tests.projects import HEAD, STICKPROV, STICKPROV_CSV, Project

ENGLISH = "theme: {name: material, language: en}\n"
LARGE = HEAD.replace("size: 62, ", "").replace("census", "srs")
JA_NEJ = 'answers: [{code: ja, label: "Yes"}, {code: nej, label: "No"}]'
# 12 of 30 without a known population: 22 to 60 percent (R: svyciprop, method "beta"); a mean of 30 values.
LITEN = f"""\
id: liten
{LARGE.replace("counts", "responses")}questions:
  - {{id: stod, type: single, text: "Support?", label: Support, {JA_NEJ}}}
  - {{id: storlek, type: single, text: "Size?", label: Size, answers: [{{code: sma, label: Small}},
      {{code: stora, label: Large}}]}}
  - {{id: antal, type: number, text: "How many?", label: Staff, unit: people}}
  - {{id: lika, type: number, text: "How many boards?", label: Boards, unit: boards}}
  - {{id: behov, type: multiple, separator: ";", text: "What?", label: Needs, answers: [
      {{code: pengar, label: Money}}, {{code: folk, label: People}}]}}
"""
_ROWS = [
    f"{'ja' if row < 12 else 'nej'},{'sma' if row % 2 else 'stora'},{row + 1},1,pengar{';folk' if row < 10 else ''}"
    for row in range(30)
]
LITEN_CSV = "\n".join(["stod,storlek,antal,lika,behov", *_ROWS]) + "\n"
# All drawn from one place: nothing is known of the variation between places.
EN_PLATS = LITEN.replace("id: liten", "id: plats").replace("{kind: srs}", "{kind: srs, cluster: plats}")
EN_PLATS_CSV = "\n".join([
    "stod,storlek,antal,lika,behov,plats", *(f"{row},berg" for row in _ROWS)
]) + "\n"  # fmt: skip


def clustered(places: int) -> str:
    """The same rows drawn from several places."""
    return "\n".join([
        "stod,storlek,antal,lika,behov,plats", *(f"{row},{i % places}" for i, row in enumerate(_ROWS))
    ]) + "\n"  # fmt: skip


def samples(root: Path, settings: str = ENGLISH) -> Project:
    """A project with a sample of 54 of 180, one of 30, and one of a single place."""
    return Project(
        root,
        settings,
        stickprov=(STICKPROV, STICKPROV_CSV),
        liten=(LITEN, LITEN_CSV),
        plats=(EN_PLATS, EN_PLATS_CSV),
    )


def with_design(root: Path, design: str, size: str = "", csv: str = LITEN_CSV, more: str = "") -> Project:
    """The sample of 30 with another design and population."""
    text = LITEN.replace("{kind: srs}", design).replace("provet, ", f"provet, {size}") + more
    return Project(root, ENGLISH, liten=(text, csv))
