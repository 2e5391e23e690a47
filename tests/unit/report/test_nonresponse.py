"""A census that some did not answer says how many, so that nobody takes those who answered for all."""

from pathlib import Path

import pytest

from tests.projects import HEAD, PERMITTERING, Project

ENGLISH = """\
site_name: Prov
site_url: https://example.org/
theme: {name: material, language: en}
nav: [index.md]
"""
ROWS = "question,answer,by,group,n\npermittering,ja,,,20\npermittering,nej,,,36\npermittering,__no_answer__,,,2\n"


def notes(project: Project) -> str:
    return project.said('table("permittering")')


@pytest.mark.parametrize(("size", "absent"), [(62, 4), (59, 1)])
def test_those_who_took_no_part_are_counted(tmp_path: Path, size: int, absent: int) -> None:
    head = HEAD.replace("size: 62", f"size: {size}") + "questions:\n"
    project = Project(tmp_path, ENGLISH, enkat=(f"id: enkat\n{head}{PERMITTERING}", ROWS))
    said = notes(project)
    assert "56 of 58 företag answered the question." in said
    assert f"{absent} of {size} företag took no part." in said


@pytest.mark.parametrize("head", [HEAD.replace("size: 62", "size: 58"), HEAD.replace("census", "nonprobability")])
def test_a_census_that_reached_all_and_a_survey_that_is_none_do_not(tmp_path: Path, head: str) -> None:
    codebook = f"id: enkat\n{head}questions:\n{PERMITTERING}"
    said = notes(Project(tmp_path, ENGLISH, enkat=(codebook, ROWS)))
    assert "answered the question." in said
    assert "took no part" not in said
