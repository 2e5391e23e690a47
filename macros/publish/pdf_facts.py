"""Says beside each link to the PDF how long and how big it is, once it is there."""

from pathlib import Path

import pypdfium2
from markupsafe import escape

from macros.language.catalogue import Language
from macros.language.message import msg
from macros.language.numbers import number
from macros.publish.html_pages import html_files
from macros.publish.pdf import PDF_PATH

EMPTY = '<span class="pdf-fakta"></span>'


def tell_pdf_facts(language: Language, site: Path) -> None:
    """Fill the places that the buttons left open, on every page of a built site."""
    file = site / PDF_PATH
    with pypdfium2.PdfDocument(file) as document:
        pages = len(document)
    kilobytes = number(round(file.stat().st_size / 1000), language)
    words = language.say(msg(" (PDF, {pages} pages, {size} kB)", pages=pages, size=kilobytes))
    filled = f'<span class="pdf-fakta">{escape(words)}</span>'
    for page in html_files(site):
        text = page.read_text(encoding="utf-8")
        if EMPTY in text:
            page.write_text(text.replace(EMPTY, filled), encoding="utf-8")
