"""Numbers to be read with care: the rule under the figure, the mark at the number, the word in the sentence."""

from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.language.catalogue import Language
from macros.release.disclosure import release_table
from macros.render.words import speak
from macros.report.notes import notes_of
from tests.drawings import Bar, bars, element, labels
from tests.projects import Project, in_english
from tests.samples import EN_PLATS, EN_PLATS_CSV, ENGLISH, LARGE, samples
from tests.two_waves import call, two_waves
from tests.unit.release.tables import one_way

WIDE = (
    "Uncertain: the interval is at least 30 percentage points wide, or wider than 1.3 times the percentage itself and "
    "than 5 points (limits: NCHS 2017)."
)
NOT_COMPUTED = (
    "Uncertainty cannot be computed where no interval is given: too few units were drawn, or their answers do not "
    "differ."
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return samples(tmp_path_factory.mktemp("urval"))


def wrong(project: Project, call: str, survey: str = "liten") -> tuple[str, str]:
    with pytest.raises(ReportError) as caught:
        project.said(call, survey)
    (problem,) = caught.value.problems
    return in_english(problem)[1], in_english(problem)[3]


@pytest.mark.parametrize(("survey", "call", "told"), [
    ("liten", 'chart("stod")', [WIDE]),
    ("plats", 'chart("stod")', [NOT_COMPUTED]),
    ("stickprov", 'chart("permittering")', []),
])  # fmt: skip
def test_each_flag_that_occurs_has_one_note(project: Project, survey: str, call: str, told: list[str]) -> None:
    shown = element(project.said(call, survey))
    said = [note.text_content() for note in shown.find_class("figur-not")]
    assert [note for note in said if note in (WIDE, NOT_COMPUTED)] == told


@pytest.mark.parametrize(
    ("call", "survey", "text"),
    [
        ('share("stod", "ja")', "liten", "40 percent (uncertain)"),
        ('share("stod", "ja", form="words")', "liten", "four in ten (uncertain)"),
        ('share("stod", "ja", form="Words")', "liten", "Four in ten (uncertain)"),
        ('share("stod", "ja", form="short")', "liten", "40% (uncertain)"),
        ('share("stod", "ja", form="of")', "liten", "12 of 30 (uncertain)"),
        ('share("stod", "ja", form="count")', "liten", "12 företag"),  # a count is what it is
        ('count("stod", "ja")', "liten", "12 företag"),
        ('n("stod")', "liten", "30 företag"),
        ('mean("antal")', "liten", "15.5 people"),
        ('share("permittering", "ja")', "stickprov", "37 percent"),
        ('share("stod", "ja")', "plats", "40 percent (uncertainty cannot be computed)"),
        ('mean("lika")', "liten", "1.0 boards (uncertainty cannot be computed)"),
    ],
)
def test_a_sentence_says_that_its_number_is_uncertain(project: Project, call: str, survey: str, text: str) -> None:
    (number,) = element(project.said(call, survey))
    assert number.text_content().replace("\N{NO-BREAK SPACE}", " ") == text


def test_an_uncertain_number_is_no_headline(project: Project) -> None:
    for survey in ("liten", "plats"):
        found, hint = wrong(project, 'headlines((share("stod", "ja"), "want support"))', survey)
        assert found == "stod Yes: the number is uncertain and cannot be a headline"
        assert hint.startswith("Say it in a sentence")
    assert "tal stor" in project.said('headlines((count("stod", "ja"), "want support"))', "liten")
    assert "tal stor" in project.said('headlines((share("permittering", "ja"), "have"))', "stickprov")


@pytest.mark.parametrize("title", ["Only 40 percent want support", "Four in ten want support"])
def test_an_uncertain_number_is_no_title_unless_the_title_says_so(project: Project, title: str) -> None:
    found, _ = wrong(project, f'chart("stod", title="{title}")')
    assert found == "the title names an uncertain number: Yes, 40 percent"
    sure = f"{title} (uncertain)"
    shown = element(project.said(f'chart("stod", title="{sure}")', "liten"))
    assert shown.find_class("figur-titel")[0].text_content() == sure


@pytest.mark.parametrize("title", ["Support in 2020", "37 percent have", "Companies want support"])
def test_another_title_is_let_be(project: Project, title: str) -> None:
    call, survey = ('chart("permittering", {})', "stickprov") if "37" in title else ('chart("stod", {})', "liten")
    assert title in project.said(call.format(f'title="{title}"'), survey)


def test_a_title_made_from_the_data_says_so_itself(project: Project) -> None:
    title = element(project.said('chart("stod")', "liten")).find_class("figur-titel")[0].text_content()
    assert title == "Support: most common is no (60 percent, uncertain)"


def test_much_nonresponse_is_told_with_its_counts_and_whose_limit_it_is() -> None:
    def told(blank: int) -> list[str]:
        table = one_way("a 40, b 23", kinds={"__no_answer__": blank})
        notes = notes_of(release_table(table, table, "en"), "en")
        return [said for note in notes if "OMB" in (said := speak(note, Language("en")))]

    (note,) = told(28)
    assert note.startswith("28 of 91 gave no answer to the question, more than three in ten")
    assert told(27) == []


def cells(project: Project, call: str, survey: str) -> list[list[str]]:
    shown = element(project.said(call, survey))
    for sign in shown.xpath('//table//*[@aria-hidden="true"]'):
        sign.text = ""
    return [[cell.text_content() for cell in row] for row in shown.find(".//table").iter("tr")]


def test_the_table_marks_it_in_words_and_keeps_the_number_apart(project: Project) -> None:
    assert cells(project, 'table("stod")', "liten")[:2] == [
        ["Answer", "Percent", "Number", "95 % interval"],
        ["Yes", "40 uncertain", "12", "22–60"],
    ]
    (number, *_) = element(project.said('table("stod")', "liten")).xpath("//td//*[@data-key]")
    assert number.text_content() == "40"


def test_the_table_says_where_an_interval_cannot_be_computed(project: Project) -> None:
    assert cells(project, 'table("stod")', "plats")[1] == ["Yes", "40", "12", "cannot be computed"]
    assert cells(project, 'table("lika")', "liten")[:2] == [
        ["Group", "Number of answers (n)", "Mean", "95 % interval", "Lower quartile", "Median", "Upper quartile"],
        ["All företag", "30", "1", "cannot be computed", *["1 uncertainty cannot be computed"] * 3],
    ]


def test_a_table_by_group_has_the_interval_and_the_marks_under_each_number(project: Project) -> None:
    head, total, small, _ = cells(project, 'table("stod", by="storlek")', "liten")
    assert head == ["Size", "Number of answers (n)", "Yes", "No"]
    assert total == ["All företag", "30", "40 22–60 uncertain", "60 40–78 uncertain"]
    # 6 of 15, a domain of the sample (R: svyciprop of the subset, method "beta").
    assert small[:2] == ["Small", "15 few answers"]
    assert small[2].startswith("40 1")
    assert small[2].endswith("uncertain")
    assert "uncertainty cannot be computed" in cells(project, 'table("stod", by="storlek")', "plats")[1][2]


def test_a_comparison_of_waves_marks_its_shares_too(tmp_path: Path) -> None:
    heads = {id_: f"{LARGE}wave: {wave}\n" for id_, wave in (("var", "spring"), ("sommar", "summer"))}
    project = two_waves(tmp_path, spring={"nya": {"ja": 12, "nej": 18}}, heads=heads)
    line = cells(project, call(("nya", "ja")), "sommar")[1]
    assert line[1:3] == ["40 22–60 uncertain", "50 37–63"]


def drawn(project: Project, call: str, survey: str) -> str:
    return project.said(call, survey).partition("<svg")[2].partition("</svg>")[0]


def whiskers(svg: str) -> int:
    return svg.count('stroke="var(--chart-text)"')


def test_a_bar_has_its_whisker_and_says_that_it_is_uncertain(project: Project) -> None:
    svg = "<svg" + drawn(project, 'chart("stod", kind="bars")', "liten") + "</svg>"
    assert whiskers(svg) == 6  # a line and two ends for each of two bars
    assert [label.words for label in labels(svg)][:2] == ["60 uncertain", "40 uncertain"]
    plain = "<svg" + drawn(project, 'chart("permittering")', "stickprov") + "</svg>"
    assert (whiskers(plain), [label.words for label in labels(plain)][:2]) == (6, ["63", "37"])


def test_a_whisker_goes_from_end_to_end_of_the_published_interval(project: Project) -> None:
    """statistics.md 2.5 (R, package survey): 20 of 54 from 180 is 26 to 49 percent, so 34 of 54 is 51 to 74."""
    svg = "<svg" + drawn(project, 'chart("permittering")', "stickprov") + "</svg>"
    longest, shorter = sorted(bars(svg), key=lambda bar: -bar.width)
    found = sorted(_lines(svg))
    per_percent = longest.width / 63
    assert found == [
        pytest.approx((bar.x + low * per_percent, bar.x + high * per_percent), abs=0.1)
        for bar, low, high in _expected(shorter, longest)
    ]


def _expected(shorter: Bar, longest: Bar) -> list[tuple[Bar, int, int]]:
    return [(shorter, 26, 49), (longest, 51, 74)]


def _lines(svg: str) -> list[tuple[float, float]]:
    """Lying lines of whiskers, from where to where."""
    found = []
    for line in element(svg).iter("line"):
        if line.get("stroke") == "var(--chart-text)" and line.get("x2") not in (None, "0"):
            x = float(line.get("transform").partition("(")[2].partition(",")[0])
            found.append((x, x + float(line.get("x2"))))
    return found


def test_no_whisker_is_drawn_where_none_can_be_computed(project: Project) -> None:
    svg = "<svg" + drawn(project, 'chart("stod", kind="bars")', "plats") + "</svg>"
    assert whiskers(svg) == 0
    assert [label.words for label in labels(svg)][:2] == ["60 uncertain", "40 uncertain"]


def test_a_sample_is_drawn_so_that_its_intervals_are_seen_and_a_stack_marks_with_a_sign(project: Project) -> None:
    assert whiskers(drawn(project, 'chart("niva")', "stickprov")) > 0
    assert whiskers(drawn(project, 'chart("stod", by="storlek")', "liten")) == 12
    stacked = project.said('chart("stod", by="storlek", kind="stack")', "liten")
    assert "40*" in stacked
    assert "* in the chart: uncertain." in stacked
    assert "* in the chart" not in project.said('chart("niva", kind="stack")', "stickprov")
    small = project.said('chart("stod", by="storlek", kind="multiples")', "liten")
    assert "40*" in small
    assert "* in the chart: uncertain." in small


def test_the_words_of_the_chart_say_it_too(project: Project) -> None:
    def words(call: str, survey: str) -> str:
        return str(element(project.said(call, survey)).find_class("figur-alternativ")[0].text_content())

    said = words('chart("stod")', "liten")
    assert "The interval of no is 40 to 78 percent. Uncertain: no, yes." in said
    assert "Uncertainty cannot be computed: no, yes." in words('chart("stod")', "plats")
    groups = words('chart("stod", by="storlek")', "liten")
    assert "Uncertain: All företag, Small, Large. Few answers in every group." in groups
    assert "ncertain" not in words('chart("permittering")', "stickprov")


@pytest.mark.parametrize("call", ['share("stod", "ja") > 10', 'mean("lika") > 0'])
def test_a_claim_on_a_number_without_an_interval_stops(project: Project, call: str) -> None:
    project.page(f'{{{{ claim("Many", {call}) }}}}', survey="plats")
    ((_, found, _, _),) = project.problems()
    assert found.startswith("the number behind the claim has no interval, and the survey is a sample")


def test_a_census_taken_as_a_sample_is_claimed_of_as_one(tmp_path: Path) -> None:
    text = EN_PLATS.replace("kind: srs", "kind: census, nonresponse: as_random").replace(
        "provet, ", "provet, size: 90, "
    )
    project = Project(tmp_path, ENGLISH, plats=(text, EN_PLATS_CSV))
    project.page('{{ claim("Many", share("stod", "ja") > 10) }}', survey="plats")
    ((_, found, _, _),) = project.problems()
    assert "has no interval" in found
