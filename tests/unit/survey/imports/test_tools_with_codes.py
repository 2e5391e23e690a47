"""SurveyMonkey and Qualtrics: two or three header rows, or codes for headers.

The files are made up here, as small as the quirk allows, and written as the tool writes them.
"""

from pathlib import Path

from tests.unit.survey.imports.tables import doubts, kinds, labels, table


def test_surveymonkey_with_two_header_rows(tmp_path: Path) -> None:
    upper = ["Respondent ID", "Collector ID", "Start Date", "IP Address", "How often?", "", "Which do you know?", "",
             "", "Rate these", "", "Rank these", "", "", "Anything else?"]  # fmt: skip
    lower = ["", "", "", "", "Response", "Other (please specify)", "Alpha", "Beta", "Other (please specify)",
             "Price", "Time", "A", "B", "C", "Open-Ended Response"]  # fmt: skip
    often = ("Daily", "Weekly", "Never", "Other (please specify)")
    rates = ("Poor", "Good", "Excellent")
    ranks = (("1", "2", "3"), ("2", "1", "3"), ("3", "2", "1"))
    rows = [
        [11000 + at, 77, "03/13/2024 09:00:00 AM", "192.0.2.1", often[at % 4], f"each {at}" if at % 4 == 3 else "",
         "Alpha" if at % 2 else "", "Beta" if at % 3 else "", f"Gamma {at}" if at % 5 == 0 else "",
         rates[at % 3], rates[at % 2], *ranks[at % 3], f"Thanks {at}"]
        for at in range(24)
    ]  # fmt: skip
    found = table(tmp_path, [upper, lower], rows)
    assert found.draft.tool == "surveymonkey"
    assert found.codebook.header_rows == 2
    assert list(kinds(found).values()) == [
        "single", "single", "text", "multiple", "scale", "scale", "ranking", "text",
    ]  # fmt: skip
    assert labels(found, "how-often") == ["Never", "Weekly", "Daily", "Other (please specify)"]
    assert found.counts("Which do you know? / Alpha") == {
        "Alpha": 12, "Beta": 16, "Other (please specify)": 5, "": 21,
    }  # fmt: skip
    assert labels(found, "rate-these_price") == ["Poor", "Good", "Excellent"]


def test_surveymonkey_with_codes_and_a_code_for_no_answer(tmp_path: Path) -> None:
    header = ["", "q0001", "q0004_0001", "q0004_0002", "q0007_0001", "q0007_0002", "q0010_0001", "q0010_0002", "weight"]
    manly = ("Very manly", "Somewhat manly", "Not at all manly", "No answer")
    often = ("Often", "Sometimes", "Never, but open to it", "Never, and not open to it")
    rows = [
        [at + 1, manly[at % 4], "Father" if at % 2 else "Not selected", "Mother" if at % 3 else "Not selected",
         often[at % 4], often[at % 3], *(("More money", "Not selected") if at % 2 else ("NA", "NA")), 0.5 + at / 100]
        for at in range(24)
    ]  # fmt: skip
    for row in rows[::5]:
        row[1] = "NA"
    found = table(tmp_path, header, rows)
    assert found.draft.tool == "surveymonkey"
    assert found.codebook.design.weight == "weight"
    assert found.draft.missing_codes == ("NA",)
    assert found.counts("q0004_0001") == {"Father": 12, "Mother": 16, "": 24}
    assert found.counts("q0010_0001") == {"More money": 12, "0002": 0, "": 12}  # nobody chose the second
    assert labels(found, "q0007_0002")[:2] == ["Never, and not open to it", "Never, but open to it"]
    assert found.counts("q0001")["No answer"] == sum(row[1] == "No answer" for row in rows)  # it stays an answer
    assert 'Answers such as "No answer"' in doubts(found)


def test_qualtrics_with_three_header_rows(tmp_path: Path) -> None:
    codes = [
        "StartDate",
        "Finished",
        "ResponseId",
        "Q1",
        "Q2",
        "Q2_4_TEXT",
        "Q3_1",
        "Q3_2",
        "Q4_1",
        "Q4_2",
        "Q5_First Click",
    ]
    texts = ["Start Date", "Finished", "Response ID", "How often?", "What do you use? - Selected Choice",
             "What do you use? - Other - Text", "Agree? - It is good", "Agree? - It is cheap - really",
             "Which? - Selected Choice - Cars, vans", "Which? - Selected Choice - Bikes",
             "Timing - First Click"]  # fmt: skip
    agree = ("Strongly agree", "Somewhat agree", "Strongly disagree")
    uses = ("Laptop,Phone", "Phone", "Laptop,Other", "Other")
    rows = [
        ["2024-01-02 10:00:00", "True", f"R_{at}", ("Often", "Never")[at % 2], uses[at % 4],
         f"watch {at}" if at % 4 > 1 else "", agree[at % 3], agree[at % 2],
         "Cars, vans" if at % 2 else "", "Bikes" if at % 3 else "", "3.1"]
        for at in range(24)
    ]  # fmt: skip
    found = table(tmp_path, [codes, texts, [f'{{"ImportId":"{code}"}}' for code in codes]], rows)
    assert found.draft.tool == "qualtrics"
    assert kinds(found) == {
        "finished": "single", "q1": "scale", "q2": "multiple", "q2_4_text": "text", "q3_1": "scale", "q3_2": "scale",
        "q4": "multiple",
    }  # fmt: skip
    assert found.counts("Q2") == {"Laptop": 12, "Phone": 12, "Other": 12, "": 24}
    assert found.counts("Q4_1") == {"Cars, vans": 12, "Bikes": 16, "": 20}
    row = found.codebook.question("q3_2")
    assert row is not None
    assert (row.text, row.label) == ("Agree? – It is cheap - really", "It is cheap - really")
    assert found.codebook.identifier == "ResponseId"


def test_qualtrics_with_the_rows_of_codes_and_of_words_alone(tmp_path: Path) -> None:
    codes = ["Time from Start to Finish (seconds)", "Q1", "Q2", "Q3_Part_1", "Q3_Part_2"]
    texts = ["Duration (in seconds)", "What is your gender? - Selected Choice", "What is your age (# years)?",
             "Which tools? (Select all that apply) - Selected Choice - R",
             "Which tools? (Select all that apply) - Selected Choice - Python"]  # fmt: skip
    rows = [
        [
            200 + at,
            ("Female", "Male")[at % 2],
            ("18-21", "22-24", "30+")[at % 3],
            "R" if at % 2 else "",
            "Python" if at % 3 else "",
        ]
        for at in range(24)
    ]
    found = table(tmp_path, [codes, texts], rows)
    assert (found.draft.rows, found.codebook.header_rows, found.draft.tool) == (24, 2, "qualtrics")
    assert found.counts(next(h for h in found.draft.question_columns if h.startswith("Q3_Part_1"))) == {
        "R": 12, "Python": 16, "": 20,
    }  # fmt: skip
    assert kinds(found)["q2"] == "scale"
    asked = found.codebook.question("q2")
    assert asked is not None
    assert asked.text == "What is your age (# years)?"
