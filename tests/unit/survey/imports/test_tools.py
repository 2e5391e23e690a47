"""Tools with one header row: the types of their questions, the answers in order, and the counts.

The files are made up here, as small as the quirk allows, and written as the tool writes them.
"""

from pathlib import Path

from macros.survey.answer_cells import headers
from tests.unit.survey.imports.tables import Rows, doubts, kinds, labels, table

SATISFIED = ("Mycket nöjd", "Ganska nöjd", "Ganska missnöjd", "Mycket missnöjd")
LIMESURVEY = [
    "id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language",
    "kon. Kön", "kon[other]. Kön [Annat]", "kanal[SQ001]. Vilka kanaler? [Webb]", "kanal[SQ002]. Vilka kanaler? [Post]",
    "kanal[other]. Vilka kanaler? [Annat]", "nojd[pris]. Hur nöjd är du med [Pris]",
    "nojd[tid]. Hur nöjd är du med [Tid]",
    "rang[1]. Rangordna [Rang 1]", "rang[2]. Rangordna [Rang 2]", "rang[3]. Rangordna [Rang 3]",
    "alder. Hur gammal är du?",
]  # fmt: skip


def limesurvey_rows() -> Rows:
    orders = (("A-laget", "B-laget", "C-laget"), ("B-laget", "A-laget", "C-laget"), ("C-laget", "B-laget", "A-laget"))
    return [
        [at, f"2024-03-{at:02} 10:00:00", 5, "sv", ("Man", "Kvinna", "Other")[at % 3], "hen" if at % 3 == 2 else "",
         "Yes" if at % 2 else "No", "Yes" if at % 4 == 0 else "No", "brev" if at == 7 else "",
         SATISFIED[at % 4], SATISFIED[at % 3], *orders[at % 3], 20 + at]
        for at in range(1, 25)
    ]  # fmt: skip


def test_limesurvey_with_codes_and_words(tmp_path: Path) -> None:
    found = table(tmp_path, LIMESURVEY, limesurvey_rows())
    assert found.draft.tool == "limesurvey"
    assert kinds(found) == {
        "startlanguage": "single", "kon": "single", "kon_other": "text", "kanal": "multiple",
        "nojd_pris": "scale", "nojd_tid": "scale", "rang": "ranking", "alder": "number",
    }  # fmt: skip
    assert found.codebook.identifier == "id. Response ID"
    period = found.codebook.fieldwork
    assert period is not None
    assert (str(period.first), str(period.last)) == ("2024-03-01", "2024-03-24")
    assert found.counts("kanal[SQ001]. Vilka kanaler? [Webb]") == {
        "Webb": 12,
        "Post": 6,
        "Annat": 1,
        "": 24,
    }  # of all who saw it
    pris = found.codebook.question("nojd_pris")
    assert pris is not None
    assert (pris.grid, pris.scale, pris.label, pris.text) == ("nojd", "nojd", "Pris", "Hur nöjd är du med – Pris")
    assert labels(found, "nojd_tid") == list(reversed(SATISFIED))  # also the one that this row lacks
    assert [answer.side for answer in pris.answers] == ["negative", "negative", "positive", "positive"]
    assert "counted as one answer, and the words are kept nowhere; look" in doubts(found)
    assert "brev" not in found.codebook.model_dump_json()


def test_limesurvey_marks_what_was_not_shown(tmp_path: Path) -> None:
    header = ["id", "submitdate", "lastpage", "q1", "q2[SQ001]", "q2[SQ002]", "q3"]
    rows = [
        [at, "2024-03-01", 1, "Ja" if at % 2 else "Nej", *(("Yes", "No") if at % 2 else ("N/A", "N/A")),
         at if at % 2 else "N/A"]
        for at in range(1, 21)
    ]  # fmt: skip
    found = table(tmp_path, header, rows)
    assert found.codebook.missing.not_asked == ["N/A"]
    assert found.counts("q2[SQ001]") == {"SQ001": 10, "SQ002": 0, "": 10}
    assert kinds(found)["q3"] == "number"


