"""Files that are no YAML: the common mistakes are told in plain words, at their own place, with a hint."""

from pathlib import Path

import pytest
import yaml

from macros.errors import ReportError
from macros.language.catalogue import Language
from macros.pages import read_pages
from macros.survey.yaml_mistake import yaml_problem
from tests.projects import in_english

SPACES = "Indent with spaces."
COLUMN = "What belongs together begins in the same column. Indent with spaces."
QUOTED = 'Put quotation marks round it: "…"'
ENDS = "Write one quotation mark at each end of the text."
INSIDE = "One quotation mark at each end of a text, and ” inside it. Is one missing on a line above?"


def broken(text: str) -> yaml.YAMLError:
    with pytest.raises(yaml.YAMLError) as caught:
        yaml.safe_load(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "place", "found", "hint"),
    [
        ("id: a\n\ttitle: b\n", "2:1", "a tab stands before the text", SPACES),
        ("title: Läget: våren\nid: a\n", "1:13", "a colon with a space stands in a text",
         'Put quotation marks round it: title: "Läget: våren"'),
        ("a: {code: ja, label: Ja: nej}\n", "1:24", "a colon with a space stands in a text", QUOTED),
        ("survey:enkat\ntitle: A\n", "1:1", "a space is missing after the colon of survey", "Write survey: enkat"),
        ("bara text\ntitle: A\n", "1:1", "the line has no key", "As in key: …"),
        ("a: b\nbara text\n", "2:1", "the line has no key", "As in key: …"),
        ("id: a\n  title: b\n", "2:8", "the line is not indented like those above it", COLUMN),
        ("a:\n  - b\n - c\n", "3:2", "the line is not indented like those above it", COLUMN),
        ("a:\n  b: c\n d: e\n", "3:2", "the line is not indented like those above it", COLUMN),
        ('id: a\ntext: "Hur går det?\nlabel: Det\n', "2:7", "a quotation mark is missing", ENDS),
        ('text: "Hur "går" det?"\n', "1:13", "the text goes on after its closing quotation mark", INSIDE),
        ('text: "Hur går det?\nlabel: "Det"\n', "2:9", "the text goes on after its closing quotation mark", INSIDE),
        ("a: [b, c\nd: e\n", "1:4", "[ is never closed", "Write […]"),
        ("a: {b: c\nd: e\n", "1:4", "{ is never closed", "Write {…}"),
        ('a: ["b" "c"]\n', "1:9", "a comma is missing, or ]", ""),
        ("a: @b\n", "1:4", "a text cannot begin with @", QUOTED),
        ("a: * b\n", "1:5", "a text cannot begin with *", QUOTED),
        ("a: - b\n", "1:4", "a list cannot begin on the line of its key", "Begin each - on a line of its own."),
        ("title: {{ n() }} svarade\n", "1:8", "a macro is not carried out here; it works in a page's text only", ""),
        ('a: "C:\\q"\n', "1:8", "a backslash cannot stand between double quotation marks",
         "Put single quotation marks round the text: '…'"),
        ("id: a\nb: c\x07\n", "2:5", "The file holds a control character", ""),
        ("a: |b\n", "1:5",
         "not readable as YAML [expected chomping or indentation indicators, but found 'b']", ""),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(text: str, place: str, found: str, hint: str) -> None:
    assert in_english(yaml_problem("a.yml", broken(text), text)) == (f"a.yml:{place}", found, "", hint)


def test_lines_of_a_page_count_from_its_first(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("---\ntitle: Läget: våren\n---\n# A\n", encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        read_pages(tmp_path)
    assert [str(problem.place) for problem in caught.value.problems] == ["docs/a.md:2:13"]


def test_the_words_are_swedish() -> None:
    problem = yaml_problem("a.yml", broken("a: b: c\n"), "a: b: c\n")
    assert problem.hint is not None
    assert Language("sv").say(problem.found) == "det står ett kolon med mellanslag efter inne i en text"
    assert Language("sv").say(problem.hint) == 'Sätt citattecken runt texten: a: "b: c"'
