"""What a table becomes that no tool is known by, and what holds for all of them."""

from pathlib import Path

import pytest

from macros.language.catalogue import Language
from macros.survey.imports.understanding import NothingAskedError, read_export
from macros.survey.sheet import Sheet, read_sheet
from tests.imported import imported
from tests.unit.survey.imports.tables import doubts, kinds, labels, table


def test_a_plain_table_with_a_weight_and_a_decimal_comma(tmp_path: Path) -> None:
    header = [
        "lopnr",
        "vikt",
        "kommun",
        "q2_1",
        "q2_2",
        "Option:Question",
        "Other option:Question",
        "omsättning",
        "betyg",
        "Svarsdatum",
    ]
    rows = [
        [at + 1, f"{0.51 + at / 100:.4f}".replace(".", ","), ("Berg", "Åre", "Annan")[at % 3], at % 2, at % 3 % 2,
         "Option" if at % 2 else "", "Other option" if at % 3 else "", f"{at},5", 1 + at % 5, f"2024-05-{at + 1:02}"]
        for at in range(24)
    ]  # fmt: skip
    found = table(tmp_path, header, rows, ";")
    assert found.draft.tool == "csv"
    assert (found.codebook.decimal, found.codebook.design.weight, found.codebook.identifier) == (",", "vikt", "lopnr")
    assert kinds(found) == {
        "kommun": "single", "q2": "multiple", "question": "multiple", "omsattning": "number", "betyg": "number",
    }  # fmt: skip
    assert found.counts("q2_1") == {"1": 12, "2": 8, "": 24}
    assert found.counts("Option:Question") == {"Option": 12, "Other option": 16, "": 20}
    assert labels(found, "kommun") == ["Berg", "Åre", "Annan"]
    assert "Numbers with few values" in doubts(found)
    assert "betyg" in doubts(found)


def test_answers_without_an_order_tell_nothing_of_the_first_respondent(tmp_path: Path) -> None:
    rows = [["Zeta", "No"], *([["Alfa", "Yes"], ["Beta", "No"], ["Other", "Yes"]] * 8)]
    found = table(tmp_path, ["team", "sure"], rows)
    assert labels(found, "team") == ["Alfa", "Beta", "Zeta", "Other"]
    assert labels(found, "sure") == ["Yes", "No"]


def test_typed_words_stay_answers_where_the_file_has_empty_cells(tmp_path: Path) -> None:
    rows = [["N/A", "x"], ["None", ""], ["-", "y"], ["", "x"], ["Fine, thanks", "y"], ["n/a", "x"]] * 4
    rows += [[f"Words {at}", "x"] for at in range(9)]
    found = table(tmp_path, ["hinder", "group"], rows)
    assert found.draft.missing_codes == ()
    hinder = found.codebook.questions[0]
    answered = (found.survey.frame[hinder.id] != "__no_answer__").sum()
    assert answered == sum(bool(row[0]) for row in rows)


def test_a_named_tool_is_taken_at_its_word(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Timestamp,a\n2024-03-13 10:00:00,Ja\n2024-03-14 10:00:00,Nej\n", encoding="utf-8")
    assert imported(file, tmp_path / "a").draft.tool == "google-forms"
    assert imported(file, tmp_path / "b", "csv").draft.tool == "csv"


def test_a_sheet_without_answers_makes_no_draft() -> None:
    with pytest.raises(NothingAskedError):
        read_export(Sheet("x.csv", ("a",), (("a",),)), "x")


def test_what_only_a_person_knows_is_marked_in_the_language_of_the_site(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("a\nJa\nNej\n", encoding="utf-8")
    draft = read_export(read_sheet(file, tmp_path), "x", language=Language("en"))
    assert str(draft.codebook.publisher).startswith("FILL IN")
    assert str(draft.codebook.population.label).startswith("FILL IN")
