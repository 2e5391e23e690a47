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
                "one of below, code, exclusive, in_file, label, of, others, side",
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


LIST = """\
  - id: order
    type: multiple
    columns: {ned: a, lika: b, upp: c}
    text: Hur går det?
    answers:
      - {code: ned, label: Ned}
      - {code: lika, label: Lika}
      - {code: upp, label: Upp}
"""


RANKING = LIST.replace("multiple", "ranking")
HINT = "Write under in_file what the column holds where it is ticked"


def keyed(line: str, questions: str = LIST) -> str:
    """The question with one more key."""
    return questions.replace("    text", f"    {line}\n    text")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (
            LIST.replace("label: Upp", "label: Nej"),
            ("16:9", 'In a column of its own "Nej" means not ticked', "", HINT),
        ),
        (
            keyed("separator: ''"),
            ("12:16", "The value of questions.0.separator is not right", "text that is not empty", ""),
        ),
        (keyed("column: d"), ("9:5", "column beside columns needs the separator of its answers", "", "")),
        (keyed("places: [x]"), ("9:5", "Only a ranking has places", "", "")),
        (LIST.replace("{ned: a, ", "{"), ("9:5", "columns must name each answer once", "", "")),
        (keyed("unit: kr"), ("9:5", "Only a number has minimum, maximum or unit", "", "")),
        (keyed("order: month-day-year"), ("9:5", "Only a date has an order of its parts", "", "")),
        (keyed("separator: '>'", RANKING), ("9:5", "A ranking needs one of columns, places and separator", "", "")),
        (
            RANKING.replace("columns: {ned: a, lika: b, upp: c}", "places: [a, b, c, d]"),
            ("9:5", "A ranking has no more places than answers", "", ""),
        ),
        (LIST.replace("lika: b", "lika: A"), ("11:29", "The column A is used twice", "", "")),
        (LIST + "design: {weight: c}\n", None),
    ],
)
def test_columns_of_several_answers(
    folder: Folder, problems_of: ProblemsOf, new: str, expected: tuple[str, str, str, str] | None
) -> None:
    """A multiple choice and a ranking say where their answers stand, in one way that cannot be misread."""
    head, _, rest = GOOD.partition("  - id: order")
    new, _, design = new.partition("design:")
    tail = "  - id: varav" + rest.partition("  - id: varav")[2].replace('order == "ned"', "order == 'ned'")
    folder.write("svar.csv", "a,b,c,varav\n")
    folder.write("survey.yml", head + new + tail + ("design:" + design if design else ""))
    if expected is None:
        assert read_codebook(folder.path, folder.root).design.weight == "c"
        return
    ((place, *said),) = problems_of(lambda: read_codebook(folder.path, folder.root))
    assert (place, *said) == (f"survey.yml:{expected[0]}", *expected[1:])


GROUPS = """\
  - id: varav
    type: single
    text: Tappat?
    groups_of: order
    answers:
      - {code: ja, label: Ja, of: [ned]}
      - {code: nej, label: Nej, of: [lika, upp]}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("of: [lika, upp]", "of: [lika]", "varav: no group has upp"),
        ("of: [ned]", "of: [ned, sjunkit]", "varav: of names an answer that is not there"),
        ("of: [ned]", "of: [ned, upp]", "Each group names its answers under of, each answer once"),
        ("of: [ned]", "of: []", "Each group names its answers under of, each answer once"),
        ("groups_of: order", "groups_of: ordr", "varav: groups_of must name an earlier question of type single, scale"),
        ("groups_of: order", "column: x", "Only the answers of a question with groups_of have parts under of"),
    ],
)
def test_groups_hold_every_answer_once(
    folder: Folder, problems_of: ProblemsOf, old: str, new: str, expected: str
) -> None:
    folder.write("svar.csv", "order\nned\n")
    good = GOOD.partition("  - id: varav")[0] + GROUPS
    folder.write("survey.yml", good)
    assert read_codebook(folder.path, folder.root).question("varav") is not None
    folder.write("survey.yml", good.replace(old, new))
    assert [found for _, found, _, _ in problems_of(lambda: read_codebook(folder.path, folder.root))] == [expected]
