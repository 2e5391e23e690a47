"""Mistakes in `survey.yml`, each with its place, what is allowed and the nearest right spelling."""

from collections.abc import Callable

import pytest

from macros.survey.codebook_file import read_codebook
from tests.unit.survey.folders import Folder, ProblemsOf, Said

GOOD = """\
id: liten
status: example
kind: responses
title: Liten
publisher: Vi
population: {label: alla, one: ett, many: flera}
files: [svar.csv]
questions:
  - id: order
    type: scale
    text: Hur går det?
    answers:
      - {code: ned, label: Ned}
      - {code: lika, label: Lika}
      - {code: upp, label: Upp}
  - id: varav
    type: number
    text: Hur mycket?
    asked_if: order == "ned"
"""


@pytest.fixture
def problems(folder: Folder, problems_of: ProblemsOf) -> Callable[[str, str], Said]:
    """Change the good codebook in one place and read it."""

    def change(old: str, new: str) -> Said:
        assert old in GOOD
        folder.write("svar.csv", "order,varav\n")
        folder.write("survey.yml", GOOD.replace(old, new, 1))
        return problems_of(lambda: read_codebook(folder.path, folder.root))

    return change


def test_a_good_codebook_is_read(folder: Folder) -> None:
    folder.write("svar.csv", "order,varav\n")
    folder.write("survey.yml", GOOD)
    codebook = read_codebook(folder.path, folder.root)
    assert [question.id for question in codebook.questions] == ["order", "varav"]
    assert codebook.design.kind == "nonprobability"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "status: example",
            "status: exampel",
            ("2:9", '"exampel" is not allowed in status', "one of example, real", "Did you mean example?"),
        ),
        ("title: Liten\n", "", ("1:1", "The key title is missing", "", "")),
        ("publisher: Vi", "publisher: Vi\nfilez: x", ("6:1", "Unknown key filez", None, "Did you mean files?")),
        ("    type: scale", "    typ: scale\n    type: scale", ("10:5", "Unknown key typ", None, "Did you mean type?")),
        (
            "label: Upp",
            "lable: Upp, label: Upp",
            (
                "15:21",
                "Unknown key lable",
                "one of below, code, exclusive, in_file, label, side",
                "Did you mean label?",
            ),
        ),
        (
            "code: upp",
            "code: no",
            (
                "15:16",
                "The value of questions.0.answers.2.code is read as something else",
                "text",
                'Write it in quotes: "no"',
            ),
        ),
        (
            "code: upp",
            "code: Å",
            (
                "15:16",
                '"Å" cannot be a name in questions.0.answers.2.code',
                "a–z, 0–9, _ and -, beginning with a letter or digit",
                "",
            ),
        ),
        (
            "text: Hur mycket?",
            "text: {se: Hur}",
            ("18:16", '"se" is not allowed in questions.1.text.se', "one of sv, en", ""),
        ),
        ("text: Hur mycket?", "text: [a]", ("18:11", "The value of questions.1.text is not right", "text", "")),
        (
            "many: flera}",
            "many: flera, size: några}",
            ("6:56", "The value of population.size is not right", "a whole number", ""),
        ),
        (
            "many: flera}",
            "many: flera, size: 0}",
            ("6:56", "The value of population.size is not right", "a number from 1", ""),
        ),
        ("files: [svar.csv]", "files: []", ("7:8", "The value of files is not right", "at least 1 entry", "")),
        (
            "files: [svar.csv]",
            "fieldwork: {from: 2020-06-01, to: 2020-05-01}\nfiles: [svar.csv]",
            ("7:12", "The fieldwork ends before it begins", "", ""),
        ),
        (
            "files: [svar.csv]",
            "design: {kind: census}\nfiles: [svar.csv]",
            ("1:1", "Design census needs the population's size", "", ""),
        ),
        ("code: upp", "code: lika", ("9:5", "Two answers have the same code", "", "")),
        (
            "type: scale",
            "type: single\n    merge: [{code: m, label: M, of: [ned, uppp]}]",
            ("9:5", "merge must name answers of this question, each once", "", ""),
        ),
        (
            "type: scale",
            "type: scale\n    merge: [{code: m, label: M, of: [ned, upp]}]",
            ("9:5", "Merge m: only neighbours of a scale may be merged", "", ""),
        ),
        (
            "label: Upp}",
            "label: Upp, exclusive: true}",
            ("9:5", "Only an answer to a multiple choice can be exclusive", "", ""),
        ),
        ("label: Upp}", "label: Ned}", ("13:7", '"Ned" means both ned and upp', "", "")),
        ("id: liten", "id: stor", ("1:5", "The id stor is not the name of its folder", "liten", "")),
        (
            "files: [svar.csv]",
            "files: [svarr.csv]",
            ("7:9", "There is no file svarr.csv beside the codebook", "one of svar.csv", "Did you mean svar.csv?"),
        ),
        (
            "files: [svar.csv]",
            "files: [../svar.csv]",
            ("7:9", "There is no file ../svar.csv beside the codebook", "one of svar.csv", None),
        ),
        ("files: [svar.csv]", "files: [svar.csv, svar.csv]", ("7:19", "The file svar.csv is named twice", "", "")),
        ("id: varav", "column: Order\n    id: varav", ("16:13", "The column Order is used twice", "", "")),
        (
            'order == "ned"',
            'ordr == "ned"',
            ("19:15", "No earlier question ordr", "one of order", "Did you mean order?"),
        ),
        (
            'order == "ned"',
            'order == "ner"',
            ("19:24", "Question order has no answer ner", "one of ned, lika, upp", "Did you mean ned?"),
        ),
        (
            'order == "ned"',
            "'order == \"ner\"'",
            ("19:25", "Question order has no answer ner", "one of ned, lika, upp", "Did you mean ned?"),
        ),
        ('order == "ned"', 'varav == "ned"', ("19:15", "No earlier question varav", "one of order", "")),
    ],
)
def test_each_mistake_has_its_place_and_its_hint(
    problems: Callable[[str, str], Said], old: str, new: str, expected: tuple[str | None, ...]
) -> None:
    (found,) = problems(old, new)
    place, *rest = expected
    assert found[0] == f"survey.yml:{place}"
    assert [got for got, wanted in zip(found[1:], rest, strict=True) if wanted is not None] == [
        wanted for wanted in rest if wanted is not None
    ]


def test_all_mistakes_come_at_once_in_the_order_of_the_file(problems: Callable[[str, str], Said]) -> None:
    found = problems("status: example\nkind: responses\ntitle: Liten\n", "status: x\nkind: y\n")
    assert [(place, text) for place, text, _, _ in found] == [
        ("survey.yml:1:1", "The key title is missing"),
        ("survey.yml:2:9", '"x" is not allowed in status'),
        ("survey.yml:3:7", '"y" is not allowed in kind'),
    ]


def test_a_link_is_no_file_of_a_survey(folder: Folder, problems_of: ProblemsOf) -> None:
    (folder.path / "svar.csv").symlink_to("/etc/hostname")
    folder.write("survey.yml", GOOD)
    ((place, found, _, _),) = problems_of(lambda: read_codebook(folder.path, folder.root))
    assert (place, found) == ("survey.yml:7:9", "svar.csv is a link or a folder")


def test_a_label_that_holds_the_separator_is_told_before_any_answer_is_read(
    problems: Callable[[str, str], Said],
) -> None:
    (found,) = problems("type: scale", "type: multiple\n    separator: U")
    assert found[:2] == ("survey.yml:14:7", '"Upp" holds the separator of the question')
