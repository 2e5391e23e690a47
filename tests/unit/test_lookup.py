"""What a macro names is found, and a comparison that the codebooks do not allow is refused in words."""

from pathlib import Path

import pytest

from tests.projects import HEAD, PERMITTERING, Project

CHANGE = 'change("permittering", "ja", since="var")'
PLAIN = "State both numbers without a verb of change."
KI_CSV = """\
question,answer,group,period,published,value,unit,n,url,note
order,ja,industri,2020-05,2020-06,71,percent,,https://example.org/juni,
order,ja,industri,2020-11,2020-11,46,percent,,https://example.org/november,
order,ja,tjänster,2020-05,2020-06,75,percent,,https://example.org/juni,
order,ja,tjänster,2020-08,2020-08,60,percent,,https://example.org/augusti,
order,nej,industri,2020-05,2020-06,20,percent,,https://example.org/juni,
"""
KI = f"""\
id: ki
{HEAD.replace("counts", "published").replace("size: 62, ", "").replace("census", "nonprobability")}questions:
  - {{id: order, type: single, text: Har tappat order, answers: [{{code: ja, label: Ja}}, {{code: nej, label: Nej}}]}}
"""


def counts(yes: int, no: int, silent: int = 0) -> str:
    rows = f"question,answer,by,group,n\npermittering,ja,,,{yes}\npermittering,nej,,,{no}\n"
    return rows + (f"permittering,__no_answer__,,,{silent}\n" if silent else "")


def waves(root: Path, comparable: str, later: str = HEAD, earlier: str = HEAD, silent: int = 0) -> Project:
    """Spring with 15 of 62 and summer with 28 of 62; the codebook of summer says how they compare."""
    said = PERMITTERING.replace("label: Permittering,", f"label: Permittering, {comparable}")
    project = Project(
        root,
        sommar=(f"id: sommar\n{later}questions:\n{said}", counts(28, 34)),
        var=(f"id: var\n{earlier}questions:\n{PERMITTERING}", counts(15, 47 - silent, silent)),
    )
    project.page("{{ " + CHANGE + " }}", survey="sommar")
    return project


@pytest.mark.parametrize("how", ["how: same", "how: bridged, reason: Frågan var vidare i våras"])
def test_two_censuses_that_compare_have_a_change(tmp_path: Path, how: str) -> None:
    project = waves(tmp_path, f"comparable: [{{with: var, {how}}}],")
    assert project.problems() == []
    assert "21 procentenheter" in project.read()  # 28/62 less 15/62 is 20.97 points


def test_a_census_that_some_did_not_answer_still_describes_those_who_did(tmp_path: Path) -> None:
    project = waves(tmp_path, "comparable: [{with: var, how: same}],", silent=10)
    assert project.problems() == []
    assert "16 procentenheter" in project.read()  # 28/62 less 15/52 is 16.3 points


def test_the_earlier_wave_may_say_it_as_well(tmp_path: Path) -> None:
    project = waves(tmp_path, "comparable: [{with: var, how: same}],")
    project.page('{{ change("permittering", "ja", since="sommar") }}', survey="var")
    assert project.problems() == []


def test_a_broken_comparison_is_refused_with_its_reason(tmp_path: Path) -> None:
    project = waves(tmp_path, "comparable: [{with: var, how: broken, reason: I våras räknades varsel också}],")
    assert [problem[1:] for problem in project.problems()] == [
        ("permittering of var and sommar cannot be compared: I våras räknades varsel också", "", PLAIN)
    ]


def test_a_comparison_that_nobody_vouched_for_is_refused(tmp_path: Path) -> None:
    assert waves(tmp_path, "").problems() == [
        (
            f"docs/index.md:5 {CHANGE}",
            "no survey.yml says whether permittering of var and sommar can be compared",
            "same, bridged, broken",
            "Say so under the question in the later survey, with comparable:.",
        )
    ]


@pytest.mark.parametrize("wave", ["earlier", "later"])
def test_self_selection_has_no_change(tmp_path: Path, wave: str) -> None:
    head = HEAD.replace("census", "nonprobability")
    comparable = "comparable: [{with: var, how: same}],"
    project = waves(tmp_path, comparable, head if wave == "later" else HEAD, head if wave == "earlier" else HEAD)
    found = "no change can be told between var and sommar: one of them is no random sample or census"
    assert [problem[1:] for problem in project.problems()] == [(found, "", PLAIN)]


def test_both_reasons_come_at_once(tmp_path: Path) -> None:
    project = waves(tmp_path, "", HEAD.replace("census", "nonprobability"))
    assert len(project.problems()) == 2


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('cite("ki", "order", "ja", group="industri")', "46 procent"),
        ('cite("ki", "order", "ja", group="industri", period="2020-05")', "71 procent"),
        ('cite("ki", "order", "ja", group="tjänster", period="2020-05")', "75 procent"),
        ('cite("ki", "order", "nej")', "20 procent"),  # one group only, so there is nothing to choose
        ('change("order", "ja", since="2020-05", group="tjänster", survey="ki")', "15 procentenheter"),
    ],
)
def test_a_published_figure_of_one_group(tmp_path: Path, call: str, said: str) -> None:
    assert said in Project(tmp_path, ki=(KI, KI_CSV)).said(call, "ki")


@pytest.mark.parametrize(
    ("call", "found", "allowed", "hint"),
    [
        (
            'cite("ki", "order", "ja")',
            "the figures of order are of several groups", "industri, tjänster", "Name one of them with group=.",
        ),
        (
            'change("order", "ja", since="2020-05", survey="ki")',
            "the figures of order are of several groups", "industri, tjänster", "Name one of them with group=.",
        ),
        (
            'cite("ki", "order", "ja", group="industry")',
            "there is no group industry here", "industri, tjänster", "Did you mean industri?",
        ),
        (
            'cite("ki", "order", "ja", group="tjänster", period="2020-11")',
            "there is no period 2020-11 here", "2020-05, 2020-08", None,
        ),
        ('cite("ki", "order", "jaa", group="industri")', "there is no answer jaa here", "ja, nej", None),
    ],
)  # fmt: skip
def test_populations_are_never_mixed(tmp_path: Path, call: str, found: str, allowed: str, hint: str | None) -> None:
    project = Project(tmp_path, ki=(KI, KI_CSV))
    project.page("{{ " + call + " }}", survey="ki")
    [problem] = project.problems()
    assert problem[:3] == (f"docs/index.md:5 {call}", found, allowed)
    assert hint is None or problem[3] == hint


def test_a_series_of_one_group_takes_no_group(tmp_path: Path) -> None:
    rows = "".join(line for line in KI_CSV.splitlines(keepends=True) if "tjänster" not in line)
    project = Project(tmp_path, ki=(KI, rows))
    project.page('{{ cite("ki", "order", "ja", group="industri") }}', survey="ki")
    assert [problem[1:] for problem in project.problems()] == [
        ("the figures of order are all of one group", "", "Leave out group=.")
    ]
