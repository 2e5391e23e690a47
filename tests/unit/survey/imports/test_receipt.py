"""The receipt: what it counts, what it sets against the file's own word, and that no line holds an answer."""

from pathlib import Path

import pytest

from macros.language.catalogue import Language
from macros.survey.codebook_file import read_codebook
from macros.survey.imports.importer import Request, import_export
from macros.survey.imports.receipt import account_of, receipt
from macros.survey.imports.self_told import told_of_itself
from macros.survey.records import Record
from macros.survey.sheet import Sheet

ENGLISH = Language("en")


def lines(root: Path, text: str, name: str = "enkat.csv", **wishes: str) -> list[str]:
    """The receipt of a file with this text."""
    file = root / name
    file.write_text(text, encoding="utf-8")
    done = import_export(Request(file, into=root / "into", **wishes), root / "project", ENGLISH)
    assert account_of(done).columns == len(done.sheet.names) == done.draft.columns
    return receipt(done, root / "project", ENGLISH).splitlines()


def part(said: list[str], heading: str) -> list[str]:
    """The lines below a heading."""
    below = said[said.index(heading) + 1 :]
    return [line.strip() for line in below[: below.index("") if "" in below else None]]


def test_it_counts_persons_columns_questions_and_sets(tmp_path: Path) -> None:
    text = "id;kon;alder;behov;namn\n1;Man;31;a;Ann\n2;Kvinna;45;a|b;Bo\n3;;;;\n4;Man;52;b;Cia\n5;Man;19;a|b;Dan\n"
    said = lines(tmp_path, text.replace(";", "\t"), "enkat.tsv")
    assert said[0] == "enkat.tsv is imported as enkat (csv)."
    assert "  persons: 4, of 5 rows" in said
    (columns,) = [line for line in said if line.startswith("  columns: 5 = ")]
    assert columns.endswith("+ 1 personal + 0 refused")
    assert any(line.startswith("  questions: ") for line in said)
    assert part(said, "Looks personal, left out:") == ['"namn": its header asks for a person\'s name (4 filled cells)']
    assert part(said, "Written:") == [
        str(tmp_path / "into" / "private" / "enkat.tsv"),
        str(tmp_path / "into" / "survey.yml"),
    ]
    assert part(said, "Next:") == [
        f"1. Fill in what begins with FILL IN in {tmp_path / 'into' / 'survey.yml'}, and go through its questions.",
        f"2. Count it: report results {tmp_path / 'into'}.",
    ]
    assert not any(word in line for line in said for word in ("Kvinna", "Ann"))


def test_columns_that_leave_with_a_personal_one_are_named(tmp_path: Path) -> None:
    text = "Hur?,Vilka? [a],Vilka? [b]\nBra,Ja,Nej\nDåligt,ann@example.org,Ja\nBra,Ja,Ja\nBra,Nej,Ja\n"
    said = lines(tmp_path, text)
    personal = part(said, "Looks personal, left out:")
    assert personal[0] == '"Vilka? [a]": 1 cell looks like an e-mail address'
    assert all("Vilka? [b]" in line for line in personal[1:])


@pytest.mark.parametrize("header", ["E-post", "e-post", "Epost"])
def test_a_personal_column_is_read_by_no_question_however_its_header_is_spelled(tmp_path: Path, header: str) -> None:
    rows = "".join(f"2026-05-0{at} 10:00:00,p{at}@example.org,Bra,a;b,{at},Text {at}\n" for at in range(1, 10))
    said = lines(tmp_path, f"Tidstämpel,{header},Hur går det?,Vad behöver ni?,Antal,Övrigt\n{rows}")
    assert part(said, "Left out:") == ['"Tidstämpel"']
    assert part(said, "Looks personal, left out:") == [f'"{header}": 9 cells look like an e-mail address']
    (columns,) = [line.strip() for line in said if line.startswith("  columns: ")]
    assert columns == (
        "columns: 6 = 4 of questions + 0 identifier + 0 of the design + 1 left out + 1 personal + 0 refused"
    )
    codebook = read_codebook(tmp_path / "into", tmp_path)
    assert codebook.ignore == ["Tidstämpel", header]
    assert "e-post" not in [question.id for question in codebook.questions]


def sheet(path: str, *numbers: str, header: str = "id") -> Sheet:
    rows = tuple(Record(line, (number,)) for line, number in enumerate(numbers, 2))
    return Sheet(path, (header,), ((header,),), rows)


@pytest.mark.parametrize(
    ("table", "identifier", "expected"),
    [
        (
            sheet("a.csv", "1", "2", "3"),
            "id",
            [
                '"id" has 3 different values in 3 rows.',
                '"id" numbers the rows from 1 to 3, and all of them are there.',
            ],
        ),
        (
            sheet("a.csv", "7", "3", "2"),
            "id",
            [
                '"id" has 3 different values in 3 rows.',
                '"id" numbers the rows from 2 to 7; 3 numbers are not there.',
            ],
        ),
        (sheet("a.csv", "b", "B", "c"), "id", ['"id" has 2 different values in 3 rows.']),
        (sheet("a.csv", "11900001", "12900001"), None, []),
        (sheet("a.csv", "3", "1", "2"), None, []),
        (sheet("a.csv", "1", "x", "3"), None, []),
        (sheet("a.csv", "1"), None, []),
        (sheet("Enkät(1-57).xlsx", "a", "b"), None, ["The file's name tells of 57 responses; it has 2."]),
    ],
)
def test_what_the_file_tells_of_its_own_size_is_set_beside_what_was_read(
    table: Sheet, identifier: str | None, expected: list[str]
) -> None:
    said = [ENGLISH.say(message) for message in told_of_itself(table, identifier)]
    nobody = [] if identifier else ["No column tells the respondents apart: each row is taken for one."]
    assert said == [*nobody, *expected]


def test_a_long_list_of_headers_is_cut_and_counted(tmp_path: Path) -> None:
    hidden = ",".join(f"x{number}" for number in range(15))
    text = f"Hur?,{hidden}\n" + "".join(f"{word},{',' * 14}\n" for word in ("Bra", "Dåligt", "Bra"))
    (left,) = part(lines(tmp_path, text), "Left out:")
    assert left.startswith('"x0", "x1", ')
    assert left.endswith('"x11" and 3 more')
