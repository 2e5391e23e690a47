"""Files that say more of themselves than a CSV does: .sav with its labels, .xlsx with its types."""

from pathlib import Path

from macros.language.catalogue import Language
from tests.imported import imported
from tests.unit.survey.sav_files import sav
from tests.unit.survey.workbooks import Rows, workbook

IMPORTANT = {1: "Inte alls viktigt", 2: "Ganska viktigt", 3: "Mycket viktigt", 8: "Vet ej"}


def test_an_sav_is_read_by_its_own_labels(tmp_path: Path) -> None:
    size = 24
    file = sav(
        tmp_path / "fil.sav",
        {
            "respid": list(range(1, size + 1)),
            "pspwght": [0.5 + at / 100 for at in range(size)],
            "q1": [float((1, 2, 8)[at % 3]) for at in range(size)],
            "m1": [float(at % 2) for at in range(size)],
            "m2": [float(at % 3 == 0) for at in range(size)],
            "age": [float((20, 35, 99)[at % 3]) for at in range(size)],
            "sex": [(1.0, 2.0, float("nan"))[at % 3] for at in range(size)],
            "rating": [float(at % 11) for at in range(size)],
        },
        sets="$ager=D1 1 12 Vad ager ni? m1 m2",
        column_labels={"q1": "Hur viktigt?", "m1": "Bil", "m2": "Båt", "age": "Ålder", "sex": "Kön"},
        variable_value_labels={
            "q1": IMPORTANT, "m1": {0: "Nej", 1: "Ja"}, "m2": {0: "Nej", 1: "Ja"}, "age": {99: "Vill ej svara"},
            "sex": {1: "Man", 2: "Kvinna", 3: "Annat"}, "rating": {0: "Sämst", 10: "Bäst"},
        },
        missing_ranges={"q1": [8], "age": [99]},
        variable_measure={"q1": "ordinal"},
    )  # fmt: skip
    found = imported(file, tmp_path / "in")
    book = found.codebook
    assert (found.draft.tool, book.identifier, book.design.weight) == ("sav", "respid", "pspwght")
    assert {q.id: q.type for q in book.questions} == {
        "q1": "scale", "ager": "multiple", "age": "number", "sex": "single", "rating": "scale",
    }  # fmt: skip
    # The file calls 8 missing, so nobody is in the base for it; the label that nobody chose is an answer.
    assert found.counts("q1") == {"Inte alls viktigt": 8, "Ganska viktigt": 8, "Mycket viktigt": 0, "": 16}
    important = book.question("q1")
    assert important is not None
    assert important.missing is not None
    assert important.missing.dont_know == ["Vet ej"]
    assert found.counts("m1") == {"Bil": 12, "Båt": 8, "": 24}
    assert found.counts("age")[""] == 16
    assert found.counts("sex") == {"Man": 8, "Kvinna": 8, "Annat": 0, "": 16}
    rating = book.question("rating")
    assert rating is not None
    assert [answer.label for answer in rating.answers] == ["Sämst", *map(str, range(1, 10)), "Bäst"]
    said = [Language("en").say(message) for message in found.draft.said]
    assert "The file declares 1 multiple-response set." in said
    assert "The file declares values of 2 columns to be no answer." in said


def test_a_workbook_of_microsoft_forms(tmp_path: Path) -> None:
    head = [
        "Id",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "How is it?",
        "What do you need?",
        "How many are you?",
    ]
    rows: Rows = [head]
    needs = ("Staff;", "Staff;Money;", "Money;", None)
    rows = [
        head,
        *(
            [at + 1, 45000.5, 45000.6, "anonymous", None, ("Very good", "Good", "Bad")[at % 3], needs[at % 4], at * 2]
            for at in range(16)
        ),
    ]
    file = tmp_path / "Svar (1-16).xlsx"
    file.write_bytes(workbook({"Form1": rows}))
    found = imported(file, tmp_path / "in")
    assert found.draft.tool == "microsoft-forms"
    assert [q.type for q in found.codebook.questions] == ["scale", "multiple", "number"]
    assert found.counts("What do you need?") == {"Staff": 8, "Money": 8, "": 12}
    assert [a.label for a in found.codebook.questions[0].answers] == ["Bad", "Good", "Very good"]
