"""The text of a PDF, for the checks."""

from pathlib import Path

import pypdfium2


def pdf_text(file: Path) -> str:
    """All text of a PDF, page by page."""
    with pypdfium2.PdfDocument(file) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
