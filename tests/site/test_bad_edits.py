"""A mistake stops the build with its place, what is allowed and a hint, and leaves the last good site untouched."""

import csv
import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.language.catalogue import Language
from macros.language.message import msg
from tests.site.copies import contents, replace, run

SURVEY = "data/surveys/iuc-2020-sommar"
REPORT = "docs/rapport/index.md"
CLAIM = 'claim("De flesta industriföretag i länet har fått färre order", share("orderingang", "minskat") > 90)'


def line_of(root: Path, name: str, text: str) -> int:
    lines = (root / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def typo_in_a_question(root: Path) -> list[str]:
    line = line_of(root, REPORT, '{{ chart("orderingang"')
    replace(root, REPORT, '{{ chart("orderingang"', '{{ chart("orderingng"')
    call = 'chart("orderingng", title="Fler än sex av tio har fått färre order")'
    return [
        f"{REPORT}:{line} {call}: there is no question orderingng in iuc-2020-sommar\n"
        "  Allowed: kommun, storlek, bransch, orderingang,",
        "  Hint: Did you mean orderingang?\n",
    ]


def export_from_a_spreadsheet(root: Path) -> list[str]:
    path = root / SURVEY / "svar.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    width = len(rows[0])
    rows[1].insert(3, "extra")
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    path.write_bytes(text.getvalue().encode("cp1252"))
    first = next(at for at, letter in enumerate(";".join(rows[1]), 1) if not letter.isascii())
    return [
        f"{SURVEY}/svar.csv:2:{first}: ",
        " bytes are not UTF-8\n  Allowed: UTF-8\n  Hint: It reads as cp1252: save it as UTF-8,",
        f"{SURVEY}/svar.csv:2:{width + 1}: The row has {width + 1} fields\n  Allowed: {width} fields\n  Hint: ",
        "\n2 problems. ",
    ]


def claim_that_does_not_hold(root: Path) -> list[str]:
    line = line_of(root, "docs/index.md", "> 60")
    replace(root, "docs/index.md", "> 60", "> 90")
    return [
        f"docs/index.md:{line} {CLAIM}: the claim “De flesta industriföretag i länet har fått färre order” (> 90) "
        "does not hold: the data now say 65 percent\n  Hint: ",
    ]


def unknown_key_in_a_codebook(root: Path) -> list[str]:
    line = line_of(root, f"{SURVEY}/survey.yml", "mode: ")
    replace(root, f"{SURVEY}/survey.yml", "\nmode: ", "\nmod: ")
    return [f"{SURVEY}/survey.yml:{line}:1: Unknown key mod\n  Allowed: one of ", "  Hint: Did you mean mode?\n"]


def several_mistakes_on_several_pages(root: Path) -> list[str]:
    typo, claim = typo_in_a_question(root), claim_that_does_not_hold(root)
    replace(root, "docs/metod.md", "{{ methodology() }}", "{{ metodology() }}")
    line = line_of(root, "docs/metod.md", "{{ metodology() }}")
    macro = [f"docs/metod.md:{line} metodology(): there is no macro metodology\n", "  Hint: Did you mean methodology?"]
    return [*typo, *claim, *macro, "\n3 problems. "]


def several_mistakes_in_several_data_files(root: Path) -> list[str]:
    key, cells = unknown_key_in_a_codebook(root), root / "data/surveys/innovationsforetagen-2020/siffror.csv"
    replace(root, cells.relative_to(root).as_posix(), ",18.8,percent,", ",18x8,percent,")
    return [*key, "data/surveys/innovationsforetagen-2020/siffror.csv:2:", "\n2 problems. "]


EDITS: list[Callable[[Path], list[str]]] = [
    typo_in_a_question,
    export_from_a_spreadsheet,
    claim_that_does_not_hold,
    unknown_key_in_a_codebook,
    several_mistakes_on_several_pages,
    several_mistakes_in_several_data_files,
]


@dataclass(frozen=True)
class Clone:
    """A project with a good site, and what that site was."""

    root: Path
    site: dict[str, bytes]

    def is_untouched(self) -> bool:
        left = {path.name for path in self.root.glob(".site*")} - {".site.lock"}
        return not left and contents(self.root / "site") == self.site


@pytest.fixture
def clone(english_site: Path, tmp_path: Path) -> Clone:
    root = tmp_path / "rapport"
    shutil.copytree(english_site.parent, root)
    return Clone(root, contents(english_site))


@pytest.mark.parametrize("edit", EDITS)
def test_the_build_says_what_is_wrong_and_keeps_the_last_good_site(
    clone: Clone, edit: Callable[[Path], list[str]]
) -> None:
    expected = edit(clone.root)
    built, checked = (run(clone.root, "macros", verb) for verb in ("build", "check"))
    assert [text for text in expected if text not in built.stderr] == [], built.stderr
    assert built.returncode == checked.returncode == 1
    assert built.stdout == checked.stdout == ""
    assert "Traceback" not in built.stderr
    assert checked.stderr == built.stderr
    assert clone.is_untouched()


@pytest.mark.parametrize(
    ("content", "place", "why"),
    [
        (b"site_name: [Rapport\nnav: {}\n", "mkdocs.yml:2:4: ", "expected ',' or ']', but got ':'"),
        (b"- en lista\n", "mkdocs.yml", ""),
        (b"", "mkdocs.yml", ""),
        (b"site_name: Rapport\ntheme: material\n", "mkdocs.yml", ""),
        ("site_name: Läget\n".encode("cp1252"), "mkdocs.yml", ""),
    ],
    ids=["not YAML", "a list", "empty", "no theme with a language", "not UTF-8"],
)
def test_broken_settings_are_told_in_swedish_as_their_language_is_not_known(
    clone: Clone, content: bytes, place: str, why: str
) -> None:
    (clone.root / "mkdocs.yml").write_bytes(content)
    built, checked = (run(clone.root, "macros", verb) for verb in ("build", "check"))
    assert built.stderr.startswith(place)
    assert why in built.stderr
    assert "Traceback" not in built.stderr
    assert built.returncode == checked.returncode == 1
    assert checked.stderr == built.stderr
    assert clone.is_untouched()


def test_what_only_the_generator_finds_stops_the_build_too(clone: Clone) -> None:
    replace(clone.root, "mkdocs.yml", "Om: om.md", "Om: on.md")
    replace(clone.root, "docs/metod.md", "\n# Metod\n", "\n# Metod\n\n[Data](dta.md)\n")
    built = run(clone.root, "macros", "build")
    stopped = Language("en").say(msg("the generator stopped: {why}", why=""))
    assert built.returncode == 1
    for said in ("'on.md'", "om.md", "'dta.md'"):
        assert [line for line in built.stderr.splitlines() if stopped in line and said in line], built.stderr
    assert "Traceback" not in built.stderr
    assert clone.is_untouched()
