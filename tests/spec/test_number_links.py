"""Where the number in a sentence leads: to the row that tells it, in whatever figure or table shows that.

The surveys are those of `tests/projects.py`.
"""

import pytest

from tests.drawings import element
from tests.projects import Project

JA, NEJ, HALF = 'share("permittering", "ja")', 'share("permittering", "nej")', 'share("order", "minskat")'
BY = '{{ chart("permittering", by="storlek") }}'
WAVES = '{{ waves(("permittering", "nej"), ("permittering", "ja"), since="forra") }}'
SKYDDAD = "..skyddad: för få svar här eller intill"
CHART = '{{ chart("permittering") }}'


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("lankar"))


def lead(project: Project, call: str, body: str, rapport: str = "") -> tuple[str, list[str]]:
    """The link of a number, and the texts of the row that it leads to on its own page or the other."""
    project.page(f"{{{{ {call} }}}}\n\n{body}")
    project.page(rapport, "rapport.md")
    page = element(f"<div>{project.read()}</div>")
    href = page.find_class("tal")[0].get("href")
    url, _, anchor = href.partition("#")
    there = element(f"<div>{project.read('rapport.md')}</div>") if url == "rapport/" else page
    return href, [cell.text_content() for row in there.xpath(f'.//tr[@id="{anchor}"]') for cell in row]


def test_nobody_is_sent_to_a_page_that_is_no_part_of_the_report(project: Project) -> None:
    """Such as one that shows how figures are written; its own numbers stay on it."""
    project.page(f"{{{{ {JA} }}}}")
    for shown in (CHART, BY):
        project.page(f"{{{{ {JA} }}}}\n\n{shown}", "rapport.md", front="in_pdf: false\n")
        (number,) = element(f"<div>{project.read()}</div>").find_class("tal")
        assert number.get("href") == "data/#rad-enkat--permittering-1"
        number = element(f"<div>{project.read('rapport.md')}</div>").find_class("tal")[0]
        assert number.get("href", "").startswith("#rad-enkat--permittering-")


@pytest.mark.parametrize(
    ("call", "body", "rapport", "href", "row"),
    [
        (JA, CHART, "", "#rad-enkat--permittering-1", ["Ja", "63", "39"]),
        (NEJ, '{{ table("permittering") }}', "", "#rad-enkat--permittering-2", ["Nej", "37", "23"]),
        (JA, "", CHART, "rapport/#rad-enkat--permittering-1", ["Ja", "63", "39"]),
        ('n("permittering")', CHART, "", "#rad-enkat--permittering-3", ["Antal svar (n)", "", "62"]),
        ('share("permittering", "ja", by="storlek", group="medel")', BY, "", "#rad-enkat--permittering--storlek-3",
         ["Medelstora", "29 få svar", "69", "31"]),
        # No figure of all alone, but the one by size tells it of all, too.
        (JA, BY, "", "#rad-enkat--permittering--storlek-1", ["Alla företag", "62", "63", "37"]),
        ('n("permittering")', BY, "", "#rad-enkat--permittering--storlek-1", ["Alla företag", "62", "63", "37"]),
        # A change leads to the comparison, a share there only where nothing else shows it.
        ('change("permittering", "ja", since="forra")', WAVES + CHART, "",
         "#rad-enkat--permittering-permittering--forra-2", ["Permittering: ja", "45", "63", "+18"]),
        (JA, WAVES + CHART, "", "#rad-enkat--permittering-1", ["Ja", "63", "39"]),
        (JA, WAVES + BY, "", "#rad-enkat--permittering--storlek-1", ["Alla företag", "62", "63", "37"]),
        (JA, WAVES, "", "#rad-enkat--permittering-permittering--forra-2", ["Permittering: ja", "45", "63", "+18"]),
        ('share("permittering", "ja", survey="forra")', WAVES, "",
         "#rad-enkat--permittering-permittering--forra-2", ["Permittering: ja", "45", "63", "+18"]),
        # Steps of a scale together have a row of their own, by group that of the group.
        ('share("order", "minskat")', '{{ chart("order") }}', "", "#rad-enkat--order-5",
         ["Minskat, sammanlagt", "50", "31"]),
        ('share("order", "minskat", by="storlek", group="sma")', '{{ chart("order", by="storlek") }}', "",
         "#rad-enkat--order--storlek-2", ["Små", "22 få svar", "50", SKYDDAD, SKYDDAD]),
        ('mean("anstallda", survey="personal")', '{{ chart("anstallda", survey="personal") }}', "",
         "#rad-personal--anstallda-1", ["Alla företag", "12 få svar", "12,3", "6", "11", "15"]),
        # The table has a line for the balance that the page states, after what it is made of.
        ('balance("order")', '{{ chart("order") }}', "", "#rad-enkat--order-6",
         ["Nettotal, procentenheter", "−32", ""]),
        ('n("order")', '{{ chart("order") }}', "", "#rad-enkat--order-6", ["Antal svar (n)", "", "62"]),
        # Neither has a column of counts.
        ('count("permittering", "ja")', WAVES + BY, "", "data/#rad-enkat--permittering-1", []),
        # By size two answers stand as one, so neither is told there.
        ('share("order", "minskat_nagot")', '{{ chart("order", by="storlek") }}', "", "data/#rad-enkat--order-2", []),
        (JA, "", "", "data/#rad-enkat--permittering-1", []),
    ],
)  # fmt: skip
def test_a_number_leads_to_its_row(
    project: Project, call: str, body: str, rapport: str, href: str, row: list[str]
) -> None:
    assert lead(project, call, body, rapport) == (href, row)


def test_a_table_that_no_page_shows_stands_on_the_data_page_itself(project: Project) -> None:
    """Its numbers lead to its rows there; a table that a page shows is only listed."""
    project.page(f"{{{{ {JA} }}}} {{{{ {HALF} }}}}\n\n{{{{ chart('order') }}}}")
    project.page("", "rapport.md")
    project.page("{{ downloads() }}", "data.md")
    first, second = element(f"<div>{project.read()}</div>").find_class("tal")
    assert (first.get("href"), second.get("href")) == ("data/#rad-enkat--permittering-1", "#rad-enkat--order-5")
    data = element(f"<div>{project.read('data.md')}</div>")
    tables = {table.get("id") for table in data.iter("table")}
    assert "tabell-enkat--permittering" in tables
    assert "tabell-enkat--order" not in tables
    (row,) = data.xpath('.//tr[@id="rad-enkat--permittering-1"]')
    assert [cell.text_content() for cell in row] == ["Ja", "63", "39"]