def test_google_forms_with_commas_in_its_options(tmp_path: Path) -> None:
    header = [
        "Tidstämpel",
        "Vilka kanaler använder ni?",
        "Hur ofta? [Läser]",
        "Hur ofta? [Skriver]",
        "Hur bra? (1–5)",
        "Vad mer?",
    ]
    channels = (
        "Webb, Sociala medier (Facebook, Instagram)", "Webb", "E-post, Ja, men bara delvis",
        "Sociala medier (Facebook, Instagram)", "Webb, E-post", "",
    )  # fmt: skip
    often = ("Dagligen", "Varje vecka", "Aldrig")
    rows = [
        [
            f"2024-03-{at + 1:02} 10.15.00",
            channels[at % 6],
            often[at % 3],
            often[at % 2],
            1 + at % 5,
            f"Tack, och {at} hej",
        ]
        for at in range(24)
    ]
    found = table(tmp_path, header, rows)
    assert found.draft.tool == "google-forms"
    assert list(kinds(found).values()) == ["multiple", "scale", "scale", "number", "text"]
    assert found.counts("Vilka kanaler använder ni?") == {
        "Webb": 12, "E-post": 8, "Sociala medier (Facebook, Instagram)": 8, "Ja, men bara delvis": 4, "": 20,
    }  # fmt: skip
    assert labels(found, found.question("Hur ofta? [Läser]").id) == ["Aldrig", "Varje vecka", "Dagligen"]
    assert "one with the separator in it" in doubts(found)


def test_google_forms_grid_of_boxes(tmp_path: Path) -> None:
    days = ("Mon", "Mon, Tue", "Tue, Wed", "Wed", "Mon, Wed")
    rows = [[f"3/{at % 28 + 13}/2024 10:15:00", days[at % 5], days[at % 4]] for at in range(15)]
    found = table(tmp_path, ["Timestamp", "When? [Home]", "When? [Away]"], rows)
    assert list(kinds(found).values()) == ["multiple", "multiple"]
    assert found.counts("When? [Home]") == {"Mon": 9, "Tue": 6, "Wed": 9, "": 15}


def test_microsoft_forms_with_its_closing_semicolons(tmp_path: Path) -> None:
    header = [
        "ID",
        "Starttid",
        "Slutförandetid",
        "E-post",
        "Namn",
        "Vad behövs?",
        "Rangordna",
        "Lön",
        "Chef",
        "Antal anställda",
    ]
    needs = ("Personal;", "Personal;Energi, el och värme;", "Energi, el och värme;", "")
    ranks = ("A;B;C;", "C;B;A;", "B;A;C;")
    agree = ("Instämmer helt", "Instämmer delvis", "Instämmer inte")
    rows = [
        [at + 1, "2024-02-01 08:00:00", "2024-02-13 08:05:00", "anonymous", "", needs[at % 4], ranks[at % 3],
         agree[at % 3], agree[at % 2], ("1–9", "10–49", "50+")[at % 3]]
        for at in range(24)
    ]  # fmt: skip
    found = table(tmp_path, header, rows, ";")
    assert found.draft.tool == "microsoft-forms"
    assert found.codebook.identifier == "ID"
    assert list(kinds(found).values()) == ["multiple", "ranking", "scale", "scale", "scale"]
    assert found.counts("Vad behövs?") == {"Personal": 12, "Energi, el och värme": 12, "": 18}
    assert labels(found, "antal-anstallda") == ["1–9", "10–49", "50+"]
    assert {"E-post", "Namn"} <= set(found.codebook.ignore)


