"""The button says how long and how big the PDF is: what is counted in the file, in the site's language."""

from pathlib import Path

import pikepdf
import pytest

from macros.language.catalogue import Language
from macros.publish.pdf_facts import tell_pdf_facts
from macros.render.lists import pdf_button
from tests.drawings import element, here

PLAIN = "<!doctype html><meta charset='utf-8'><title>Om</title><p>Läs <a href='../rapport.pdf'>rapporten</a>.</p>"


def made(root: Path, pages: int, filling: int, language: str = "sv") -> Path:
    """A site with a button on two of its three pages, and a PDF of so many pages and about so many bytes."""
    for url in ("", "rapport/"):
        page = root / url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<!doctype html><body>{pdf_button(here(url, language))}</body>", encoding="utf-8")
    (root / "om").mkdir()
    (root / "om" / "index.html").write_text(PLAIN, encoding="utf-8")
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.Root.Filling = pdf.make_stream(bytes(range(256)) * (filling // 256))
        pdf.save(root / "rapport.pdf", compress_streams=False)
    return root


def button(site: Path, url: str = "") -> str:
    text = (site / url / "index.html").read_text(encoding="utf-8")
    (link,) = element(text).find_class("pdf-lank")
    return str(link.text_content()).replace("\N{NO-BREAK SPACE}", "_")


def test_every_button_says_pages_and_size(tmp_path: Path) -> None:
    site = made(tmp_path, 3, 61_000)
    tell_pdf_facts(Language("en"), site)
    kilobytes = (site / "rapport.pdf").stat().st_size / 1000
    assert 61 < kilobytes < 64
    assert [button(site, url) for url in ("", "rapport/")] == [
        f"Ladda ner rapporten (PDF, 3 pages, {kilobytes:.0f} kB)"
    ] * 2


@pytest.mark.parametrize(("language", "thousands"), [("sv", "_"), ("en", ",")])
def test_a_large_file_is_written_as_the_language_writes_thousands(
    tmp_path: Path, language: str, thousands: str
) -> None:
    site = made(tmp_path, 12, 1_400_000, language)
    tell_pdf_facts(Language(language), site)
    size = (site / "rapport.pdf").stat().st_size
    whole, rest = divmod(round(size / 1000), 1000)
    assert whole == 1
    assert f"{whole}{thousands}{rest:03}" in button(site)
    assert "12" in button(site)


def test_a_page_without_a_button_keeps_its_bytes_and_a_second_telling_changes_nothing(tmp_path: Path) -> None:
    site = made(tmp_path, 1, 256)
    tell_pdf_facts(Language("sv"), site)
    first = {path: path.read_bytes() for path in site.rglob("*.html")}
    tell_pdf_facts(Language("sv"), site)
    assert {path: path.read_bytes() for path in site.rglob("*.html")} == first
    assert first[site / "om" / "index.html"] == PLAIN.encode()


def test_nobody_is_told_of_a_pdf_that_is_not_there(tmp_path: Path) -> None:
    site = made(tmp_path, 1, 256)
    (site / "rapport.pdf").unlink()
    with pytest.raises(FileNotFoundError):
        tell_pdf_facts(Language("sv"), site)
    assert "PDF" not in button(site)
