"""What a figure hands to “Explore”: words and names of groups in the site's language, and not one number."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.drawings import element
from tests.projects import FIGURES, STORLEK, SURVEYS, Project

CALLS = ('chart("order")', 'chart("order", by="storlek")', 'chart("order", survey="bransch")')


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What each figure of the small project hands on, by its call; None where it hands nothing."""
    shown = Project(tmp_path_factory.mktemp("utforska")).figures()
    assert set(CALLS) <= set(FIGURES)
    return {call: given(figure) for call, figure in shown.items()}


def given(figure: str) -> Any:
    return json.loads(element(figure).find("figure").get("data-utforska", "null"))


def test_every_figure_but_that_of_published_numbers_hands_something_on(handed: dict[str, Any]) -> None:
    assert [call for call, facts in handed.items() if facts is None] == ['chart("order", survey="bransch")']


def test_groups_have_their_names_in_order_the_total_first(handed: dict[str, Any]) -> None:
    facts = handed['chart("order", by="storlek")']
    assert facts["by"] == "Storlek"
    assert facts["groups"] == [["", "Alla företag"], ["sma", "Små"], ["medel", "Medelstora"], ["stora", "Stora"]]
    assert handed['chart("order")']["groups"] == []
    assert handed['chart("order")']["units"] == "företag"


def test_words_are_in_the_sites_language_and_hold_no_number(handed: dict[str, Any]) -> None:
    words = [facts["words"] for facts in handed.values() if facts]
    assert len(words) == len(FIGURES) - 1
    for said in words:
        assert (said["explore"], said["suppressed"]) == ("Utforska", "skyddad: för få svar här eller intill")
        numbers = re.findall(r"\d+", json.dumps(said, ensure_ascii=False))
        assert numbers == ["95"]  # the level of every interval


@pytest.mark.parametrize("name", ['<img src=x onerror="alert(1)">', "a\u202eb", "{{ 7*7 }}"])
def test_a_groups_name_is_text(tmp_path: Path, name: str) -> None:
    codebook, rows = SURVEYS["enkat"]
    codebook = codebook.replace(STORLEK, STORLEK.replace("label: Små", f"label: {json.dumps(name)}"))
    project = Project(tmp_path, enkat=(codebook, rows))
    figure = project.said('chart("order", by="storlek")')
    assert given(figure)["groups"][1] == ["sma", name.replace("\u202e", "")]
    assert not element(figure).xpath(".//img")
