"""The card of a shared link as a picture: its size, the site's letters, what it says, and always the same bytes."""

import io
import re

import pytest
from lxml import etree
from PIL import Image, ImageChops

from macros.render.card import Card, card_png, card_svg
from macros.render.lettering import width_of

FINDING = "Fler än sex av tio har fått färre order"
CARD = Card("Provbolaget", "Läget i provet", "Order", FINDING, badge="Exempeldata")
GROUND, FOOT, BADGE = (255, 255, 255), (11, 47, 79), (251, 241, 234)


def picture(card: Card) -> Image.Image:
    with Image.open(io.BytesIO(card_png(card))) as read:
        return read.convert("RGB")


def texts(card: Card) -> list[str]:
    return [text.text or "" for text in etree.fromstring(card_svg(card).encode()).iter("{*}text")]


def ink(shown: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int]:
    """From which column to which there is anything but ground in a part of a picture."""
    part = shown.crop(box)
    found = ImageChops.difference(part, Image.new("RGB", part.size, GROUND)).getbbox()
    assert found is not None
    return box[0] + found[0], box[0] + found[2]


def near(colour: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(colour, wanted, strict=True))


def test_it_is_1200_by_630_in_the_sites_colours_and_light_to_send() -> None:
    shown = picture(CARD)
    assert shown.size == (1200, 630)
    assert [shown.getpixel(place) for place in ((600, 8), (1100, 250), (600, 600))] == [(27, 98, 165), GROUND, FOOT]
    assert len(card_png(CARD)) < 60_000


def test_it_says_who_where_what_and_that_it_is_an_example() -> None:
    said = texts(CARD)
    assert said[0] == "Order"
    assert " ".join(said[1:-3]) == FINDING
    assert said[-3:] == ["Provbolaget", "Läget i provet", "Exempeldata"]


def test_the_letters_are_the_sites_own() -> None:
    """A line as wide as the site's typeface makes it: any other is wider or narrower."""
    line = "Wiwi mmm lll"
    first, last = ink(picture(Card("", "", "", line)), (0, 100, 1200, 480))
    assert last - first == pytest.approx(width_of(line, "Bold", 92), rel=0.02)
    assert first == pytest.approx(72, abs=6)


def test_the_badge_is_there_only_for_examples() -> None:
    real = Card("Provbolaget", "Läget i provet", "Order", FINDING)
    colours = [near(picture(card).getpixel((1115, 560)), BADGE) for card in (CARD, real)]  # type: ignore[arg-type]
    assert colours == [True, False]
    assert "Exempeldata" not in texts(real)


def test_a_long_title_stays_on_its_ground_and_off_its_edges() -> None:
    shown = picture(Card("Provbolaget", "Prov", "Order", "Å" + "lltför lång rubrik " * 20))
    first, last = ink(shown, (0, 20, 1200, 488))
    assert first > 60
    assert last < 1140
    assert shown.crop((0, 17, 1200, 40)).getcolors() == [(1200 * 23, GROUND)]
    assert shown.crop((0, 470, 1200, 489)).getcolors() == [(1200 * 19, GROUND)]


def test_a_long_name_does_not_run_into_the_badge() -> None:
    shown = picture(Card("Mycket lång förening " * 9, "Mycket lång rubrik " * 9, "", "Data", badge="Exempeldata"))
    assert shown.crop((870, 495, 900, 625)).getcolors() == [(30 * 130, FOOT)]


def test_text_is_text_and_never_a_tag() -> None:
    hostile = '<image href="https://example.org/a.png"/> & var(--nej) currentColor'
    card = Card(hostile, hostile, hostile, hostile, hostile, hostile)
    tags = {str(part.tag).rpartition("}")[2] for part in etree.fromstring(card_svg(card).encode()).iter()}
    assert tags == {"svg", "rect", "text"}
    assert card_png(card)


def test_it_asks_for_nothing_outside_of_itself() -> None:
    assert re.findall(r"https?://[^\"' ]+|url\(|href", card_svg(CARD)) == ["http://www.w3.org/2000/svg"]


def test_the_same_words_give_the_same_bytes() -> None:
    assert card_png(CARD) == card_png(CARD)
    assert card_png(CARD) != card_png(Card("Provbolaget", "Läget i provet", "Order", FINDING))
