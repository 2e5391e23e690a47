"""The tables of all figures, together at the PDF's end, so that a figure stays whole on its page.

Belongs here: moving the tables, and the numbers by which figure and table find each other. Does not: what else becomes
of a page (`pdf_chapter.py`) or the look (`pdf.css`).
"""

from collections.abc import Sequence

from lxml import html
from lxml.html import builder

from macros.language.catalogue import Language
from macros.language.message import msg
from macros.publish.pdf_chapter import Chapter
from macros.publish.pdf_links import PAGE, reference

ANCHOR = "./tabeller"
TITLE = msg("Tables of the figures")
TABLE = msg("Table:")


def appendix(chapters: Sequence[Chapter], language: Language) -> Chapter | None:
    """Take what is folded away under each figure out of the chapters, whose trees are changed; number the figures.

    Returns:
        A chapter of its own, with the figures' numbers in their order; None where no chapter has a figure.
    """
    title, number = language.say(TITLE), 0
    article = builder.ARTICLE(builder.CLASS("kapitel bilaga"), builder.H1(title), id=ANCHOR)
    for chapter in chapters:
        figures = chapter.article.find_class("figur")
        if figures:
            article.append(builder.H2(chapter.title))
        for figure in figures:
            number += 1
            article.append(_entry(figure, language.say(msg("Figure {number}", number=number)), language))
    return Chapter(ANCHOR, title, (), article, example=False) if number else None


def _entry(figure: html.HtmlElement, name: str, language: Language) -> html.HtmlElement:
    """Number a figure and give its table a place of its own; each leads to the other."""
    place = f"{figure.get('id')}-tabell"
    words = " ".join(figure.find_class("figur-titel")[0].text_content().split())
    lead = builder.P(builder.CLASS("figur-titel"), reference(figure.get("id"), name, language.say(PAGE)))
    lead[0].tail = f" {words}"
    entry = builder.SECTION(builder.CLASS("bilaga-tabell"), lead, id=place)
    for folded in figure.find_class("mer"):
        entry.extend(list(folded))
        folded.drop_tree()
    figure.insert(0, builder.P(builder.CLASS("figur-nummer"), name))
    source = figure.find_class("figur-kalla")[-1]
    stop = "" if source.text_content().rstrip().endswith(".") else "."
    source.append(_to_table(place, f"{stop} ", language))
    return entry


def _to_table(place: str, before: str, language: Language) -> html.HtmlElement:
    link = reference(place, language.say(TABLE), language.say(PAGE))
    return builder.SPAN(builder.CLASS("till-tabell"), before, link)
