"""What a link to a page shows where it is shared or found: a description, a title, and a card drawn for that page.

Belongs here: which pages have them, and the tags in a page's head. Does not: how a card looks (`render/card.py`) or
which words a page has (`page_words.py`). Drafts and the page of wrong addresses have none.
"""

import re
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from macros.desk import Desk
from macros.publish.html_pages import html_files, read_page, url_of
from macros.publish.marks import pages_with_examples
from macros.publish.page_words import PageWords, descriptions, words_of
from macros.render.card import HEIGHT, WIDTH, Card, card_png
from macros.render.figure import WORDS

LOCALES = {"sv": "sv_SE", "en": "en_GB"}
_DESCRIPTION = re.compile(r'\s*<meta name="description" content=".*?">', re.DOTALL)


def card_path(url: str) -> str:
    """Where a page's card lies, relative to the site.

    >>> card_path("rapport/order/"), card_path("")
    ('assets/kort/rapport/order/kort.png', 'assets/kort/kort.png')
    """
    return f"assets/kort/{url}kort.png"


def write_social(desk: Desk, site: Path) -> None:
    """Draw the cards of a built site and write the tags into its pages.

    Where the site's address is not known nobody could fetch a card, so there is none.
    """
    known = {page.url: page for page in desk.pages if not page.draft}
    files = {url: file for file in html_files(site) if (url := url_of(file, site)) in known}
    words = {url: words_of(read_page(file), desk.settings.name) for url, file in files.items()}
    described = descriptions(words, {url: known[url].description for url in files})
    for url, file in files.items():
        card = _card(desk, url, words[url], known[url].description)
        tags = [("name", "description", described[url]), *_tags(desk, url, words[url].title, described[url])]
        if desk.settings.url:
            target = site / card_path(url)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(card_png(card))
            tags += _image_tags(_absolute(desk, card_path(url)), card)
        text = file.read_text(encoding="utf-8")
        file.write_text(_with_tags(text, tags, _absolute(desk, url)), encoding="utf-8")


def _card(desk: Desk, url: str, words: PageWords, written: str) -> Card:
    """The first finding below the page's name; else the page's heading above what was written of it."""
    settings = desk.settings
    return Card(
        organisation=settings.organisation,
        site=settings.name,
        page=words.title if words.finding and words.title not in (words.finding, settings.name) else "",
        heading=words.finding or words.heading,
        text="" if words.finding else written,
        badge=desk.language.say(WORDS["example"]) if url in pages_with_examples(desk) else "",
    )


Tag = tuple[str, str, str]


def _tags(desk: Desk, url: str, title: str, description: str) -> list[Tag]:
    tags = [
        ("property", "og:title", title),
        ("property", "og:description", description),
        ("property", "og:type", "article" if url else "website"),
        ("property", "og:site_name", desk.settings.name),
        ("property", "og:locale", LOCALES[desk.language.code]),
    ]
    address = _absolute(desk, url)
    return [*tags, ("property", "og:url", address)] if address else tags


def _image_tags(address: str, card: Card) -> list[Tag]:
    return [
        ("property", "og:image", address),
        ("property", "og:image:type", "image/png"),
        ("property", "og:image:width", str(WIDTH)),
        ("property", "og:image:height", str(HEIGHT)),
        ("property", "og:image:alt", card.words),
        ("name", "twitter:card", "summary_large_image"),
    ]


def _absolute(desk: Desk, path: str) -> str:
    return f"{desk.settings.url.rstrip('/')}/{quote(path)}" if desk.settings.url else ""


def _with_tags(text: str, tags: list[Tag], address: str) -> str:
    """The page with these tags last in its head, and no other description; its canonical address where it has none."""
    lines = [Markup('<meta {}="{}" content="{}">').format(kind, name, content) for kind, name, content in tags]
    if address and 'rel="canonical"' not in text.partition("</head>")[0]:
        lines.append(Markup('<link rel="canonical" href="{}">').format(address))
    head, end, body = text.partition("</head>")
    return _DESCRIPTION.sub("", head) + "\n".join(lines) + "\n" + end + body
