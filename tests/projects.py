"""A small project on disk, and what its pages become: for every test that starts from files and ends at a reader.

The surveys are small enough to be worked out by hand. Belongs here: writing a project, asking it for its problems,
and writing its pages as a generator does. Does not: building a site (`publish`).
"""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2

from macros.binding import desk_of, register
from macros.desk import Desk
from macros.errors import Problem
from macros.language.catalogue import Language
from macros.rehearsal import rehearse

Said = tuple[str, str, str, str]
SETTINGS = """\
site_name: Prov
site_url: https://example.org/prov/
theme: {name: material, language: sv}
"""
HEAD = """\
status: example
kind: counts
title: Läget i provet
publisher: Provbolaget
population: {label: företagen i provet, size: 62, one: företag, many: företag}
fieldwork: {from: 2020-05-11, to: 2020-06-12}
design: {kind: census}
files: [svar.csv]
"""
STORLEK = """\
  - {id: storlek, type: single, text: "Hur stort är företaget?", label: Storlek, answers: [
      {code: sma, label: Små}, {code: medel, label: Medelstora}, {code: stora, label: Stora}]}
"""
PERMITTERING = """\
  - {id: permittering, type: single, text: "Har ni permitterat?", label: Permittering, answers: [
      {code: ja, label: Ja}, {code: nej, label: Nej}]}
"""
# 62 companies, all asked. Minskat is 31 of 62: half, to the company. Väntan and order by size have withheld cells.
ENKAT = f"""\
id: enkat
{HEAD}questions:
{STORLEK}{PERMITTERING}\
  - id: order
    type: scale
    text: "Hur har orderingången ändrats?"
    label: Orderingång
    answers:
      - {{code: minskat_mycket, label: Minskat mycket, side: negative}}
      - {{code: minskat_nagot, label: Minskat något, side: negative}}
      - {{code: oforandrat, label: Oförändrat, side: neutral}}
      - {{code: okat, label: Ökat, side: positive}}
    merge: [{{code: minskat, label: Minskat, of: [minskat_mycket, minskat_nagot], side: negative}}]
  - {{id: vantan, type: single, text: "Väntar ni med att investera?", label: Väntan, answers: [
      {{code: ja, label: Ja}}, {{code: nej, label: Nej}}, {{code: kanske, label: Kanske}}]}}
  - {{id: behov, type: multiple, separator: ";", text: "Vad behöver ni?", label: Behov, answers: [
      {{code: pengar, label: Pengar}}, {{code: folk, label: Folk}}, {{code: tid, label: Tid}},
      {{code: inget, label: Inget, exclusive: true}}]}}
"""
ENKAT_CSV = """\
question,answer,by,group,n
storlek,sma,,,22
storlek,medel,,,29
storlek,stora,,,11
permittering,ja,,,39
permittering,nej,,,23
permittering,ja,storlek,sma,13
permittering,nej,storlek,sma,9
permittering,ja,storlek,medel,20
permittering,nej,storlek,medel,9
permittering,ja,storlek,stora,6
permittering,nej,storlek,stora,5
order,minskat_mycket,,,20
order,minskat_nagot,,,11
order,oforandrat,,,20
order,okat,,,11
order,minskat_mycket,storlek,sma,8
order,minskat_nagot,storlek,sma,3
order,oforandrat,storlek,sma,8
order,okat,storlek,sma,3
order,minskat_mycket,storlek,medel,9
order,minskat_nagot,storlek,medel,5
order,oforandrat,storlek,medel,7
order,okat,storlek,medel,8
order,minskat_mycket,storlek,stora,3
order,minskat_nagot,storlek,stora,3
order,oforandrat,storlek,stora,5
order,okat,storlek,stora,0
vantan,ja,,,50
vantan,nej,,,8
vantan,kanske,,,3
vantan,__no_answer__,,,1
behov,,,,62
behov,pengar,,,38
behov,folk,,,20
behov,tid,,,6
behov,inget,,,12
"""
FORRA = f"id: forra\n{HEAD}questions:\n" + PERMITTERING.replace(
    "label: Permittering,", "label: Permittering, comparable: [{with: enkat, how: same}],"
)
FORRA_CSV = "question,answer,by,group,n\npermittering,ja,,,28\npermittering,nej,,,34\n"
# 54 of 180 drawn at random; statistics.md 2.5 (R, package survey): 20 of 54 is 26 to 49 percent.
STICKPROV = f"""\
id: stickprov
{HEAD.replace("62", "180").replace("census", "srs")}questions:
{PERMITTERING}\
  - {{id: niva, type: scale, text: "Hur går det?", label: Nivå, answers: [
      {{code: daligt, label: Dåligt}}, {{code: bra, label: Bra}}, {{code: mycket_bra, label: Mycket bra}}],
     merge: [{{code: minst_bra, label: Minst bra, of: [bra, mycket_bra]}}]}}
"""
STICKPROV_CSV = """\
question,answer,by,group,n
permittering,ja,,,20
permittering,nej,,,34
niva,daligt,,,20
niva,bra,,,20
niva,mycket_bra,,,14
"""
# Twelve companies with 147 employees together: 12.25 on average, which is published as 12.3.
PERSONAL = f"""\
id: personal
{HEAD.replace("62", "12").replace("counts", "responses")}questions:
  - {{id: anstallda, type: number, text: "Hur många arbetar hos er?", label: Anställda, unit: anställda}}
"""
PERSONAL_CSV = "anstallda\n" + "\n".join(map(str, (3, 5, 6, 8, 9, 11, 12, 14, 15, 18, 20, 26))) + "\n"
BRANSCH = f"""\
id: bransch
{HEAD.replace("counts", "published").replace("example", "real").replace("census", "nonprobability")}questions:
  - {{id: order, type: single, text: Har tappat order, label: Tappat order, answers: [
      {{code: ja, label: Ja}}, {{code: nej, label: Nej}}]}}
  - {{id: antal, type: single, text: Antal som väntar, label: Väntar, answers: [
      {{code: ja, label: Ja}}, {{code: nej, label: Nej}}]}}
"""
BRANSCH_CSV = """\
question,answer,group,period,published,value,unit,n,url,note
order,ja,medlemmar,2020-03-16/2020-03-17,2020-03,18.8,percent,,https://example.org/mars,
order,ja,medlemmar,2020-04-14/2020-04-16,2020-04,64.2,percent,,https://example.org/april,
antal,ja,medlemmar,2020-03,2020-03,120,count,,https://example.org/mars,
antal,ja,medlemmar,2020-04,2020-04,310,count,,https://example.org/april,
"""
FIGURES = (
    'chart("order")',
    'chart("order", by="storlek")',
    'chart("permittering")',
    'chart("permittering", by="storlek", kind="grouped")',
    'chart("permittering", survey="forra", kind="waffle")',
    'chart("vantan")',
    'chart("behov")',
    'chart("niva", survey="stickprov", kind="bars")',
    'chart("order", survey="bransch")',
)
SURVEYS = {
    "enkat": (ENKAT, ENKAT_CSV),
    "forra": (FORRA, FORRA_CSV),
    "stickprov": (STICKPROV, STICKPROV_CSV),
    "personal": (PERSONAL, PERSONAL_CSV),
    "bransch": (BRANSCH, BRANSCH_CSV),
}


