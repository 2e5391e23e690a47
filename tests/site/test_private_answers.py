"""What a respondent wrote or is called is nowhere in a built site, and the scan before the swap would see it."""

import html
from pathlib import Path

import pypdfium2

from tests.site.built_pages import read_csv
from tests.site.copies import CANARIES, PLANTED


def folded(text: str) -> str:
    return "".join(html.unescape(text).split()).casefold()


def texts(site: Path) -> dict[str, str]:
    """Everything of a site as text, the PDF's too; what is no text is taken byte by byte."""
    found = {
        path.relative_to(site).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in site.rglob("*")
        if path.is_file()
    }
    with pypdfium2.PdfDocument(site / "rapport.pdf") as document:
        found["rapport.pdf, as read"] = "\n".join(page.get_textpage().get_text_range() for page in document)
    return {name: folded(text) for name, text in found.items()}


def test_no_canary_is_in_any_file_of_the_site(english_site: Path) -> None:
    rows = {survey: read_csv(english_site.parent / f"data/surveys/{survey}/svar.csv") for survey in PLANTED}
    canaries = [row[column] for survey, columns in PLANTED.items() for row in rows[survey] for column in columns]
    found = texts(english_site)
    assert len(canaries) == 62 * 2 + 58 * 2 + 714 + 600
    assert "62företag" in found["index.html"]
    assert "percent" in found["rapport.pdf, as read"]
    assert "search/search_index.json" in found
    assert {"xq", "zv"} == {canary[-2:] for canary in canaries}
    words = [folded(word) for word in CANARIES]
    assert [name for name, text in found.items() if any(word in text for word in words)] == []
