"""A picture on a page lies in the site and says what it shows; else the page and its line are told."""

from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.publish.pictures import check_pictures
from tests.projects import in_english
from tests.unit.publish.built import generate, small_project

HOUSE = "Put the picture in docs/, and name it as seen from the page: ![Logga](bilder/l.png)"
WORDS = "Say between the brackets what it shows, for those who cannot see it: ![Vår logga](bilder/l.png)"


def told(root: Path, markup: str) -> list[tuple[str, str, str]]:
    """Place, found and hint of what is wrong with a picture that stands two lines below a page's heading."""
    project = small_project(root)
    project.page(f"<article><h1>Order</h1>\n\n{markup}</article>", "rapport/order.md")
    site = root / "site"
    desk = generate(project, site)
    (site / "bilder").mkdir()
    (site / "bilder" / "på håll.png").write_bytes(b"")
    try:
        check_pictures(desk, site)
    except ReportError as error:
        return [(place, found, hint) for place, found, _, hint in map(in_english, error.problems)]
    return []


@pytest.mark.parametrize(
    "source", ["../../bilder/på håll.png", "../../bilder/p%C3%A5%20h%C3%A5ll.png", "data:image/gif;base64,R0lG"]
)
def test_a_picture_of_the_site_with_words_passes(tmp_path: Path, source: str) -> None:
    assert told(tmp_path, f'<img src="{source}" alt="Huset på håll">') == []


@pytest.mark.parametrize(
    ("markup", "found", "hint"),
    [
        ('<img src="https://cdn.example/x" alt="x">', "the page fetches https://cdn.example/x from somebody else",
         HOUSE),
        ('<img src="//cdn.example/x.png" alt="x">', "the page fetches //cdn.example/x.png from somebody else", HOUSE),
        ('<img src="bilder/x.png" alt="x">', "there is no picture bilder/x.png", HOUSE),
        ('<img src="/bilder/på håll.png" alt="x">', "there is no picture /bilder/på håll.png", HOUSE),
        ('<img src="../../bilder/på håll.png" alt=" ">',
         "the picture ../../bilder/på håll.png has no words for those who cannot see it", WORDS),
        ('<img src="../../bilder/på håll.png">',
         "the picture ../../bilder/på håll.png has no words for those who cannot see it", WORDS),
    ],
)  # fmt: skip
def test_any_other_is_told_with_its_page_and_line(tmp_path: Path, markup: str, found: str, hint: str) -> None:
    assert told(tmp_path, markup) == [("docs/rapport/order.md:7", found, hint)]


def test_a_picture_that_is_wrong_twice_is_told_twice(tmp_path: Path) -> None:
    assert len(told(tmp_path, '<img src="borta.png" alt="">')) == 2
