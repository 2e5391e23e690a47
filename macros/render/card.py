"""The picture that a link to a page shows where it is shared: 1200 by 630 pixels, drawn without asking anybody.

Belongs here: how the card looks. Does not: what stands on it, and which page has one (`publish/social.py`).
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

import vl_convert
from markupsafe import Markup, escape
from PIL import Image

from macros.render.html import plain
from macros.render.lettering import Setting, Style, set_lines, width_of
from macros.render.theme import FONT, literal, register_fonts, var

WIDTH, HEIGHT = 1200, 630
_LEFT, _RIGHT = 72, 1128
_TOP, _BOTTOM = 16, 490  # the ground that the page's words have, between the line and the sender
_GAP = 10  # between the page's name and a heading that may begin with Å
_BADGE_ROOM = 270
_HEADING_STEPS = ((92, 3), (72, 4), (60, 4))
_HEADING_STEPS_LOW = ((92, 2), (60, 3))  # with text below it
_WEIGHTS: dict[Style, int] = {"Regular": 400, "SemiBold": 600, "Bold": 700}
_COLOURS = 128  # grounds and letters with their soft edges; more are not seen, and weigh


@dataclass(frozen=True)
class Card:
    """What a card says.

    Attributes:
        page: the page's name, above the heading; empty where the heading says it.
        heading: the page's first finding, or its heading.
        text: what stands below the heading, if anything.
        badge: “Example data”, or empty.
    """

    organisation: str
    site: str
    page: str
    heading: str
    text: str = ""
    badge: str = ""

    @property
    def words(self) -> str:
        """Everything that the card says, for those who do not see it.

        >>> Card("Provbolaget", "Prov", "Order", "Fler har fått färre order.", badge="Exempeldata").words
        'Order: Fler har fått färre order. Prov, Provbolaget. Exempeldata.'
        """
        heading = f"{self.page}: {self.heading}" if self.page else self.heading
        sender = ", ".join(part for part in (self.site, self.organisation) if part)
        parts = (heading, self.text, sender, self.badge)
        return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def card_svg(card: Card) -> str:
    """Draw a card in the site's light colours; every text is escaped."""
    room = _RIGHT - _LEFT
    lines = []
    if card.page:
        lines += _lines(set_lines(card.page, "SemiBold", ((36, 1),), room), "SemiBold", "accent", 1.3)
    steps = _HEADING_STEPS_LOW if card.text else _HEADING_STEPS
    heading = _lines(set_lines(card.heading, "Bold", steps, room), "Bold", "chart-text", 1.14)
    if lines and heading:
        heading[0] = replace(heading[0], height=heading[0].height + _GAP)
    lines += heading
    lines += _lines(set_lines(card.text, "Regular", ((38, 3),), room), "Regular", "chart-soft", 1.42)
    body = Markup().join(
        (
            _box(0, 0, WIDTH, HEIGHT, "md-default-bg-color"),
            _box(0, 0, WIDTH, _TOP, "accent"),
            *_between(_TOP, _BOTTOM, lines),
            _box(0, _BOTTOM, WIDTH, HEIGHT - _BOTTOM, "md-primary-fg-color"),
            *_sender(card, room - (_BADGE_ROOM if card.badge else 0)),
            *([_badge(card.badge)] if card.badge else ()),
        )
    )
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>'


def card_png(card: Card) -> bytes:
    """Draw a card as PNG with a palette; the same words give the same bytes."""
    register_fonts()
    drawn = vl_convert.svg_to_png(card_svg(card))
    with Image.open(io.BytesIO(drawn)) as picture:
        small = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    file = io.BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


@dataclass(frozen=True)
class _Line:
    words: str
    style: Style
    size: int
    token: str
    height: float


def _lines(setting: Setting, style: Style, token: str, leading: float) -> list[_Line]:
    return [_Line(words, style, setting.size, token, setting.size * leading) for words in setting.lines]


def _between(top: float, bottom: float, lines: list[_Line]) -> Iterator[Markup]:
    """Lines one below the other, in the middle of what is left."""
    at = top + (bottom - top - sum(line.height for line in lines)) / 2
    for line in lines:
        at += line.height
        yield _text(_LEFT, at - 0.26 * line.size, line)


def _sender(card: Card, room: float) -> Iterator[Markup]:
    """Organisation and site as the site's header has them, each cut where there is no more room."""
    organisation = set_lines(card.organisation, "Regular", ((26, 1),), room)
    site = set_lines(card.site, "Bold", ((34, 1),), room)
    for line in _lines(organisation, "Regular", "md-primary-bg-color--light", 1):
        yield _text(_LEFT, 548, line)
    for line in _lines(site, "Bold", "md-primary-bg-color", 1):
        yield _text(_LEFT, 590, line)


def _badge(words: str) -> Markup:
    inset, line = 28, _Line(words, "SemiBold", 28, "badge", 54)
    width = width_of(words, line.style, line.size) + 2 * inset
    box = _box(_RIGHT - width, 533, width, line.height, "badge-bg", radius=27)
    return box + _text(_RIGHT - width + inset, 569, line)


def _box(x: float, y: float, width: float, height: float, token: str, radius: float = 0) -> Markup:
    place = Markup('x="{:g}" y="{:g}" width="{:g}" height="{:g}" rx="{:g}"').format(x, y, width, height, radius)
    return Markup('<rect {} fill="{}"/>').format(place, _colour(token))


def _text(x: float, y: float, line: _Line) -> Markup:
    look = Markup('font-family="{}" font-weight="{}" font-size="{}"').format(FONT, _WEIGHTS[line.style], line.size)
    words = escape(plain(line.words))
    return Markup('<text x="{:g}" y="{:.6g}" {} fill="{}">{}</text>').format(x, y, look, _colour(line.token), words)


def _colour(token: str) -> str:
    return literal(var(token))
