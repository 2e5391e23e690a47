"""The whole report as one HTML document, ready for print: cover, contents, each page as a chapter, and the tables.

Belongs here: what stands before the chapters, and their order. Does not: what becomes of a page (`pdf_chapter.py`),
the look (`pdf.css`) or the printing (`pdf.py`).
"""

import datetime
from pathlib import Path

from lxml import html

from macros.desk import Desk
from macros.language import dates
from macros.language.message import msg
from macros.publish.html_pages import read_page
from macros.publish.pdf_appendix import appendix
from macros.publish.pdf_chapter import Chapter, chapter
from macros.render.html import render
from macros.render.sentences import contact

WORDS = {
    "address": msg("On the web"),
    "contact": msg("Contact"),
    "contents": msg("Contents"),
    "example": msg("The report holds example data: invented answers"),
    "licence": msg("Text and charts"),
    "meaning": msg(
        "The answers of the surveys marked “Example data” are invented. They show how the report works and say "
        "nothing about any real company."
    ),
    "period": msg("Answers collected"),
    "published": msg("Published"),
}
_LOCAL = "//localhost"  # nobody else gets there


def document(desk: Desk, site: Path, made: str | None = None) -> str:
    """Put the built pages of a site together to one document.

    Chapters are the pages of the navigation, in its order, but for those whose front matter says `in_pdf: false`.

    Args:
        made: the time of building in the form of ISO 8601, None to name none.

    Raises:
        ReportError: a page that can be no chapter.
    """
    pages = _chapters(desk, site)
    tables = appendix(pages, desk.language)
    chapters = [*pages, tables] if tables else pages
    language, settings = desk.language, desk.settings
    words = {name: language.say(word) for name, word in WORDS.items()}
    front = render(
        "pdf_document.html",
        language=language.code,
        title=settings.name,
        organisation=settings.organisation,
        subtitle=_description(site),
        made=made,
        published=dates.date(datetime.date.fromisoformat(made[:10]), language) if made else "",
        address="" if _LOCAL in settings.url else settings.url,
        example=any(chapter.example for chapter in chapters),
        period=_period(desk),
        licence=settings.licence,
        contact=contact(settings.contact, language) if settings.contact else "",
        chapters=chapters,
        words=words,
    )
    whole = html.document_fromstring(front)
    _head, body = whole
    body.extend(chapter.article for chapter in chapters)
    return str(html.tostring(whole, encoding="unicode", doctype="<!doctype html>"))


def _chapters(desk: Desk, site: Path) -> list[Chapter]:
    known = {page.path: page for page in desk.pages}
    urls = [known[path].url for path in desk.settings.pages if path in known and known[path].pdf]
    return [chapter(url, read_page(site / url / "index.html"), urls, desk.language) for url in urls]


def _description(site: Path) -> str:
    """What the front page says of itself."""
    found = read_page(site / "index.html").xpath("//meta[@name='description']/@content")
    return str(found[0]) if found else ""


def _period(desk: Desk) -> str:
    """First and last day on which the report's own surveys asked; figures of others have their dates beside them."""
    codebooks = [survey.codebook for survey in desk.report.surveys.values()]
    asked = [book.fieldwork for book in codebooks if book.kind != "published" and book.fieldwork]
    days: list[datetime.date] = [day for period in asked for day in (period.first, period.last)]
    return dates.period(min(days), max(days), desk.language) if days else ""
