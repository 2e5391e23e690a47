"""What a comparison of waves may not say, as a table: the call, what is found, what is allowed, and a hint."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.projects import HEAD, Project
from tests.two_waves import BROKEN, call, two_waves

ORDER = ("order", "farre")
PAIRS = "waves takes pairs of a question and an answer"
EXAMPLE = 'As in waves(("orderingang", "minskat"), since="…")'
PLAIN = "State both numbers without a verb of change."
LATER = "Say so under the question in the later survey, with comparable:."
QUESTIONS = "order, leverans, korttid, nya, vantan, kassa, behov"
Said = tuple[str, str, str]
Wrong = Callable[[str], list[Said]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return two_waves(tmp_path_factory.mktemp("misstag"))


@pytest.fixture
def wrong(project: Project) -> Wrong:
    """Found, allowed and hint of what a rehearsal says of one call on a page of the later wave."""

    def run(text: str) -> list[Said]:
        project.page(f"{{{{ {text} }}}}", survey="sommar")
        return [problem[1:] for problem in project.problems()]

    return run


@pytest.mark.parametrize(
    ("text", "found", "allowed", "hint"),
    [
        ('waves("order", "farre", since="var")', PAIRS, "", EXAMPLE),
        ('waves(("order",), since="var")', PAIRS, "", EXAMPLE),
        ('waves(("order", "farre", "nu"), since="var")', PAIRS, "", EXAMPLE),
        ('waves(("order", 3), since="var")', PAIRS, "", EXAMPLE),
        ('waves(since="var")', PAIRS, "", ""),
        ('waves(("order", "farre"))', "waves lacks since",
         "waves(pairs, since, survey=…, title=…, kind=…)", ""),
        ('waves(("order", "farre"), since=2020)', "waves: since must be text in quotes", "", ""),
        ('waves(("order", "farre"), snce="var")', "waves has no argument snce", "since, survey, title, kind",
         "Did you mean since?"),
        (call(ORDER, since="vr"), "there is no survey vr", "bransch, sommar, var", "Did you mean var?"),
        (call(ORDER, survey="sommer"), "there is no survey sommer", "bransch, sommar, var", "Did you mean sommar?"),
        (call(("ordr", "farre")), "there is no question ordr in var", QUESTIONS, "Did you mean order?"),
        (call(("leverans", "jaa")), "there is no answer jaa here", "ja, nej", "Did you mean ja?"),
        (call(("order", "ja"), since="bransch"), "bransch holds figures that others published", "",
         "Use cite(…) instead."),
        (call(("kassa", "ja")), f"kassa of var and sommar cannot be compared: {BROKEN}", "", PLAIN),
        (call(("behov", "ja")), "no survey.yml says whether behov of var and sommar can be compared",
         "same, bridged, broken", LATER),
        (call(ORDER, since="sommar"), "no survey.yml says whether order of sommar and sommar can be compared",
         "same, bridged, broken", LATER),
        (call(("vantan", "kanske")), "vantan Kanske: this number is not published, too few answers", "",
         "Say something of a larger group, or leave it out."),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_told(wrong: Wrong, text: str, found: str, allowed: str, hint: str) -> None:
    assert wrong(text) == [(found, allowed, hint)]


def test_all_pairs_that_are_wrong_are_told_at_once_and_a_survey_that_is_none_once(wrong: Wrong) -> None:
    found = [said[0] for said in wrong(call(("kassa", "ja"), ("behov", "ja"), ORDER, ("leverans", "jaa")))]
    assert found == [
        f"kassa of var and sommar cannot be compared: {BROKEN}",
        "no survey.yml says whether behov of var and sommar can be compared",
        "there is no answer jaa here",
    ]
    assert len(wrong(call(ORDER, ("leverans", "ja"), since="vr"))) == 1


@pytest.mark.parametrize("wave", ["var", "sommar"])
def test_nothing_is_compared_where_nothing_is_known_of_chance(tmp_path: Path, wave: str) -> None:
    project = two_waves(tmp_path, heads={wave: HEAD.replace("census", "nonprobability")})
    project.page("{{ " + call(ORDER) + " }}", survey="sommar")
    found = "no change can be told between var and sommar: one of them is no random sample or census"
    assert [problem[1:] for problem in project.problems()] == [(found, "", PLAIN)]


def test_samples_are_compared_with_a_test(tmp_path: Path) -> None:
    """The verdict is told under the figure, and a verb of change only where the test bears it."""
    sample = HEAD.replace("census", "srs").replace("size: 62", "size: 620")
    project = two_waves(tmp_path, heads={"var": sample, "sommar": sample})
    project.page("{{ " + call(ORDER) + " }}", survey="sommar")
    assert project.problems() == []
    page = project.read()
    assert "tested at the level of 5 percent" in page
    assert "without sampling error" not in page


def test_a_page_shows_a_comparison_once(tmp_path: Path) -> None:
    project = two_waves(tmp_path)
    project.page(f"{{{{ {call(ORDER)} }}}}\n\n{{{{ {call(ORDER)} }}}}", survey="sommar")
    assert [problem[1] for problem in project.problems()] == ["the page shows sommar--order--var twice"]


def test_another_page_may_show_the_same_but_no_other_answers_under_the_same_name(tmp_path: Path) -> None:
    project = two_waves(tmp_path)
    project.page(f"{{{{ {call(ORDER)} }}}}", survey="sommar")
    project.page(f"{{{{ {call(ORDER, title='Färre order')} }}}}", "rapport.md", survey="sommar")
    assert project.problems() == []
    project.page(f"{{{{ {call(('order', 'fler'))} }}}}", "rapport.md", survey="sommar")
    [(place, found, _, hint)] = project.problems()
    assert place.startswith("docs/rapport.md:5 waves(")
    assert found == "sommar--order--var compares other answers on another page"
    assert hint == "Name the questions in another order: the figures then have names of their own."
    project.page(f"{{{{ {call(('order', 'fler'), ('nya', 'ja'))} }}}}", "rapport.md", survey="sommar")
    assert project.problems() == []
