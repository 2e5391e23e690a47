"""`report results`: what the analyst and the site's own numbers look like, from a small folder counted by hand."""

import json
from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.publish.results import open_results, question_list, survey_folder, table
from macros.report.report import Report

SETTINGS = "site_name: Prov\ntheme: {name: material, language: sv}\n"
CODEBOOK = """\
id: liten
status: example
kind: responses
title: Liten
publisher: Vi
population: {label: alla, one: ett, many: flera}
design: {weight: vikt}
files: [svar.csv]
questions:
  - {id: svar, type: single, column: Hur går det, text: "Hur går det?", answers: [
      {code: bra, label: Bra}, {code: illa, label: Illa}]}
  - {id: ort, type: single, text: "Var?", answers: [{code: norr, label: Norr}, {code: soder, label: Söder}]}
  - {id: kon, type: single, text: "Vem?", answers: [{code: k, label: Kvinna}, {code: m, label: Man}]}
  - {id: antal, type: number, text: "Hur många?"}
  - {id: flera, type: multiple, separator: "+", text: "Vad?", answers: [{code: a, label: A}, {code: b, label: B}]}
  - {id: mer, type: text, text: "Något mer?"}
"""
# svar, ort, kon, antal, mer, vikt: bra weighs 1 + 2 + 3 = 6 of 10, illa 4; without weights 3 of 4.
ANSWERS = """\
HUR  GÅR DET\u00a0,ort,kon,antal,flera,mer,vikt
Bra,Norr,Kvinna,1,A+B,N/A,1
Bra,Norr,Man,2,A,,2
Bra,Söder,Man,4,,ja,3
Illa,Söder,Kvinna,9,,,4
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("projekt")
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "docs").mkdir()
    for folder in (root / "data/surveys/liten", root.parent / "liten"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "survey.yml").write_text(CODEBOOK, encoding="utf-8")
        (folder / "svar.csv").write_text(ANSWERS, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def report(project: Path) -> Report:
    return open_results(project, "liten")


def rows(report: Report, question: str, *by: str) -> list[dict[str, object]]:
    record = json.loads(table(report, question, by, "json", unreleased=True))
    assert record["released"] is False
    assert record["engine"] == "pandas"
    made: list[dict[str, object]] = record["rows"]
    return made


def test_questions_are_listed_with_their_headers_as_they_stand_in_the_file(report: Report) -> None:
    listed = question_list(report, unreleased=True)
    assert [(q["question"], q["type"], q["base"]) for q in listed] == [
        ("svar", "single", 4), ("ort", "single", 4), ("kon", "single", 4), ("antal", "number", 4),
        ("flera", "multiple", 2), ("mer", "text", 2),
    ]  # fmt: skip
    assert listed[0]["columns"] == ["HUR  GÅR DET\u00a0"]


def test_a_released_list_withholds_what_is_too_small(report: Report) -> None:
    assert [q["base"] for q in question_list(report)] == [None] * 6


def test_shares_are_weighted_and_counts_are_not(report: Report) -> None:
    """Bra: 6 of 10 by weight, 3 of 4 by count. SE = sqrt(4/3 · Σ(w(y-0.6)/10)²) = sqrt(4/3 · 0.0800) = 0.3266."""
    good = next(row for row in rows(report, "svar") if row["answer"] == "bra")
    assert (good["n"], good["base"], good["weighted_base"]) == (3, 4, 10.0)
    assert good["percent"] == pytest.approx(60.0)
    squares = sum((w * (y - 0.6) / 10) ** 2 for w, y in ((1, 1), (2, 1), (3, 1), (4, 0)))
    assert good["se"] == pytest.approx(100 * (4 / 3 * squares) ** 0.5)
    assert (good["low"], good["high"], good["method"], good["df"]) == (None, None, "nonprobability", 3)


def test_an_answers_share_of_all_answers_has_words_of_its_own(report: Report) -> None:
    """Two of three answers given were a; of the two who answered, both ticked it."""
    found = {(row["label"], row["statistic"]): (row["n"], row["base"]) for row in rows(report, "flera") if row["n"]}
    assert found["A", "share"] == (2, 2)
    assert found["A, av alla svar", "share_of_answers"] == (2, 3)


def test_a_number_has_mean_median_and_total(report: Report) -> None:
    """Mean (1 + 4 + 12 + 36)/10 = 5.3; half the weight, 5, is reached at 4; total 53."""
    values = {
        row["statistic"]: row["value"]
        for row in rows(report, "antal")
        if row["statistic"] in ("mean", "median", "total")
    }
    assert values == {"mean": pytest.approx(5.3), "median": pytest.approx(4.0), "total": pytest.approx(53.0)}


def test_groupings_may_be_crossed(report: Report) -> None:
    found = {
        (row["group"]["ort"], row["group"]["kon"]): row["n"]  # type: ignore[index]
        for row in rows(report, "svar", "ort", "kon")
        if row["answer"] == "bra"
    }
    assert found == {
        (None, None): 3, (None, "k"): 1, (None, "m"): 2, ("norr", None): 2, ("norr", "k"): 1, ("norr", "m"): 1,
        ("soder", None): 1, ("soder", "k"): 0, ("soder", "m"): 1,
    }  # fmt: skip


def test_of_an_open_question_only_the_number_of_answers_is_told(report: Report) -> None:
    """A typed "N/A" is an answer, as the codebook does not call it missing."""
    first = rows(report, "mer")[0]
    assert (first["answer"], first["statistic"], first["n"]) == (None, "count", 2)
    assert "ja" not in json.dumps(rows(report, "mer"))


@pytest.mark.parametrize(("form", "head"), [("csv", "answer,label,statistic"), ("table", "answer")])
def test_other_forms_have_a_line_a_row(report: Report, form: str, head: str) -> None:
    lines = table(report, "svar", (), form, unreleased=True).splitlines()
    assert lines[0].startswith(head)
    assert len(lines) == 1 + len(rows(report, "svar"))


def test_released_rows_have_the_same_keys(report: Report) -> None:
    record = json.loads(table(report, "svar", (), "json"))
    assert record["released"] is True
    assert {row["status"] for row in record["rows"] if row["answer"] in (None, "bra", "illa")} == {"suppressed"}
    assert {"weighted_base", "se", "method", "df"} <= set(record["rows"][0])


def test_a_survey_may_lie_anywhere(project: Path) -> None:
    folder = project.parent / "liten"
    assert survey_folder(project, str(folder)) == folder.resolve()
    assert question_list(open_results(project, str(folder)), unreleased=True)[0]["base"] == 4


def test_an_unknown_survey_is_told_with_the_nearest_name(project: Path) -> None:
    with pytest.raises(ReportError) as caught:
        open_results(project, "litten")
    (problem,) = caught.value.problems
    assert problem.hint is not None
    assert dict(problem.found.values) == {"survey": "litten"}
