"""A mistake stops the build with its place, what is allowed and a hint, and leaves the last good site untouched."""

import csv
import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.errors import ReportError, in_words
from macros.language.catalogue import Language
from macros.language.message import msg
from macros.publish.build import check
from tests.site.built_pages import read_csv
from tests.site.copies import contents, replace, run

SURVEY = "data/surveys/iuc-2020-sommar"
REPORT = "docs/rapport/index.md"


def line_of(root: Path, name: str, text: str) -> int:
    lines = (root / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def write_below(root: Path, name: str, call: str) -> str:
    """Put a macro call at the end of a page; its place as a message names it."""
    page = root / name
    page.write_text(page.read_text(encoding="utf-8") + f"\n{{{{ {call} }}}}\n", encoding="utf-8")
    return f"{name}:{line_of(root, name, call)} {call}: "


def typo_in_a_question(root: Path) -> list[str]:
    place = write_below(root, REPORT, 'share("orderingng", "minskat")')
    return [
        f"{place}there is no question orderingng in iuc-2020-sommar\n  Allowed: kommun, storlek, bransch, orderingang,",
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
    # The encoding and the delimiter are found out; the field too many would have shifted every answer after it.
    return [
        f"{SURVEY}/svar.csv:2:{width + 1}: The row has {width + 1} fields\n  Allowed: {width} fields\n  Hint: ",
        "\n1 problem. ",
    ]


def claim_that_does_not_hold(root: Path) -> list[str]:
    place = write_below(root, "docs/index.md", 'claim("Nästan alla", share("orderingang", "minskat") > 90)')
    rows = read_csv(root / SURVEY / "svar.csv")
    given = [row["orderingang"] for row in rows if row["orderingang"] not in ("", "Vet ej", "Vill ej svara")]
    share = 100 * sum(answer.startswith("Minskat") for answer in given) / len(given)
    return [f"{place}the claim “Nästan alla” (> 90) does not hold: the data now say {share:.0f} percent\n  Hint: "]


def unknown_key_in_a_codebook(root: Path) -> list[str]:
    line = line_of(root, f"{SURVEY}/survey.yml", "mode: ")
    replace(root, f"{SURVEY}/survey.yml", "\nmode: ", "\nmod: ")
    return [f"{SURVEY}/survey.yml:{line}:1: Unknown key mod\n  Allowed: one of ", "  Hint: Did you mean mode?\n"]


def several_mistakes_on_several_pages(root: Path) -> list[str]:
    typo, claim = typo_in_a_question(root), claim_that_does_not_hold(root)
    macro = f"{write_below(root, 'docs/metod.md', 'metodology()')}there is no macro metodology\n"
    return [*typo, *claim, macro, "  Hint: Did you mean methodology?", "\n3 problems. "]


def several_mistakes_in_several_data_files(root: Path) -> list[str]:
    key, name = unknown_key_in_a_codebook(root), "data/surveys/innovationsforetagen-2020/siffror.csv"
    replace(root, name, ",18.8,percent,", ",18x8,percent,")
    return [*key, f"{name}:{line_of(root, name, '18x8')}:", "18x8", "\n2 problems. "]


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
    built = run(clone.root, "macros", "build")
    assert [text for text in expected if text not in built.stderr] == [], built.stderr
    assert (built.returncode, built.stdout) == (1, "")
    assert "Traceback" not in built.stderr
    assert clone.is_untouched()
    assert built.stderr.startswith("\n".join(told_by_check(clone.root)) + "\n")


def told_by_check(root: Path) -> list[str]:
    with pytest.raises(ReportError) as caught:
        check(root)
    return in_words(caught.value, Language("en"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"site_name: [Rapport\nnav: {}\n", "mkdocs.yml:1:12: [ is never closed\n  Hint: Write […]"),
        (b"site_name: \x01\n", "mkdocs.yml:1:12: The file holds a control character"),
        (b"- en lista\n", "mkdocs.yml: the settings are not keys with values\n  Hint: As in site_name: …"),
        (b"", "mkdocs.yml: the settings are not keys with values\n  Hint: As in site_name: …"),
        (b"site_name: L\xe4get\n", "mkdocs.yml: the file is not UTF-8 text\n  Hint: Save the file as UTF-8."),
    ],
    ids=["not YAML", "no text", "a list", "empty", "not UTF-8"],
)
def test_broken_settings_are_told_with_their_place(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(content)
    assert told_by_check(tmp_path) == [told]


def test_broken_settings_stop_the_build_in_swedish_as_their_language_is_not_known(clone: Clone) -> None:
    replace(clone.root, "mkdocs.yml", "site_name: ", "site_name: [")
    built = run(clone.root, "macros", "build")
    found = Language("sv").say(msg("{opening} is never closed", opening="["))
    assert built.stderr.startswith("mkdocs.yml:")
    assert found in built.stderr
    assert (built.returncode, built.stdout) == (1, "")
    assert "Traceback" not in built.stderr
    assert clone.is_untouched()


def test_what_only_the_generator_finds_stops_the_build_too(clone: Clone) -> None:
    replace(clone.root, "docs/om.md", "(rattelser.md)", "(rattelse.md)")
    replace(clone.root, "docs/metod.md", "\n# Metod\n", "\n# Metod\n\n[Data](dta.md)\n")
    built = run(clone.root, "macros", "build")
    assert built.returncode == 1
    for page, link, near in (("docs/om.md", "rattelse.md", "rattelser.md"), ("docs/metod.md", "dta.md", "data.md")):
        place = f"{page}:{line_of(clone.root, page, f'({link})')}"
        told = f"{place}: the link leads to a page that does not exist: {link}\n  Hint: Did you mean {near}?\n"
        assert told in built.stderr
    assert "Traceback" not in built.stderr
    assert clone.is_untouched()
