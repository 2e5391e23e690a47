"""What a figure's notes say of chance: the method in words, what it takes for granted, and what is left out."""

from pathlib import Path

import pytest

from tests.drawings import element
from tests.projects import Project
from tests.samples import LITEN_CSV, clustered, samples, with_design

SAMPLE = "A sample: the interval shows the uncertainty of chance at 95 percent. Method: {}.".format
KORN_GRAUBARD = "exact for few answers too, and fitted to how the sample was drawn (Korn–Graubard)"
NO_SIZE = "The size of the population is not given, so nothing is taken off for the part of it that was drawn."
AT_ONCE = "The intervals of all answers hold at the same time (Bonferroni)."
AS_RANDOM = (
    "Everybody was asked. The interval takes for granted that chance alone decided who answered, as if those who did "
    "had been drawn at random."
)
EVERYBODY = (
    "Everybody was asked: all 30 företag answered. No sampling error; errors of measurement and interpretation may "
    "remain."
)
NO_CHANCE = "Everybody was asked, so there is no sampling error; who did not answer may differ."


def notes(project: Project, call: str = 'chart("stod")', survey: str = "liten") -> list[str]:
    return [note.text_content() for note in element(project.said(call, survey)).find_class("figur-not")]


@pytest.mark.parametrize(
    ("interval", "named"),
    [
        ("beta", KORN_GRAUBARD),
        (
            "beta-nchs",
            "exact for few answers too, and never surer than an unweighted sample (Korn–Graubard, as NCHS has it)",
        ),
        ("xlogit", "worked out on the logit scale"),
        ("wilson", "Wilson's, for a share"),
        ("exact-finite", "exact, for drawing from a population of known size"),
    ],
)
def test_the_method_of_the_interval_is_named(tmp_path: Path, interval: str, named: str) -> None:
    project = with_design(tmp_path, f"{{kind: srs, interval: {interval}}}", "size: 300, ")
    assert SAMPLE(named) in notes(project)


def test_a_mean_has_a_method_of_its_own_and_an_end_of_the_scale_another(tmp_path: Path) -> None:
    project = with_design(tmp_path, "{kind: srs}", csv=LITEN_CSV.replace(";folk", ""))
    woodruff = "for quartiles, the interval of the share below, read back as a value (Woodruff)"
    assert SAMPLE(f"the standard error times Student's t; {woodruff}") in notes(project, 'table("antal")')
    assert SAMPLE("exact where nobody or everybody gave the answer (Clopper–Pearson)") in notes(
        project, 'chart("behov")'
    )


@pytest.mark.parametrize(("size", "told"), [("", True), ("size: 300, ", False)])
def test_that_the_population_is_not_known_is_told(tmp_path: Path, size: str, *, told: bool) -> None:
    assert (NO_SIZE in notes(with_design(tmp_path, "{kind: srs}", size))) == told


@pytest.mark.parametrize(("design", "told"), [("{kind: srs, at_once: true}", True), ("{kind: srs}", False)])
def test_intervals_that_hold_together_are_told(tmp_path: Path, design: str, *, told: bool) -> None:
    assert (AT_ONCE in notes(with_design(tmp_path, design))) == told


def test_a_census_taken_as_a_sample_says_what_is_taken_for_granted_and_who_is_missing(tmp_path: Path) -> None:
    said = notes(with_design(tmp_path, "{kind: census, nonresponse: as_random}", "size: 40, "))
    assert said[:4] == ["30 of 30 företag answered the question.", "10 of 40 företag took no part.",
                        SAMPLE(KORN_GRAUBARD), AS_RANDOM]  # fmt: skip
    assert NO_SIZE not in said


@pytest.mark.parametrize("design", ["{kind: census}", "{kind: census, nonresponse: as_random}", "{kind: srs}"])
def test_where_everybody_answered_nothing_is_said_of_chance(tmp_path: Path, design: str) -> None:
    assert notes(with_design(tmp_path, design, "size: 30, ")) == [EVERYBODY]


def test_a_census_with_nonresponse_describes_those_who_answered(tmp_path: Path) -> None:
    said = notes(with_design(tmp_path, "{kind: census}", "size: 40, "))
    assert said == ["30 of 30 företag answered the question.", "10 of 40 företag took no part.", NO_CHANCE]


def test_weights_are_told_with_what_the_answers_are_worth(tmp_path: Path) -> None:
    lines = LITEN_CSV.splitlines()
    # 15 answers of weight 1 and 15 of weight 3: (15 + 45)² / (15 + 135) = 24 (Kish).
    weighted = [f"{lines[0]},vikt", *(f"{line},{1 if i % 2 else 3}" for i, line in enumerate(lines[1:]))]
    project = with_design(tmp_path, "{kind: srs, weight: vikt}", csv="\n".join(weighted) + "\n")
    assert (
        "Percentages and means are weighted; the numbers of answers are not. With the weights the 30 answers are worth "
        "as much as 24 unweighted ones."
    ) in notes(project)


def test_totals_that_the_weights_are_adjusted_to_are_named_with_their_source(tmp_path: Path) -> None:
    design = "{kind: srs, calibrate: [{question: storlek, totals: {sma: 100, stora: 200}, source: Register 2020}]}"
    said = notes(with_design(tmp_path, design))
    assert "The weights are adjusted to known totals: Size (Register 2020)." in said
    assert any(note.startswith("Percentages and means are weighted") for note in said)


def test_without_weights_nothing_is_said_of_them(tmp_path: Path) -> None:
    assert not [note for note in notes(samples(tmp_path)) if "weight" in note]


def test_a_sample_of_few_places_has_an_uncertain_interval(tmp_path: Path) -> None:
    project = with_design(tmp_path, "{kind: srs, cluster: plats}", csv=clustered(5))
    said = notes(project)
    assert (
        "Uncertain: so few units were drawn that the interval itself is unsure (fewer than 8 degrees of freedom; "
        "NCHS 2017)."
    ) in said
