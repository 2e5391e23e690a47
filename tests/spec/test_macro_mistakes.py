"""What a communicator may not say, as a table: the call, what is found, what is allowed, and a hint."""

from collections.abc import Callable

import pytest

from macros.errors import ReportError
from tests.projects import Project, in_english

HALF = 'share("order", "minskat")'
MARCH = "2020-03-16/2020-03-17"
Wrong = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("misstag"))


@pytest.fixture
def wrong(project: Project) -> Wrong:
    """Found, allowed and hint of what a rehearsal says of one call."""

    def run(call: str) -> list[tuple[str, str, str]]:
        project.page(f"{{{{ {call} }}}}")
        return [problem[1:] for problem in project.problems()]

    return run


@pytest.mark.parametrize(
    ("call", "found", "hint"),
    [
        (f'claim("x", {HALF})', "a claim needs a comparison of a number",
         'As in claim("en majoritet", share("orderingang", "minskat") > 50)'),
        ('claim("x", true)', "a claim needs a comparison of a number",
         'As in claim("en majoritet", share("orderingang", "minskat") > 50)'),
        ('claim("x", share("vantan", "kanske") < 50)', "vantan Kanske: this number is not published, too few answers",
         "Say something of a larger group, or leave it out."),
        ('share("order", "okat", by="storlek", group="sma")',
         "order Ökat: this number is not published, too few answers",
         "Say something of a larger group, or leave it out."),
        ('claim("x", count("niva", "bra", survey="stickprov") > 1)',
         "the number behind the claim has no interval, and the survey is a sample: stickprov--niva//bra/count",
         "Claim something of a single answer's share instead."),
        ('share("order", "ja", survey="bransch")', "bransch holds figures that others published",
         "Use cite(…) instead."),
        ('n(survey="bransch")', "bransch holds figures that others published", "Use cite(…) instead."),
        ('chart("order", by="antal", survey="bransch")',
         "bransch holds figures that others published; they cannot be grouped", "Leave out by=."),
        ('chart("antal", survey="bransch")', "no chart shows antal in this way yet", 'Use table("…") instead.'),
        ('cite("enkat", "order", "okat")', "enkat is a survey of our own; cite is for published figures",
         "Use share(…) instead."),
        ('balance("permittering")', "permittering has no balance: its answers name no sides",
         "Give the answers side: in survey.yml."),
        ('share("permittering", "ja", group="sma")', "by and group belong together",
         "Give both: by= names the grouping, group= one of its groups."),
        ('mean("order")', "order is not a number question", ""),
        ('headlines("x")', "headlines takes pairs of a number and its sentence", 'As in (n(), "svarade")'),
        ('headlines(("x", "y"))', "headlines takes pairs of a number and its sentence", 'As in (n(), "svarade")'),
    ],
)  # fmt: skip
def test_what_cannot_be_said_is_told(wrong: Wrong, call: str, found: str, hint: str) -> None:
    assert wrong(call) == [(found, "", hint)]


@pytest.mark.parametrize(
    ("call", "found", "allowed", "hint"),
    [
        ('chart("ordr")', "there is no question ordr in enkat", "storlek, permittering, order, vantan, behov",
         "Did you mean order?"),
        ('chart("order", by="storlk")', "there is no grouping storlk in enkat",
         "storlek, permittering, order, vantan, behov", "Did you mean storlek?"),
        ('chart("order", by="behov")', "behov cannot group: it is of type multiple",
         "storlek, permittering, order, vantan", ""),
        ('share("order", "minskatt")', "there is no answer minskatt here",
         "minskat_mycket, minskat_nagot, oforandrat, okat, minskat", "Did you mean minskat?"),
        ('share("permittering", "ja", by="storlek", group="smaa")', "there is no group smaa here",
         "sma, medel, stora", "Did you mean sma?"),
        ('share("permittering", "ja", form="word")', "there is no form word here",
         "number, words, Words, short, of, count, units, points, bare", "Did you mean words?"),
        ('chart("order", kind="stak")', "a chart of kind stak cannot show order", "stack, diverging, bars, waffle",
         "Did you mean stack?"),
        ('cite("bransch", "order", "ja", period="2020")', "there is no period 2020 here",
         f"{MARCH}, 2020-04-14/2020-04-16", ""),
        ('source(survey="enket")', "there is no survey enket", "bransch, enkat, forra, personal, stickprov",
         "Did you mean enkat?"),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_told_with_what_there_is(
    wrong: Wrong, call: str, found: str, allowed: str, hint: str
) -> None:
    assert wrong(call) == [(found, allowed, hint)]


def test_a_group_that_was_merged_has_its_new_name(project: Project) -> None:
    # Minskat mycket och minskat något are shown together by size, since three companies would stand alone.
    with pytest.raises(ReportError) as caught:
        project.said('share("order", "minskat_nagot", by="storlek", group="medel")')
    (problem,) = caught.value.problems
    assert in_english(problem)[1:3] == ("there is no answer minskat_nagot here", "minskat, oforandrat, okat, minskat")
