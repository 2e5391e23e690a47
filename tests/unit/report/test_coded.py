"""Under a figure of answers that were coded by hand stands how far that got."""

from pathlib import Path

import pytest

from tests.projects import HEAD, Project

ENGLISH = "theme: {name: material, language: en}\n"
CODEBOOK = f"""\
id: enkat
{HEAD.replace("counts", "responses").replace("census", "nonprobability")}\
identifier: id
questions:
  - {{id: hinder, type: text, text: "Vad hindrar?"}}
  - id: hinder_kod
    type: multiple
    text: Vad hindrar?
    label: Hinder
    coded_from: hinder
    coding: kodning.csv
    answers: [{{code: pengar, label: Pengar}}, {{code: tid, label: Tid}}]
"""
ROWS = "id,hinder\n" + "".join(f"f{at},ord {at}\n" for at in range(40)) + "f40,\nf41,\n"


def notes(root: Path, coded: int, several: int) -> str:
    """What stands under the table when so many of 40 answers have a code, and so many two."""
    codes = [f"f{at},pengar\n" for at in range(coded)] + [f"f{at},tid\n" for at in range(several)]
    project = Project(root, ENGLISH, enkat=(CODEBOOK, ROWS))
    project.write("data/surveys/enkat/kodning.csv", "respondent,code\n" + "".join(codes))
    return project.said('chart("hinder_kod")')


def test_the_shares_coded_uncoded_and_coded_more_than_once(tmp_path: Path) -> None:
    assert (
        "Answers in the respondents' own words, coded by hand. Of 40 such answers 75 percent are coded and 25 percent "
        "are not; 15 percent have more than one code."
    ) in notes(tmp_path, 30, 6).replace("&#39;", "'")


@pytest.mark.parametrize("several", [2, 28])
def test_how_many_have_several_codes_is_withheld_where_few_do_or_do_not(tmp_path: Path, several: int) -> None:
    said = notes(tmp_path, 30, several)
    assert "75 percent are coded and 25 percent are not." in said
    assert "more than one code" not in said


def test_none_with_several_codes_is_told(tmp_path: Path) -> None:
    assert "0 percent have more than one code" in notes(tmp_path, 40, 0)


def test_the_base_is_those_coded_and_the_others_have_a_line_of_their_own(tmp_path: Path) -> None:
    said = notes(tmp_path, 30, 6)
    assert "Not coded" in said
    assert "30 of 42 företag gave an answer that is coded." in said
