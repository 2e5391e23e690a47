"""Everything that can be wrong in a file of answers: file:line:column, value, what is allowed, nearest spelling."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.errors import ReportError
from macros.survey.codebook_file import read_codebook
from macros.survey.responses import read_responses
from macros.survey.survey import IDENTIFIER, Survey
from macros.survey.tabulation import MISSING
from tests.unit.survey.folders import Folder, ProblemsOf, Said, outcome

QUESTIONS = """\
  - id: order
    type: scale
    text: Hur går det?
    missing: {no_answer: [""], dont_know: [Vet ej], not_applicable: [Ej aktuellt]}
    answers:
      - {code: ned, label: {sv: Minskat, en: Decreased}, in_file: ["1"]}
      - {code: lika, label: Oförändrat}
      - {code: upp, label: Ökat}
  - id: varav
    type: number
    text: Hur mycket?
    asked_if: order == "ned"
    minimum: 0
    maximum: 100
  - id: stod
    type: multiple
    separator: "; "
    text: Vilka stöd?
    answers:
      - {code: lan, label: Lån}
      - {code: anstand, label: Anstånd}
      - {code: inget, label: Inget, exclusive: true}
  - id: behov
    type: multiple
    columns: {kurs: b_kurs, robot: b_robot}
    text: Vilka behov?
    missing: {dont_know: [Vet ej], refused: [Vill ej]}
    answers:
      - {code: kurs, label: Kurs}
      - {code: robot, label: Robot}
  - id: fritt
    type: text
    text: Annat?
