"""The PDF's tags: what WeasyPrint leaves undone, and that it is done afterwards."""

import io

import pikepdf
import pytest
import weasyprint

from macros.publish.pdf_structure import mend
from tests.site.tagged_pdf import content, orphans, tags

PAGE = """<!doctype html><html lang="sv"><title>Prov</title>
<style>@page{size:A6;@top-left{content:"Rapport"}@bottom-right{content:counter(page)}} h2{break-before:page}</style>
<body><h1>Prov</h1><p>Text med <a href="#b">länk</a>.</p>
<table><thead><tr><th scope="col">Svar</th><th scope="col">Procent</th></tr></thead>
<tbody><tr><th scope="row">Ja</th><td>63</td></tr><tr><th scope="row">Nej</th><td>37</td></tr></tbody></table>
<h2 id="b">Mer</h2><p>Slut.</p></body></html>"""


@pytest.fixture(scope="module")
def printed() -> bytes:
    made: bytes = weasyprint.HTML(string=PAGE).write_pdf(pdf_variant="pdf/ua-1")
    return made


@pytest.fixture(scope="module")
def mended(printed: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(mend(printed)))


def test_running_heads_and_page_numbers_become_artefacts(printed: bytes, mended: pikepdf.Pdf) -> None:
    before = pikepdf.open(io.BytesIO(printed))
    assert orphans(before) == 4, "two margin boxes on each of two pages: if not, WeasyPrint has changed"
    assert orphans(mended) == 0
    for old, new in zip(before.pages, mended.pages, strict=True):
        assert content(new).artefacts == content(old).artefacts + 2
        assert content(new).unmarked_texts == 0


def test_nothing_else_of_the_page_changes(printed: bytes, mended: pikepdf.Pdf) -> None:
    before = pikepdf.open(io.BytesIO(printed))
    for old, new in zip(before.pages, mended.pages, strict=True):
        assert drawn(old) == drawn(new)


def drawn(page: pikepdf.Page) -> bytes:
    """What a page shows: its instructions but for those that open a mark."""
    steps = [step for step in pikepdf.parse_content_stream(page) if str(step.operator) not in ("BDC", "BMC")]
    return pikepdf.unparse_content_stream(steps)


def test_header_cells_say_what_they_head(mended: pikepdf.Pdf) -> None:
    cells = [tag for tag in tags(mended) if tag.type == "/TH"]
    scopes = [str(tag.node["/A"]["/Scope"]) for tag in cells]
    assert scopes == ["/Column", "/Column", "/Row", "/Row"]


def test_cells_still_name_their_headers(mended: pikepdf.Pdf) -> None:
    cells = [tag for tag in tags(mended) if tag.type == "/TD"]
    assert [len(tag.node["/A"]["/Headers"]) for tag in cells] == [2, 2]


def test_tab_order_follows_the_structure(mended: pikepdf.Pdf) -> None:
    assert [str(page.obj["/Tabs"]) for page in mended.pages] == ["/S", "/S"]


def test_same_bytes_every_time(printed: bytes) -> None:
    assert mend(printed) == mend(printed)
