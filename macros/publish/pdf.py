"""The whole report as a tagged PDF, for screens and printers; the same pages give the same bytes.

Belongs here: the order of the steps, what the PDF's maker may read, and its complaints. Does not: what is printed
(`pdf_document.py`), how it looks (`pdf.css`) or the tags (`pdf_structure.py`). The only file that knows WeasyPrint.
"""

import datetime
import logging
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from macros.desk import Desk
from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.publish.pdf_document import document
from macros.publish.pdf_structure import mend
from macros.render import links
from macros.render.theme import FONT_FOLDER, literal

PDF_PATH = links.PDF
STYLE = Path(__file__).with_name("pdf.css")


def write_pdf(desk: Desk, site: Path) -> None:
    """Write the report's PDF into a built site.

    The file carries no time of building but that of `SOURCE_DATE_EPOCH`, so the same pages give the same bytes.

    Raises:
        ReportError: a page that can be no chapter, or asks for something that is not in the site.
    """
    text = document(desk, site, _time_of_building())
    (site / PDF_PATH).write_bytes(mend(_print(text, site)))


class _InHouse(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Reads files below the given folders, and data that stands in the page itself. Nobody else is asked."""

    def __init__(self, *folders: Path) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
        self._folders = [folder.resolve() for folder in folders]

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401  (no types)
        address = urlsplit(url)
        if address.scheme != "data":
            file = Path(url2pathname(address.path)).resolve()
            inside = any(file.is_relative_to(folder) for folder in self._folders)
            if address.scheme != "file" or address.netloc or not inside:
                raise ValueError("not in the site")
        return super().fetch(url, headers)


class _Complaints(logging.Handler):
    """Keeps what the PDF's maker could not do."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _print(text: str, site: Path) -> bytes:
    fetcher, fonts, complaints = _InHouse(site, FONT_FOLDER), FontConfiguration(), _Complaints()
    style = literal(STYLE.read_text(encoding="utf-8"))
    home = f"{site.resolve().as_uri()}/"
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        look = CSS(string=style, base_url=f"{FONT_FOLDER.as_uri()}/", url_fetcher=fetcher, font_config=fonts)

        page = HTML(string=text, base_url=home, url_fetcher=fetcher)
        printed: bytes = page.write_pdf(stylesheets=[look], font_config=fonts, pdf_variant="pdf/ua-1")
    finally:
        logger.removeHandler(complaints)
    if complaints.lines:
        said = [line.replace(home, "").replace(f"{site.resolve()}/", "") for line in dict.fromkeys(complaints.lines)]
        raise ReportError([Problem(Place(PDF_PATH), msg("the PDF cannot be made: {why}", why=line)) for line in said])
    return printed


def _time_of_building() -> str | None:
    """The time that the environment gives, in the form of ISO 8601."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
