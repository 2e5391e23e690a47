"""A whole import: what lies in the folder after it, and that a failed one leaves nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.errors import ReportError
from macros.language.catalogue import Language
from macros.survey.codebook_file import read_codebook
from macros.survey.imports import importer
from macros.survey.imports.draft import Draft
from macros.survey.imports.importer import Imported, Request, import_export
from macros.survey.imports.receipt import account_of, receipt
from macros.survey.imports.understanding import read_export
from macros.survey.responses import read_responses
from macros.survey.sheet import Sheet
from tests.unit.survey.imports.exports import EXPORTS
from tests.unit.survey.sav_files import sav
from tests.unit.survey.workbooks import Cell, workbook

ENGLISH = Language("en")


def export(root: Path, tool: str) -> Path:
    """Write the small export of a tool somewhere outside of any project."""
    file = root / "downloads" / EXPORTS[tool].name
    file.parent.mkdir(exist_ok=True)
    file.write_text(EXPORTS[tool].text, encoding="utf-8")
    return file


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def imported(root: Path, export_of: str, **wishes: object) -> Imported:
    request = Request(export(root, export_of), **wishes)  # type: ignore[arg-type]
    project = root / "project"
    project.mkdir(exist_ok=True)
    return import_export(request, project, ENGLISH)


@pytest.mark.parametrize("tool", EXPORTS)
def test_an_export_becomes_a_survey_that_reads_it(tmp_path: Path, tool: str) -> None:
    small = EXPORTS[tool]
    name, personal = small.name, small.personal
    done = imported(tmp_path, tool, id="x")
    project = tmp_path / "project"
    assert files(project) == ["data/surveys/x/private/" + name, "data/surveys/x/survey.yml", "docs/utkast/x.md"]
    assert done.draft.tool == tool
    folder = project / "data" / "surveys" / "x"
    assert (folder / "private" / name).read_bytes() == small.text.encode()
    codebook = read_codebook(folder, project)
    assert codebook.status == "real"
    assert codebook.files == [f"private/{name}"]
    assert len(read_responses(codebook, folder, project).frame) == 4
    assert tuple(finding.name for finding in done.findings) == personal
    assert set(personal) <= set(codebook.ignore)
    account = account_of(done)
    assert account.columns == small.columns == done.draft.columns
    assert account.personal == len(personal)


@pytest.mark.parametrize("tool", EXPORTS)
def test_no_personal_value_is_in_anything_that_is_written_or_said(tmp_path: Path, tool: str) -> None:
    done = imported(tmp_path, tool, id="x")
    project = tmp_path / "project"
    texts = [path.read_text(encoding="utf-8") for path in done.written if path.parent.name != "private"]
    said = "\n".join([*texts, receipt(done, project, ENGLISH), repr(done)])
    assert len(texts) == 2
    for secret in ("example.org", "192.0.2.", "Ann Ek", "070-174", "59.3293", "annek", "aa11"):
        assert secret not in said


def test_into_a_folder_all_goes_there_and_nothing_else_anywhere(tmp_path: Path) -> None:
    imported(tmp_path, "csv", id="x", into=tmp_path / "Någon annanstans" / "här")
    into = tmp_path / "Någon annanstans" / "här"
    assert files(into) == ["private/enkat.csv", "survey.yml"]
    assert files(tmp_path / "project") == []
    assert "$schema" not in (into / "survey.yml").read_text(encoding="utf-8")
    codebook = read_codebook(into, tmp_path / "project")
    assert codebook.id == "x"
    assert len(read_responses(codebook, into, tmp_path / "project").frame) == 4


def test_an_empty_folder_or_one_with_other_things_can_be_used(tmp_path: Path) -> None:
    into = tmp_path / "into"
    into.mkdir()
    (into / "brev.txt").write_text("hej", encoding="utf-8")
    imported(tmp_path, "csv", into=into)
    assert files(into) == ["brev.txt", "private/enkat.csv", "survey.yml"]


def test_the_id_is_made_of_the_files_name(tmp_path: Path) -> None:
    done = imported(tmp_path, "google-forms")
    assert done.draft.codebook.id == "laget-i-foretagen-svar-formularsvar-1"
    assert done.folder.name == done.draft.codebook.id


@pytest.mark.parametrize("there", ["data/surveys/x/survey.yml", "data/surveys/x/private/enkat.csv", "docs/utkast/x.md"])
def test_nothing_is_ever_overwritten(tmp_path: Path, there: str) -> None:
    project = tmp_path / "project"
    (project / there).parent.mkdir(parents=True)
    (project / there).write_text("mine", encoding="utf-8")
    with pytest.raises(ReportError) as stopped:
        imported(tmp_path, "csv", id="x")
    assert [str(problem.place) for problem in stopped.value.problems] == [there]
    assert files(project) == [there]
    assert (project / there).read_text(encoding="utf-8") == "mine"


def test_the_same_import_twice_stops_before_it_writes(tmp_path: Path) -> None:
    imported(tmp_path, "csv", id="x")
    with pytest.raises(ReportError) as stopped:
        imported(tmp_path, "csv", id="x")
    assert len(stopped.value.problems) == 3


def test_an_export_that_lies_in_its_place_already_is_taken_from_there(tmp_path: Path) -> None:
    private = tmp_path / "data" / "surveys" / "x" / "private"
    private.mkdir(parents=True)
    file = export(tmp_path, "csv").rename(private / "enkat.csv")
    before = file.stat()
    import_export(Request(file, "x"), tmp_path, ENGLISH)
    assert files(tmp_path / "data") == ["surveys/x/private/enkat.csv", "surveys/x/survey.yml"]
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_draft_that_does_not_read_its_file_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lose_a_column(sheet: Sheet, id: str, tool: str, language: Language) -> Draft:
        draft = read_export(sheet, id, tool, language)
        return replace(draft, codebook=draft.codebook.model_copy(update={"ignore": []}))

    monkeypatch.setattr(importer, "read_export", lose_a_column)
    monkeypatch.setattr(importer, "personal_columns", lambda _sheet: ())
    with pytest.raises(ReportError) as stopped:
        imported(tmp_path, "limesurvey", id="x")
    assert str(stopped.value.problems[0].place) == "report import"
    assert len(stopped.value.problems) > 1
    assert list((tmp_path / "project").iterdir()) == []


def test_what_the_system_refuses_midway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "survey.yml")

    monkeypatch.setattr(importer, "codebook_text", full)
    with pytest.raises(OSError, match="No space left"):
        imported(tmp_path, "csv", id="x")
    assert list((tmp_path / "project").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("tom.csv", b"", "The file is empty"),
        ("rubrik.csv", b"a,b\n", "The file has a header and no rows"),
        ("saknas.csv", None, "There is no such file"),
        ("trasig.xlsx", b"PK\x03\x04nothing", None),
        ("trasig.sav", b"$FL2nothing", None),
        ("bild.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None),
        ("ojamn.csv", b"a,b\n1,2\n1,2,3\n4,5\n", None),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_nothing_is_written(
    tmp_path: Path, name: str, content: bytes | None, found: str | None
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    project = tmp_path / "project"
    project.mkdir()
    with pytest.raises(ReportError) as stopped:
        import_export(Request(file, "x"), project, ENGLISH)
    said = [ENGLISH.say(problem.found) for problem in stopped.value.problems]
    assert said
    assert found is None or said[0] == found
    assert list(project.iterdir()) == []


def test_a_file_of_personal_columns_alone_has_nothing_to_count(tmp_path: Path) -> None:
    file = tmp_path / "lista.csv"
    file.write_text("Namn,E-post\nAnn Ek,ann@example.org\nBo Al,bo@example.org\nCia Ur,\n", encoding="utf-8")
    with pytest.raises(ReportError) as stopped:
        import_export(Request(file, "x", tmp_path / "into"), tmp_path, ENGLISH)
    (problem,) = stopped.value.problems
    assert ENGLISH.say(problem.found) == "No column is left that holds an answer"
    assert problem.hint is not None
    assert ENGLISH.say(problem.hint) == "These look personal: Namn, E-post"
    assert not (tmp_path / "into").exists()


@pytest.mark.parametrize(
    ("wishes", "found", "hint"),
    [
        ({"tool": "limesurve"}, "--tool cannot be limesurve", "Did you mean limesurvey?"),
        ({"encoding": "utf8"}, "--encoding cannot be utf8", "Did you mean utf-8?"),
        ({"id": "Ö!"}, '"Ö!" cannot be the name of a survey', "Name it with --id"),
        ({"id": "../x"}, '"../x" cannot be the name of a survey', "Name it with --id"),
        ({"id": "a" * 61}, None, "Name it with --id"),
    ],
)
def test_a_wish_that_cannot_be_followed_is_told(
    tmp_path: Path, wishes: dict[str, str], found: str | None, hint: str
) -> None:
    with pytest.raises(ReportError) as stopped:
        imported(tmp_path, "csv", **wishes)
    (problem,) = stopped.value.problems
    assert found is None or ENGLISH.say(problem.found) == found
    assert problem.hint is not None
    assert ENGLISH.say(problem.hint) == hint


def test_an_encoding_that_was_said_is_kept_in_the_codebook(tmp_path: Path) -> None:
    file = tmp_path / "enkat.csv"
    file.write_bytes("svar,kommun\nJa,Åre\nNej,Åre\nJa,Östersund\nJa,Åre\n".encode("mac-roman"))
    done = import_export(Request(file, "x", encoding="mac-roman"), tmp_path, ENGLISH)
    assert done.draft.codebook.encoding == "mac-roman"
    labels = {str(answer.label) for question in done.draft.codebook.questions for answer in question.answers}
    assert {"Åre", "Östersund"} <= labels


def test_a_workbook_is_imported_by_the_sheet_that_was_named(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["Hur?", "E-post"],
        ["Bra", "ann@example.org"],
        ["Dåligt", "bo@example.org"],
        ["Bra", None],
    ]
    file = tmp_path / "enkat.xlsx"
    file.write_bytes(workbook({"Om": [["Hej"], ["då"]], "Svar": rows}))
    done = import_export(Request(file, into=tmp_path / "into", sheet="Svar"), tmp_path, ENGLISH)
    assert (done.draft.codebook.sheet, done.draft.rows) == ("Svar", 3)
    assert [question.text for question in done.draft.codebook.questions] == ["Hur?"]
    assert (tmp_path / "into" / "private" / "enkat.xlsx").read_bytes() == file.read_bytes()
    with pytest.raises(ReportError) as stopped:
        import_export(Request(file, into=tmp_path / "other", sheet="Svra"), tmp_path, ENGLISH)
    assert stopped.value.problems[0].hint is not None
    assert ENGLISH.say(stopped.value.problems[0].hint) == "Did you mean Svar?"


def test_an_sav_is_imported_and_its_unreadable_sets_are_refused_aloud(tmp_path: Path) -> None:
    columns: dict[str, list[Any]] = {
        "q1": [1.0, 2.0, 1.0],
        "mejl": ["ann@example.org", "bo@example.org", ""],
        "k1": [1.0, 2.0, 3.0],
        "k2": [2.0, float("nan"), 1.0],
    }
    file = sav(
        tmp_path / "enkat.sav",
        columns,
        sets="$kanaler=X unheard-of k1 k2",
        column_labels=["Hur går det?", "Er e-post", "Första", "Andra"],
        variable_value_labels={"q1": {1.0: "Bra", 2.0: "Dåligt"}},
    )
    done = import_export(Request(file, into=tmp_path / "into"), tmp_path, ENGLISH)
    account = account_of(done)
    assert account.columns == len(columns)
    assert (account.questions, account.personal, account.refused) == (1, 1, 2)
    said = receipt(done, tmp_path, ENGLISH)
    assert "Refused:\n  The multiple-response set kanaler cannot be read: its columns k1, k2 are left out\n" in said
    assert "Bra" in {str(answer.label) for question in done.draft.codebook.questions for answer in question.answers}
