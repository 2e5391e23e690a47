"""The macros as a table: what a communicator writes, and what stands on the page.

62 companies: 39 have ja on permittering, 31 a lower order; see `tests/projects.py`. A no-break space is written `_`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drawings import element
from tests.projects import Project

HALF = 'share("order", "minskat")'
SAMPLE = 'share("permittering", "ja", survey="stickprov")'
MARCH = "2020-03-16/2020-03-17"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("makron"))


@pytest.fixture
def wrong(project: Project) -> Callable[[str], list[tuple[str, str, str]]]:
    """Found, allowed and hint of what a rehearsal says of one call."""

    def run(call: str) -> list[tuple[str, str, str]]:
        project.page(f"{{{{ {call} }}}}")
        return [problem[1:] for problem in project.problems()]

    return run


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ('share("permittering", "ja")', "63_procent"),
        ('share("permittering", "ja", form="words")', "drygt sex av tio"),
        ('share("permittering", "ja", form="Words")', "Drygt sex av tio"),
        ('share("order", "minskat", form="Words")', "Hälften"),
        ('share("permittering", "nej", by="storlek", group="medel", form="Words")', "9 av 29 företag"),
        ('share("permittering", "ja", survey="stickprov", form="Words")', "Knappt fyra av tio"),
        ('cite("bransch", "order", "ja", form="Words")', "64,2_procent"),  # no count: no words
        ('share("permittering", "ja", form="short")', "63_%"),
        ('share("permittering", "ja", form="of")', "39 av 62"),
        ('share("permittering", "ja", form="bare")', "63"),
        ('share("permittering", "ja", form="count")', "39_företag"),
        (HALF, "50_procent"),
        # Under 30 answers a percentage is a count.
        ('share("permittering", "ja", by="storlek", group="medel")', "20 av 29_företag"),
        ('share("permittering", "ja", by="storlek", group="medel", form="words")', "20 av 29 företag"),
        ('share("permittering", "ja", by="storlek", group="medel", form="short")', "20 av 29_företag"),
        ('count("permittering", "ja")', "39_företag"),
        ('count("permittering", "ja", form="bare")', "39"),
        ('count("permittering", "ja", form="of")', "39 av 62"),
        ('count("order", "minskat")', "31_företag"),
        ('mean("anstallda", survey="personal")', "12,3_anställda"),
        ('balance("order")', "−32_procentenheter"),
        ('change("permittering", "ja", since="forra")', "18_procentenheter"),
        (f'change("order", "ja", since="{MARCH}", survey="bransch")', "45,4_procentenheter"),
        ("n()", "62_företag"),
        ('n("vantan")', "61_företag"),
        ('n("permittering", by="storlek", group="sma")', "22_företag"),
        ('n("anstallda", survey="personal", form="bare")', "12"),
        ('cite("bransch", "order", "ja")', "64,2_procent"),
        (f'cite("bransch", "order", "ja", period="{MARCH}")', "18,8_procent"),
        ('cite("bransch", "order", "ja", form="short")', "64,2_%"),
        ('cite("bransch", "antal", "ja")', "310_företag"),
    ],
)
def test_a_number_is_written(project: Project, call: str, text: str) -> None:
    (number,) = element(project.said(call))
    spaced = number.text_content().replace("\N{NO-BREAK SPACE}", "_")
    assert spaced.replace("_procent", " procent") == text.replace("_procent", " procent")


@pytest.mark.parametrize(
    ("number", "href"),
    [
        ("n()", "metod/#metod-enkat"),  # how many took part: the method says it
        ('n("order")', "data/#rad-enkat--order-6"),  # how many answered a question: its table says it
        ('n("permittering", by="storlek", group="sma")', "data/#rad-enkat--permittering--storlek-2"),
        ('n(survey="forra")', "data/#rad-forra--permittering-3"),  # no page tells its method
    ],
)
def test_how_many_answered_links_to_where_it_is_told(tmp_path: Path, number: str, href: str) -> None:
    project = Project(tmp_path)
    project.page("{{ methodology() }}", "metod.md")
    project.page(f"{{{{ {number} }}}}")
    assert element(project.read())[0].get("href") == href


def test_the_ledger_holds_what_the_pages_show_and_nothing_more(project: Project) -> None:
    hidden = '{{ claim("Hälften.", share("order", "minskat") >= 50) }}{% set bara = share("permittering", "nej") %}'
    project.page('{{ share("permittering", "ja") }} {{ count("permittering", "ja") }}' + hidden)
    project.page('{{ share("permittering", "ja") }}', "rapport.md")
    project.read()
    project.read("rapport.md")
    shown = [
        {name: record[name] for name in ("key", "statistic", "value", "n", "base", "pages")}
        for record in project.desk().ledger.as_records()
    ]
    both = {"n": 39, "base": 62}
    assert shown == [
        {"key": "enkat--permittering//ja/count", "statistic": "count", "value": 39.0, **both, "pages": [""]},
        {
            "key": "enkat--permittering//ja/share",
            "statistic": "share",
            "value": 63.0,
            **both,
            "pages": ["", "rapport/"],
        },
    ]


@pytest.mark.parametrize(
    "verdict",
    [
        f"{HALF} >= 50",  # 31 of 62, exactly
        f"{HALF} <= 50",
        'share("permittering", "ja") > 62.9',  # 62.903, published as 63
        'share("permittering", "ja") < 62.91',
        f'{HALF} >= 50 and share("permittering", "ja") > 60',
        'count("permittering", "ja") > 38',
        'n("vantan") >= 61',
        'balance("order") < 0',
        'mean("anstallda", survey="personal") > 12',
        f"{SAMPLE} > 25",  # 26 to 49 percent
        f"{SAMPLE} < 50",
        'cite("bransch", "order", "ja") > 64',
        '10 < share("order", "okat") < 20',
    ],
)
def test_a_claim_that_holds_gives_its_words(project: Project, verdict: str) -> None:
    assert project.said(f'claim("Hälften.", {verdict})') == "Hälften."


@pytest.mark.parametrize(
    ("verdict", "limit", "now"),
    [
        (f"{HALF} > 50", "> 50", "50 procent"),
        (f"{HALF} < 50", "< 50", "50 procent"),
        ('share("permittering", "ja") >= 63', ">= 63", "63 procent"),
        (f'{HALF} >= 50 and share("permittering", "ja") > 70', "> 70", "63 procent"),
        ('count("permittering", "ja") > 39', "> 39", "39_företag"),
        ('balance("order") > 0', "> 0", "−32_procentenheter"),
        ('share("permittering", "ja", by="storlek", group="stora") > 60', "> 60", "6 av 11_företag"),
        (f"{SAMPLE} > 26", "> 26", "37 procent"),
        (f"{SAMPLE} < 49", "< 49", "37 procent"),
    ],
)
def test_a_claim_that_does_not_hold_is_told_with_what_the_data_say(
    wrong: Callable[[str], list[tuple[str, str, str]]], verdict: str, limit: str, now: str
) -> None:
    ((found, allowed, hint),) = wrong(f'claim("Hälften.", {verdict})')
    said = f"the claim “Hälften.” ({limit}) does not hold: the data now say {now}"
    assert found.replace("\N{NO-BREAK SPACE}", " ") == said.replace("_", " ")
    assert (allowed, hint) == ("", "Change the words, or what they rest on.")


def test_headline_numbers_are_big_and_keep_their_link(project: Project) -> None:
    (row,) = element(project.said('headlines((share("permittering", "ja", form="short"), "har permitterat"))'))
    assert row.get("class") == "tal-rad"
    assert row.find(".//a").get("class") == "tal stor"
    assert row.text_content() == "63\N{NO-BREAK SPACE}% har permitterat"


def test_a_proposal_shows_the_figures_that_it_rests_on(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("data/proposals.yml", (
        "proposals:\n  - id: p1\n    title: Mer pengar\n    what: Låna ut.\n    who: Regionen\n    helps: Små\n"
        "    horizon: I år\n    evidence:\n      - {survey: enkat, question: permittering, answer: ja}\n"
        "      - {survey: bransch, question: order, answer: ja}\n"
        "      - {survey: enkat, question: order, by: storlek}\n"
    ))  # fmt: skip
    project.page('{{ proposals() }}\n\n{{ chart("order", by="storlek") }}')
    proposal, figure = element(project.read())
    evidence = [entry.text_content().replace("\N{NO-BREAK SPACE}", " ") for entry in proposal.findall(".//li")]
    assert evidence == [
        "Permittering: Ja 63 procent (Läget i provet) Exempeldata",
        "Tappat order: Ja 64,2 procent (Läget i provet)",  # real figures bear no mark
        "Orderingång efter storlek (Läget i provet) Exempeldata",
    ]
    (back,) = figure.find_class("figur-forslag")
    assert back.find("a").get("href") == "#forslag-p1"
    assert proposal.get("id") == "forslag-p1"