def test_kobo_with_both_forms_of_a_multiple_choice(tmp_path: Path) -> None:
    header = ["start", "hh/size", "hh/needs", "hh/needs/water", "hh/needs/food", "hh/income", "__version__", "_id",
              "_uuid", "_submission_time", "_index"]  # fmt: skip
    needs = (("water food", 1, 1), ("water", 1, 0), ("food", 0, 1), ("", "", ""))
    rows = [
        [f"2024-05-0{at % 9 + 1}T10:00:00.000+02:00", ("small", "large")[at % 2], *needs[at % 4], 100 + at, "v1", at,
         f"u{at}", "2024-05-09T11:00:00", at]
        for at in range(20)
    ]  # fmt: skip
    found = table(tmp_path, header, rows, ";")
    assert found.draft.tool == "kobo"
    assert kinds(found) == {"hh_size": "scale", "hh_needs": "multiple", "hh_income": "number"}
    needed = found.codebook.question("hh_needs")
    assert needed is not None
    assert headers(needed) == ("hh/needs/water", "hh/needs/food", "hh/needs")
    assert found.counts("hh/needs") == {"water": 10, "food": 10, "": 15}
    assert found.codebook.identifier == "_id"


def test_kobo_leaves_out_a_joined_column_that_says_something_else(tmp_path: Path) -> None:
    header = ["q/needs", "q/needs/water", "q/needs/food", "_id", "_uuid", "_submission_time"]
    rows = [
        ["water", 1, 0, 1, "a", "2024-05-01"],
        ["water", 0, 1, 2, "b", "2024-05-01"],
        ["food", 0, 1, 3, "c", "2024-05-01"],
    ]
    found = table(tmp_path, header, rows)
    assert found.counts("q/needs/water") == {"water": 1, "food": 2, "": 3}
    assert "q/needs" in found.codebook.ignore
    assert "left out: q/needs" in doubts(found)


def test_typeform_with_options_that_have_no_question(tmp_path: Path) -> None:
    header = ["#", "What is your role?", "Web", "Print", "Other", "Web", "Radio", "<b>Are you sure?</b>",
              "Start Date (UTC)", "Submit Date (UTC)", "Network ID"]  # fmt: skip
    rows = [
        [f"x{at}", ("Manager", "Owner")[at % 2], "Web" if at % 2 else "", "Print" if at % 3 else "",
         "smoke" if at == 5 else "", "Web" if at % 4 else "", "Radio" if at % 5 else "", at % 2,
         "2024-05-01 10:00:00", "2024-05-02 10:00:00", f"n{at}"]
        for at in range(20)
    ]  # fmt: skip
    found = table(tmp_path, header, rows)
    assert found.draft.tool == "typeform"
    assert [question.type for question in found.codebook.questions] == ["single", "multiple", "multiple", "number"]
    assert found.counts("Print") == {"Web": 10, "Print": 13, "Other": 1, "": 16}
    assert found.counts("Web (2)")["Radio"] == 16
    first, second = (q for q in found.codebook.questions if q.type == "multiple")
    assert first.text == second.text  # a person must say what was asked
    assert "Options without a question" in doubts(found)
    assert found.codebook.questions[-1].text == "Are you sure?"


def test_what_was_written_under_other_is_one_answer(tmp_path: Path) -> None:
    """Its words are one person's own: they are counted, and stand nowhere in the codebook."""
    tools = ("R", "R, Python", "Python", "R, Excel", "Excel, Python")
    rows = [
        ["2024-03-13 10:00:00",
         f"Plumber of street {at}" if at % 5 == 0 else ("Nurse", "Teacher", "Engineer")[at % 3],
         f"{tools[at % 5]}, my own {at}" if at % 6 == 0 else tools[at % 5]]
        for at in range(60)
    ]  # fmt: skip
    found = table(tmp_path, ["Timestamp", "Role", "Tools"], rows)
    (other,) = (label for label in labels(found, "role") if label not in ("Engineer", "Nurse", "Teacher"))
    assert found.counts("Role") == {"Engineer": 16, "Nurse": 16, "Teacher": 16, other: 12, "": 60}
    assert found.counts("Tools") == {"R": 36, "Python": 36, "Excel": 24, other: 10, "": 60}
    assert "street" not in found.codebook.model_dump_json()
    assert "my own" not in found.codebook.model_dump_json()
    assert "role, tools" in doubts(found)
