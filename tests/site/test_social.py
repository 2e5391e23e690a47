"""Shared links of the report's own pages: each has its words and a picture that is there, large enough and its own."""

import io
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from PIL import Image

from tests.site.built_pages import read_pages
from tests.site.copies import SITE_URL

MOST_BYTES = 60_000
LONGEST = 200  # characters of a description
Heads = dict[str, dict[str, str]]


def heads(site: Path) -> Heads:
    return {url: head(page) for url, page in read_pages(site).items() if url != "404.html"}


def head(page: html.HtmlElement) -> dict[str, str]:
    tags = page.xpath("//head/meta[@content] | //head/link[@rel='canonical']")
    names = [tag.get("property") or tag.get("name") or tag.get("rel") for tag in tags]
    assert len(names) == len(set(names))
    return {name: tag.get("content") or tag.get("href") for name, tag in zip(names, tags, strict=True)}


@pytest.fixture(scope="module")
def shared(built_site: Path) -> Heads:
    return heads(built_site)


def test_every_page_has_all_the_tags(shared: Heads) -> None:
    fixed = {
        "og:site_name": "Industrin efter corona",
        "og:locale": "sv_SE",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "twitter:card": "summary_large_image",
    }
    for url, said in shared.items():
        assert fixed.items() <= said.items(), url
        assert said["og:url"] == said["canonical"] == SITE_URL + url
        assert said["og:type"] == ("article" if url else "website")
        assert said["og:description"] == said["description"]


def test_no_two_pages_say_the_same(shared: Heads) -> None:
    for name in ("og:title", "description", "og:image", "og:image:alt"):
        said = [tags[name] for tags in shared.values()]
        assert all(said)
        assert len(said) == len(set(said)) == 17, name
    assert max(len(tags["description"]) for tags in shared.values()) < LONGEST


def test_every_picture_is_there_and_no_two_are_the_same(shared: Heads, built_site: Path) -> None:
    seen = set()
    for tags in shared.values():
        assert tags["og:image"].startswith(SITE_URL)
        path = urlsplit(tags["og:image"]).path.removeprefix(urlsplit(SITE_URL).path)
        drawn = (built_site / path).read_bytes()
        with Image.open(io.BytesIO(drawn)) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert len(drawn) < MOST_BYTES
        seen.add(drawn)
    assert len(seen) == len(shared)


def test_a_picture_says_the_pages_first_finding_and_whether_it_is_an_example(shared: Heads, built_site: Path) -> None:
    pages = read_pages(built_site)
    figures = 0
    for url, tags in shared.items():
        finding = pages[url].xpath("string((//figure//*[@class='figur-titel'])[1])")
        heading = pages[url].xpath("string(//h1/text())").strip()
        assert (finding or heading) in tags["og:image:alt"], url
        assert ("Exempeldata" in tags["og:image:alt"]) is bool(pages[url].find_class("exempel-sida")), url
        figures += bool(finding)
    assert 5 < figures < len(shared)


def test_a_wrong_address_is_not_to_be_shared(built_site: Path) -> None:
    assert "og:" not in (built_site / "404.html").read_text(encoding="utf-8")


def test_an_english_site_says_so(english_site: Path) -> None:
    said = heads(english_site)
    assert {tags["og:locale"] for tags in said.values()} == {"en_GB"}
    assert said["rapport/order/"]["og:image:alt"].endswith(" Example data.")
