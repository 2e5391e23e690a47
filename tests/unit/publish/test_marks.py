"""Pages that show invented answers are marked, and no others are touched."""

import gzip
from pathlib import Path

import pytest
from lxml import etree

from macros.errors import ReportError
from macros.publish.marks import mark_examples, pages_with_examples
from tests.projects import Project
from tests.unit.publish.built import generate, small_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small_project(tmp_path)


def addresses(sitemap: bytes) -> list[str]:
    return [found.text or "" for found in etree.fromstring(sitemap).iter("{*}loc")]


def test_a_page_with_invented_numbers_is_marked_once_below_its_heading(project: Project) -> None:
    site = project.root / "site"
    desk = generate(project, site)
    # The data page shows the tables that no other page does.
    assert pages_with_examples(desk) == {"", "rapport/", "data/"}
    mark_examples(desk, site)
    for name in ("index.html", "rapport/index.html", "data/index.html"):
        text = (site / name).read_text(encoding="utf-8")
        assert text.count('</h1><p class="exempel-sida">') == 1
        assert text.count('<meta name="robots" content="noindex"></head>') == 1


def test_only_the_first_heading_gets_the_mark(project: Project) -> None:
    project.page("<h1>Ett</h1><h1>Två</h1>{{ n() }}")
    site = project.root / "site"
    mark_examples(generate(project, site), site)
    text = (site / "index.html").read_text(encoding="utf-8")
    assert text.count("exempel-sida") == 1
    assert text.index("exempel-sida") < text.index("Två")


def test_a_page_with_only_real_numbers_or_none_is_left_as_it_is(project: Project) -> None:
    project.page('<h1>Bransch</h1>{{ chart("order") }}', "om.md", survey="bransch")
    project.page("<h1>Inget</h1>", "inget.md")
    site = project.root / "site"
    desk = generate(project, site)
    before = [(site / name / "index.html").read_bytes() for name in ("om", "inget")]
    mark_examples(desk, site)
    assert [(site / name / "index.html").read_bytes() for name in ("om", "inget")] == before


def test_marked_pages_are_in_neither_sitemap_and_the_two_are_one(project: Project) -> None:
    site = project.root / "site"
    mark_examples(generate(project, site), site)
    plain = (site / "sitemap.xml").read_bytes()
    packed = (site / "sitemap.xml.gz").read_bytes()
    assert addresses(plain) == ["https://example.org/prov/om/"]
    assert gzip.decompress(packed) == plain
    assert packed[4:8] == bytes(4), "the time of packing would make every build another"


def test_a_site_without_an_address_has_no_sitemap_and_is_marked_all_the_same(project: Project) -> None:
    site = project.root / "site"
    desk = generate(project, site)
    (site / "sitemap.xml").unlink()
    mark_examples(desk, site)
    assert "exempel-sida" in (site / "index.html").read_text(encoding="utf-8")
    assert not (site / "sitemap.xml").exists()


def test_a_page_that_cannot_be_marked_stops_the_build(project: Project) -> None:
    project.page("<p>{{ n() }}</p>")
    site = project.root / "site"
    desk = generate(project, site)
    with pytest.raises(ReportError, match="site/: the page shows example data and has no heading"):
        mark_examples(desk, site)
