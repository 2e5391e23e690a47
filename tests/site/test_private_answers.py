"""What a respondent wrote or is called is nowhere in a built site, and the scan before the swap would see it."""

import csv
import html
from pathlib import Path

import pypdfium2

from tests.site.built_pages import read_csv
from tests.site.copies import build, copy_project

CSV = "data/surveys/iuc-2020-sommar/svar.csv"
CANARIES = ("kanarie-id-", "Kanariefågeln sjöng ")


def folded(text: str) -> str:
    return "".join(html.unescape(text).split()).casefold()


def plant(root: Path) -> list[str]:
    """Give every respondent an id and an open answer that stand nowhere else."""
    path = root / CSV
    rows = read_csv(path)
    for number, row in enumerate(rows, 101):
        row["foretag"], row["kommentar"] = f"{CANARIES[0]}{number}xq", f"{CANARIES[1]}{number} <b>gånger</b> i xqzv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return [row[column] for row in rows for column in ("foretag", "kommentar")]


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


def test_no_canary_is_in_any_file_of_the_site(project: Path, tmp_path: Path) -> None:
    root = copy_project(project, tmp_path / "rapport")
    canaries = plant(root)
    found = texts(build(root))
    assert len(canaries) == 124
    assert "62företag" in found["index.html"]
    assert "procent" in found["rapport.pdf, as read"]
    assert "search/search_index.json" in found
    assert "xqzv" in folded(canaries[1])
    words = [folded(word) for word in CANARIES]
    assert [name for name, text in found.items() if any(word in text for word in words)] == []