"""
HEAD = "identifier: id\nignore: [tid]\n"
Read = Callable[..., Survey]
HEADER = "id,order,varav,stod,b_kurs,b_robot,fritt\n"

TAKE_IT_OUT = "Take it out of the file, for all of data/ is public; ignore only keeps it off the pages"


@pytest.fixture
def read(folder: Folder) -> Read:
    def run(rows: str | bytes, head: str = HEAD) -> Survey:
        folder.survey(QUESTIONS, rows, head)
        return read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)

    return run


def row_of(survey: Survey, at: int = 0) -> dict[str, str]:
    return dict(survey.frame.iloc[at])


def test_a_sound_row_becomes_codes_numbers_ticks_and_text(read: Read) -> None:
    survey = read(HEADER + "f1,Minskat,40,Lån; Anstånd,Ja,,Hej\n")
    assert row_of(survey) == {
        "order": "ned", "varav": "40", "stod:lan": "1", "stod:anstand": "1", "stod:inget": "0",
        "behov:kurs": "1", "behov:robot": "0", "fritt": "Hej", IDENTIFIER: "f1",
    }  # fmt: skip


@pytest.mark.parametrize("spelling", ["ned", "Minskat", " minskat\u00a0", "DECREASED", "1", "\u200bMinskat"])
def test_an_answer_may_be_code_label_in_any_language_or_a_spelling_of_the_file(read: Read, spelling: str) -> None:
    assert row_of(read(f"{HEADER}f1,{spelling},,,,,\n"))["order"] == "ned"


def test_missing_kinds_stay_apart(read: Read) -> None:
    rows = [
        "f1,Vet ej,,,Vet ej,,",
        "f2,Ej aktuellt,,,Vill ej,Vill ej,",
        "f3,,,,,,",
        "f4,upp,,inget,nej,nej,",
        "f5,1,,,x,0,",
    ]
    frame = read(HEADER + "\n".join(rows)).frame
    assert list(frame["order"]) == ["__dont_know__", "__not_applicable__", "__no_answer__", "upp", "ned"]
    assert list(frame["varav"]) == ["__not_asked__"] * 4 + ["__no_answer__"]
    assert list(frame["behov:robot"]) == ["__dont_know__", "__refused__", "__no_answer__", "__no_answer__", "0"]
    assert list(frame["stod:lan"]) == ["__no_answer__"] * 3 + ["0", "__no_answer__"]


def test_the_literal_none_is_an_answer_like_any_other(folder: Folder) -> None:
    folder.survey(
        "  - {id: q, type: single, text: Q, answers: [{code: a, label: None}, {code: b, label: N/A}, "
        "{code: c, label: '-'}]}\n"
        "  - {id: t, type: text, text: T}\n"
        "  - {id: m, type: multiple, separator: ';', text: M, answers: [{code: a, label: None}, "
        "{code: b, label: NaN}]}\n",
        "q,t,m\nNone,NA,NaN\nN/A,None,None;NaN\n-,-,None\n",
    )
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert survey.frame.to_numpy().tolist() == [
        ["a", "NA", "0", "1"], ["b", "None", "1", "1"], ["c", "-", "1", "0"],
    ]  # fmt: skip


def test_the_literal_none_is_missing_where_the_codebook_says_so(folder: Folder) -> None:
    folder.survey(
        "  - {id: q, type: single, text: Q, answers: [{code: a, label: A}]}\n"
        "  - {id: n, type: number, text: N}\n  - {id: t, type: text, text: T}\n",
        "q,n,t\nNone,N/A,-\nA,1,Ställdes ej\n",
        'missing: {no_answer: ["", None], not_applicable: [N/A], refused: ["-"], not_asked: [Ställdes ej]}\n',
    )
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert survey.frame.to_numpy().tolist() == [
        ["__no_answer__", "__not_applicable__", "__refused__"], ["a", "1", "__not_asked__"],
    ]  # fmt: skip


def test_what_is_written_under_other_is_one_answer_of_a_single_choice(folder: Folder) -> None:
    folder.survey(
        "  - {id: q, type: single, text: Q, answers: [{code: a, label: A}, {code: b, label: Annat, others: true}]}\n"
        "  - {id: t, type: text, text: T}\n",
        "q,t\na,x\nAnnat,x\nNågot eget,x\n,x\nVet ej,x\n",
        "missing: {no_answer: [''], dont_know: [Vet ej]}\n",
    )
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert list(survey.frame["q"]) == ["a", "b", "b", "__no_answer__", "__dont_know__"]


def test_a_file_may_say_itself_who_was_not_asked(folder: Folder) -> None:
    folder.survey(
        "  - {id: q, type: single, text: Q, answers: [{code: a, label: A}, {code: b, label: B}]}\n"
        "  - {id: n, type: number, text: N, asked_if: 'q == \"a\"', missing: {not_asked: [x], no_answer: ['']}}\n",
        "q,n\nA,1\nB,x\nB,\nA,\n",
    )
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert list(survey.frame["n"]) == ["1", "__not_asked__", "__not_asked__", "__no_answer__"]


@pytest.mark.parametrize("value", ["0", "100", "100.0", "0.5"])
def test_the_ends_of_a_range_are_in_it(read: Read, value: str) -> None:
    assert float(read(f"{HEADER}f1,1,{value},,,,\n").frame["varav"][0]) == float(value)


CHOICES = "one of 1, Oförändrat, Ökat, Vet ej, Ej aktuellt"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("f1,Ökatt,,,,,", ("2:2", '"Ökatt" is no answer to order', CHOICES, "Did you mean Ökat?")),
        ("f1,Minskatt,,,,,", ("2:2", '"Minskatt" is no answer to order', CHOICES, "Did you mean Minskat?")),
        ("f1,Vetej,,,,,", ("2:2", '"Vetej" is no answer to order', CHOICES, "Did you mean Vet ej?")),
        ("f1,1,12o,,,,", ("2:3", '"12o" is not a number', "a number from 0 to 100", "")),
        (
            'f1,1,"1,5",,,,',
            ("2:3", '"1,5" is not a number', "a number from 0 to 100", 'The codebook says decimal: "."'),
        ),
        ("f1,1,101,,,,", ("2:3", "101 is out of range", "a number from 0 to 100", "")),
        ("f1,1,-1,,,,", ("2:3", "-1 is out of range", "a number from 0 to 100", "")),
        ("f1,1,1e1,,,,", ("2:3", '"1e1" is not a number', "a number from 0 to 100", "")),
        ("f1,1,nan,,,,", ("2:3", '"nan" is not a number', "a number from 0 to 100", "")),
        (
            "f1,upp,5,,,,",
            (
                "2:3",
                "varav is answered, but was not asked",
                'an empty cell where this does not hold: order == "ned"',
                "",
            ),
        ),
        (
            "f1,,5,,,,",
            (
                "2:3",
                "varav is answered, but was not asked",
                'an empty cell where this does not hold: order == "ned"',
                "",
            ),
        ),
        (
            "f1,1,,Lån; Låna,,,",
            ("2:4", '"Låna" is no answer to stod', "one of Lån, Anstånd, Inget", "Did you mean Lån?"),
        ),
        ("f1,1,,;,,,", ("2:4", '";" is no answer to stod', "one of Lån, Anstånd, Inget", "")),
        (
            "f1,1,,Inget; Lån,,,",
            ("2:4", '"Inget" is ticked together with another answer', '"Inget" alone, or the others without it', ""),
        ),
        ("f1,1,,,,jaa,", ("2:6", '"jaa" is no answer to behov', "one of Robot, 1, 0, ja, nej", "Did you mean ja?")),
        ("f1,1,,,Robot,,", ("2:5", '"Robot" is no answer to behov', "one of Kurs, 1, 0, ja, nej", "")),
        ("f1,1,,,ja,Vet ej,", ("2:6", "The respondent both answered and did not", "", "")),
        ("f1,1,,,Vill ej,Vet ej,", ("2:6", "The respondent both answered and did not", "", "")),
        (",1,,,,,", ("2:1", "The respondent has no id", "", "")),
        (
            "f1,1,,,,,,",
            ("2:8", "The row has 8 fields", "7 fields", "A field that holds the delimiter must stand in quotes"),
        ),
        ("f1,1,", ("2:3", "The row has 3 fields", "7 fields", "")),
        ('f1,1,,,,,"a"b', ("2", "A quoted field goes on after its closing quote", "", "")),
        ('f1,1,,,,,"a', ("2", "A quote is opened and never closed", "", "")),
        ("f1,1,,,,," + "x" * 140_000, ("2", "A field is too long", "", "")),
    ],
)
def test_each_mistake_has_its_place_value_allowed_and_nearest(
    read: Read, problems_of: ProblemsOf, row: str, expected: tuple[str, str, str, str]
) -> None:
    sound = "f8,,,,,,\n"
    place, found, *rest = expected
    rows = f"{HEADER}{row}\n{'' if 'never closed' in found else sound}"
    assert problems_of(lambda: read(rows))[0] == (f"svar.csv:{place}", found, *rest)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("id,order,varav,stod,b_kurs,fritt,b_robot2", [
            ("1", "The file lacks the column b_robot", "", "Did you mean b_robot2?"),
            ("1:7", "The column b_robot2 is not in the codebook", "", "Did you mean b_robot?")]),
        ("id,order,varav,stod,b_kurs,b_robot,fritt,mer", [
            ("1:8", "The column mer is not in the codebook", "", TAKE_IT_OUT)]),
        ("id,order,varav,stod,b_kurs,b_robot,fritt,", [("1:8", "The header is empty", "",
            'Give it a header, or write "[8]" under ignore')]),
        ("id,order,varav,stod,b_kurs,b_robot,fritt,Order", [
            ("1:8", "The header Order stands twice, first in column 2", "",
             'This column is called "Order (2)": write that in a question, or under ignore')]),
    ],
    ids=["lacking", "unknown", "empty", "twice"],
)  # fmt: skip
def test_headers(read: Read, problems_of: ProblemsOf, header: str, expected: Said) -> None:
    count = header.count(",")
    found = problems_of(lambda: read(f"{header}\nf1{',' * count}x\n"))
    assert [(place.removeprefix("svar.csv:"), *rest) for place, *rest in found] == expected


def test_an_ignored_column_and_blanks_in_headers_do_no_harm(read: Read) -> None:
    survey = read(" ID ,Order,tid,varav,stod,b_kurs,b_robot,fritt\nf1,upp,12:00,,,,,\n")
    assert row_of(survey)["order"] == "upp"
    assert "12:00" not in survey.frame.to_numpy()


def test_a_file_without_a_header_shows_none_of_its_first_row(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read("f1,upp,,,,,Min hemlighet\n"))
    assert found == [("svar.csv:1:1", "The first row names no column of the codebook",
                      "one of order, varav, stod, b_kurs, b_robot, fritt, id", "")]  # fmt: skip


def test_a_header_without_rows(read: Read, problems_of: ProblemsOf) -> None:
    assert [found for _, found, _, _ in problems_of(lambda: read(HEADER))] == ["The file has a header and no rows"]
    assert [found for _, found, _, _ in problems_of(lambda: read("\n\n"))] == ["The file has no header"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_finds_the_columns(read: Read, delimiter: str) -> None:
    assert row_of(read(f"{HEADER}f1,upp,,,,,\n".replace(",", delimiter)))["order"] == "upp"


def test_the_codebooks_delimiter_wins_where_two_would_do(folder: Folder) -> None:
    head = 'ignore: [tid, "a\\ttid"]\ndelimiter: ";"\n'
    folder.survey("  - {id: q, type: text, text: Q}\n", "q;a\ttid\nx;y\tz\n", head)
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert list(survey.frame["q"]) == ["x"]


def test_a_wrong_delimiter_is_told_and_the_file_read_on(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read(f"{HEADER}f1,fel,,,,,\n", HEAD + 'delimiter: ";"\n'))
    hint = 'They are separated by ",": write that under delimiter'
    assert found[0] == ("svar.csv:1", 'The columns are not separated by ";"', "", hint)
    assert [problem[0] for problem in found] == ["svar.csv:1", "svar.csv:2:2"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them_over_quoted_newlines_and_blank_lines(
    read: Read, problems_of: ProblemsOf, newline: str
) -> None:
    rows = f'{HEADER}f1,,,,,,"två{newline}rader"\n\nf2,fel,,,,,\n'
    found = problems_of(lambda: read(rows.replace("\n", newline) if newline != "\r\n" else rows))
    assert [place for place, *_ in found] == ["svar.csv:5:2"]


def test_a_respondent_who_comes_twice_is_told_by_lines_and_never_by_id(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read(f"{HEADER}zg-77,,,,,,\nzg-78,,,,,,\nZG-77 ,,,,,,\n"))
    text = "This respondent has answered before, at data/surveys/liten/svar.csv:2:1"
    assert found == [("svar.csv:4:1", text, "", "")]


def test_all_mistakes_of_all_rows_and_bytes_come_in_one_pass_in_the_order_of_the_file(
    read: Read, problems_of: ProblemsOf
) -> None:
    rows = f"{HEADER}f1,Ökat,,,,,,x\nf2,Minksat,,,,,\nf2,1,200,Banan,,,\n".replace(",", ";")
    found = problems_of(lambda: read(rows.encode("cp1252")))
    assert [(place.removeprefix("svar.csv:"), text) for place, text, _, _ in found] == [
        ("2:8", "The row has 8 fields"),
        ("3:2", '"Minksat" is no answer to order'),
        ("4:1", "This respondent has answered before, at data/surveys/liten/svar.csv:3:1"),
        ("4:3", "200 is out of range"),
        ("4:4", '"Banan" is no answer to stod'),
    ]


def test_an_unreadable_answer_makes_no_second_problem_of_what_hangs_on_it(read: Read, problems_of: ProblemsOf) -> None:
    assert [place for place, *_ in problems_of(lambda: read(f"{HEADER}f1,fel,5,,,,\n"))] == ["svar.csv:2:2"]


def test_no_problem_shows_an_open_answer_an_id_or_another_cell(read: Read, problems_of: ProblemsOf) -> None:
    private = "Mycket-Hemligt"
    rows = f"{HEADER}{private},fel,,,,,{private}\n{private},,,,,,{private},{private}\n{private},fel,,,,,{private}\n"
    assert private not in str(problems_of(lambda: read(rows)))


def test_a_long_value_is_cut_and_control_characters_are_not_printed(read: Read, problems_of: ProblemsOf) -> None:
    ((_, found, _, _),) = problems_of(lambda: read(f"{HEADER}f1,\x1b[31m{'x' * 90},,,,,\n"))
    assert found == f'"�[31m{"x" * 34}…" is no answer to order'


def test_a_survey_shows_no_row(read: Read) -> None:
    assert repr(read(f"{HEADER}f1,,,,,,Hemligt\n")) == "Survey('liten', 1 rows)"


def test_several_files_are_one_survey(folder: Folder) -> None:
    folder.survey("  - {id: q, type: number, text: Q}\n", "q\n1\n")
    folder.write("fler.csv", "q\n2\n")
    text = (folder.path / "survey.yml").read_text()
    folder.write("survey.yml", text.replace("[svar.csv]", "[svar.csv, fler.csv]"))
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert list(survey.frame["q"]) == ["1", "2"]


@given(
    content=st.one_of(
        st.binary(max_size=200),
        st.text('f1,;"\r\n\0åuponed 0.-', max_size=80).map(lambda rows: (HEADER + rows).encode()),
        st.lists(st.sampled_from(["f", ",", "\n", "upp", "ned", '"', "Lån", ";", "5", "\ufeff"]), max_size=60).map(
            lambda parts: (HEADER + "".join(parts)).encode()
        ),
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_a_survey_or_a_report_error(folder: Folder, content: bytes) -> None:
    folder.survey(QUESTIONS, content, HEAD)
    codebook = read_codebook(folder.path, folder.root)
    result = outcome(lambda: read_responses(codebook, folder.path, folder.root))
    if isinstance(result, Survey):
        assert set(result.frame["order"]) <= {"ned", "lika", "upp", *MISSING}
        assert set(result.frame["stod:lan"]) <= {"0", "1", *MISSING}
        assert not result.frame.isna().any().any()
    else:
        assert isinstance(result, ReportError)
        assert result.problems


WORDS = ["upp", "ned", "lika", "Ökat", "Minskat", "Vet ej", ""]


@given(
    answer=st.sampled_from(WORDS),
    at=st.integers(0, 8),
    letter=st.characters(codec="utf-8", exclude_characters='\r\n,;\t|"\0'),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_mutated_cell_is_the_same_answer_another_allowed_one_or_reported(
    folder: Folder, answer: str, at: int, letter: str
) -> None:
    allowed = {word.casefold(): code for word, code in zip(WORDS, [
        "upp", "ned", "lika", "upp", "ned", "__dont_know__", "__no_answer__"], strict=True)}  # fmt: skip
    allowed |= {"1": "ned", "decreased": "ned", "oförändrat": "lika", "ej aktuellt": "__not_applicable__"}
    mutated = answer[:at] + letter + answer[at + 1 :]
    folder.survey(QUESTIONS, f"{HEADER}f1,{mutated},,,,,\n", HEAD)
    codebook = read_codebook(folder.path, folder.root)
    result = outcome(lambda: read_responses(codebook, folder.path, folder.root))
    if isinstance(result, Survey):
        visible = re.sub("[\u200b\u200c\u200d\ufeff]", "", unicodedata.normalize("NFC", mutated))
        assert allowed[" ".join(visible.split()).casefold()] == result.frame["order"][0]
    else:
        assert isinstance(result, ReportError)
        assert result.problems[-1].place.column == 2
