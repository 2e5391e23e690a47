"""Every page tells those who share or find it what it is, with a card of its own; drafts and wrong addresses do not."""

from pathlib import Path

import pytest
from lxml import html

from macros.publish.marks import mark_examples
from macros.publish.social import card_path, write_social
from tests.projects import SETTINGS, Project
from tests.unit.publish.built import generate, small_project

HOME = "https://example.org/prov/"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small_project(tmp_path)


def written(project: Project) -> Path:
    site = project.root / "site"
    desk = generate(project, site)
    (site / "404.html").write_text("<title>Fel</title><h1>Fel</h1>", encoding="utf-8")
    mark_examples(desk, site)
    write_social(desk, site)
    return site


def head(site: Path, url: str) -> dict[str, str]:
    """Every tag of a page's head by its name; a name that comes twice fails."""
    found: dict[str, str] = {}
    for tag in html.document_fromstring((site / url / "index.html").read_bytes()).iterfind("head/*"):
        name = tag.get("property") or tag.get("name") or tag.get("rel")
        if name:
            assert name not in found, name
            found[name] = tag.get("content") or tag.get("href") or ""
    return found


def test_a_page_with_a_figure_is_shared_by_its_finding(project: Project) -> None:
    project.page('<h1>Rapport</h1>{{ chart("order", title="Fler & fler \\"väntar\\"") }}', "rapport.md")
    site = written(project)
    assert head(site, "rapport/") == {
        "robots": "noindex",
        "description": 'Fler & fler "väntar".',
        "og:title": "rapport.md",
        "og:description": 'Fler & fler "väntar".',
        "og:type": "article",
        "og:site_name": "Prov",
        "og:locale": "sv_SE",
        "og:url": f"{HOME}rapport/",
        "og:image": f"{HOME}assets/kort/rapport/kort.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": 'rapport.md: Fler & fler "väntar". Prov. Exempeldata.',
        "twitter:card": "summary_large_image",
        "canonical": f"{HOME}rapport/",
    }


def test_a_page_without_figures_is_shared_by_its_heading_and_what_was_written_of_it(project: Project) -> None:
    project.page("<h1>Om oss</h1><p>Stycke.</p>", "om.md", front="description: Vilka vi\n  är.\n")
    said = head(written(project), "om/")
    assert said["description"] == "Vilka vi är."
    assert said["og:image:alt"] == "Om oss. Vilka vi är. Prov."


def test_the_front_page_is_the_site(project: Project) -> None:
    said = head(written(project), "")
    assert (said["og:type"], said["og:url"], said["canonical"]) == ("website", HOME, HOME)
    assert said["og:image"] == f"{HOME}{card_path('')}"


def test_what_the_generator_wrote_is_replaced_and_its_canonical_address_kept(project: Project) -> None:
    site = project.root / "site"
    desk = generate(project, site)
    file = site / "om" / "index.html"
    theirs = (
        '<meta name="description" content="Webbplatsens "egen" text.\n"><link rel="canonical" href="https://x.se/">'
    )
    file.write_text(file.read_text(encoding="utf-8").replace("</head>", f"{theirs}</head>"), encoding="utf-8")
    write_social(desk, site)
    said = head(site, "om/")
    assert (said["description"], said["canonical"]) == ("Inga tal. Källa.", "https://x.se/")
    assert "egen" not in file.read_text(encoding="utf-8")


def test_each_page_has_a_card_and_nothing_else_does(project: Project) -> None:
    project.page("<h1>Utkast</h1>", "utkast/nytt.md")
    site = written(project)
    cards = {path.relative_to(site).as_posix() for path in site.rglob("*.png")}
    assert cards == {card_path(url) for url in ("", "rapport/", "data/", "om/")}
    for name in ("404.html", "utkast/nytt/index.html"):
        text = (site / name).read_text(encoding="utf-8")
        assert "og:" not in text
        assert "description" not in text


def test_nothing_below_the_head_is_touched(project: Project) -> None:
    site = project.root / "site"
    desk = generate(project, site)
    before = {path: path.read_text(encoding="utf-8").partition("</head>")[2] for path in site.rglob("*.html")}
    write_social(desk, site)
    assert {path: path.read_text(encoding="utf-8").partition("</head>")[2] for path in before} == before


def test_a_site_that_does_not_know_its_address_has_words_and_no_cards(tmp_path: Path) -> None:
    settings = SETTINGS.replace("site_url: https://example.org/prov/\n", "")
    project = Project(tmp_path, settings)
    project.page("<h1>Start</h1><p>{{ n() }}</p>")
    site = written(project)
    said = head(site, "")
    assert said["og:title"] == "index.md"
    assert not {"og:image", "og:url", "canonical", "twitter:card"} & set(said)
    assert not list(site.rglob("*.png"))