class Project:
    """A project in an empty folder: settings, the surveys above or others, and the pages of a test."""

    def __init__(self, root: Path, settings: str = SETTINGS, **surveys: tuple[str, str]) -> None:
        self.root = root
        self.write("mkdocs.yml", settings)
        for id_, (codebook, rows) in (surveys or SURVEYS).items():
            self.write(f"data/surveys/{id_}/survey.yml", codebook)
            self.write(f"data/surveys/{id_}/svar.csv", rows)

    def write(self, path: str, text: str) -> Path:
        """Write a file, its folders with it."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def page(self, body: str, name: str = "index.md", survey: str = "enkat", front: str = "") -> None:
        """Write a page whose body begins on line 5, or later with more front matter."""
        self.write(f"docs/{name}", f"---\ntitle: Sida\nsurvey: {survey}\n{front}---\n{body}")

    def problems(self) -> list[Said]:
        """Place, found, allowed and hint of everything that a rehearsal finds, in English."""
        return [in_english(problem) for problem in rehearse(self.root).problems]

    def desk(self) -> Desk:
        """The desk that the pages of this moment share."""
        return desk_of(self.root)

    def read(self, name: str = "index.md") -> str:
        """What a page is after its macros, as a generator makes it."""
        page = next(page for page in self.desk().pages if page.path == name)
        return Generator(self.root, page.url).write(page.body)

    def figures(self) -> dict[str, str]:
        """Every figure of `FIGURES` as a page gets it, by its call."""
        self.page("\n\n".join(f"{{{{ {call} }}}}" for call in FIGURES))
        return dict(zip(FIGURES, self.read().split("\n\n"), strict=True))

    def said(self, call: str, survey: str = "enkat") -> str:
        """What one macro call writes on a page."""
        self.page(f"{{{{ {call} }}}}", survey=survey)
        return self.read()


class Generator:
    """What both generators give to `define_env`: the project's folder, the page's address, a door for macros."""

    def __init__(self, root: Path, url: str) -> None:
        self.project_dir = str(root)
        self.page = SimpleNamespace(url=url)
        self.macros: dict[str, Callable[..., Any]] = {}
        register(self)

    def macro(self, function: Callable[..., Any], name: str) -> None:
        """Take a macro, as mkdocs-macros and Zensical do."""
        self.macros[name] = function

    def write(self, markdown: str) -> str:
        """Carry out the macros of a page; an unknown name stops it, as `on_undefined: strict` does."""
        environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)  # noqa: S701 -- as both do
        return environment.from_string(markdown).render(self.macros)


def in_english(problem: Problem) -> Said:
    """A problem in its four parts; the place without the call."""
    english = Language("en")
    parts = (english.say(part) if part else "" for part in (problem.found, problem.allowed, problem.hint))
    found, allowed, hint = parts
    return str(problem.place), found, allowed, hint
