"""The report's PDF as it was built: what a reader, a screen reader and a printer find in it."""

import datetime
import io
import itertools
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
import yaml
from lxml import html

from macros.binding import desk_of
from macros.language.catalogue import Language
from macros.language.dates import date
from macros.pages import read_pages
from macros.publish.pdf import write_pdf
from macros.publish.pdf_appendix import TITLE
from macros.publish.pdf_document import WORDS, document
from tests.site import copies
from tests.site.tagged_pdf import Tag, content, orphans, tags

SWEDISH = Language("sv")
APPENDIX = "tabeller"
_BREAK = re.compile(r"[\u2010\u00ad\ufffe]\s*")


class Printed(NamedTuple):
    """The PDF, its text page by page, its tags, and the built pages it was made of, by address."""

    pdf: pikepdf.Pdf
    texts: list[str]
    tags: list[Tag]
    pages: dict[str, html.HtmlElement]


def joined(text: str) -> str:
    """Text as one line, with words that were broken at a line's end made whole."""
    return " ".join(_BREAK.sub("", text).split())


@pytest.fixture(scope="module")
def printed(built_site: Path) -> Printed:
    file = built_site / "rapport.pdf"
    with pypdfium2.PdfDocument(file) as document:
        texts = [joined(page.get_textpage().get_text_range()) for page in document]
    pdf = pikepdf.open(file)
    settings = re.sub("!ENV", "", (built_site.parent / "mkdocs.yml").read_text(encoding="utf-8"))
    names = [
        name for name in flat(yaml.safe_load(settings)["nav"]) if "in_pdf: false" not in front_matter(built_site, name)
    ]
    urls = [re.sub(r"(index)?\.md$", "", name) for name in names]
    urls = [f"{url}/" if url and not url.endswith("/") else url for url in urls]
    pages = {
        url: html.parse(built_site / url / "index.html", html.HTMLParser(encoding="utf-8")).getroot() for url in urls
    }
    return Printed(pdf, texts, tags(pdf), pages)


def flat(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    return [name for part in (nav.values() if isinstance(nav, dict) else nav) for name in flat(part)]  # type: ignore[attr-defined]


def front_matter(site: Path, name: str) -> str:
    return (site.parent / "docs" / name).read_text(encoding="utf-8").split("\n---\n")[0]


def heading(page: html.HtmlElement) -> str:
    return joined("".join(page.xpath("//article//h1//text()[not(ancestor::a[@class='headerlink'])]")))


def chapter_starts(printed: Printed) -> dict[str, int]:
    """The page on which each chapter begins, by the address of its page."""
    numbers = {page.obj.objgen: number for number, page in enumerate(printed.pdf.pages)}
    starts = []
    with printed.pdf.open_outline() as outline:
        for chapter in outline.root[1:]:
            assert isinstance(chapter.destination, pikepdf.Array)
            starts.append(numbers[chapter.destination[0].objgen])
    return dict(zip([*printed.pages, APPENDIX], starts, strict=True))


def test_it_says_its_language_and_title_and_what_it_is(printed: Printed) -> None:
    root = printed.pdf.Root
    assert str(root.Lang) == "sv"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert bool(root.MarkInfo.Marked)
    assert str(printed.pdf.docinfo["/Title"]) == "Industrin efter corona"
    with printed.pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_bookmarks_are_the_contents_and_the_pages_of_the_navigation(printed: Printed) -> None:
    with printed.pdf.open_outline() as outline:
        titles = [joined(entry.title) for entry in outline.root]
    chapters = [heading(page) for page in printed.pages.values()]
    assert titles == [SWEDISH.say(WORDS["contents"]), *chapters, SWEDISH.say(TITLE)]


def test_contents_give_the_page_on_which_each_chapter_begins(printed: Printed) -> None:
    starts = chapter_starts(printed)
    contents = " ".join(printed.texts[1 : min(starts.values())])
    for url, number in starts.items():
        title = SWEDISH.say(TITLE) if url == APPENDIX else heading(printed.pages[url])
        assert re.search(rf"{re.escape(title)}[ .]+{number + 1}\b", contents), (url, number + 1)
        assert printed.texts[number].count(title), url


def test_a_figure_and_its_table_find_each_other_by_number_and_page(printed: Printed) -> None:
    """Numbered through the report; each page that is named holds what it is named for."""
    first = chapter_starts(printed)[APPENDIX]
    titles = [
        joined(title.text_content())
        for page in printed.pages.values()
        for title in page.xpath("//figure//p[@class='figur-titel']")
    ]
    assert len(titles) > 10
    for number, title in enumerate(titles, 1):
        (page,) = [
            at
            for at, text in enumerate(printed.texts[:first])
            if re.search(rf"\bFigur {number} {re.escape(title)}", text)
        ]
        entry = re.compile(rf"\bFigur {number} \(s\. {page + 1}\) {re.escape(title)}")
        (there,) = [at for at, text in enumerate(printed.texts) if entry.search(text)]
        assert there >= first
        assert f"Tabell: s. {there + 1}" in printed.texts[page]


def test_a_drawing_stands_on_the_page_of_its_title(printed: Printed) -> None:
    """Figures are not torn: as many drawings on each page as figures that begin there."""
    first = chapter_starts(printed)[APPENDIX]
    begin = [len(re.findall(r"\bFigur \d+ \D", text)) for text in printed.texts[:first]]
    numbers = {page.obj.objgen: at for at, page in enumerate(printed.pdf.pages)}
    drawn = Counter(numbers[tag.node.Pg.objgen] for tag in printed.tags if tag.type == "/Figure")
    assert [drawn[at] for at in range(first)] == begin


def test_first_heading_is_the_title_and_no_level_is_skipped(printed: Printed) -> None:
    levels = [int(tag.type[2]) for tag in printed.tags if re.fullmatch("/H[1-6]", tag.type)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_figure_of_the_pages_is_there_and_read_aloud_by_its_text_alternative(printed: Printed) -> None:
    told = [str(tag.node.get("/Alt", "")) for tag in printed.tags if tag.type == "/Figure"]
    written = [
        joined("".join(alternative.xpath("text() | *[not(self::strong)]//text()")))
        for page in printed.pages.values()
        for alternative in page.find_class("figur-alternativ")
    ]
    assert written
    assert told == written
    assert all(60 <= len(text) <= 450 for text in told)


def test_every_cell_of_the_pages_tables_is_there(printed: Printed) -> None:
    cells = Counter(tag.type for tag in printed.tags)
    on_pages = Counter(cell.tag for page in printed.pages.values() for cell in page.iterfind(".//table//td"))
    assert on_pages["td"]
    assert cells["/TD"] == on_pages["td"]
    assert cells["/Table"] >= sum(len(page.findall(".//table")) for page in printed.pages.values())


def test_header_cells_say_what_they_head(printed: Printed) -> None:
    headers = [tag for tag in printed.tags if tag.type == "/TH"]
    assert headers
    for tag in headers:
        assert str(tag.node["/A"]["/Scope"]) == ("/Column" if "/THead" in tag.above else "/Row")


def test_nothing_on_a_page_is_outside_the_tags(printed: Printed) -> None:
    assert orphans(printed.pdf) == 0
    assert [content(page).unmarked_texts for page in printed.pdf.pages] == [0] * len(printed.pdf.pages)
    assert {str(page.obj["/Tabs"]) for page in printed.pdf.pages} == {"/S"}


def test_every_link_is_tagged_described_and_leads_somewhere_public(printed: Printed) -> None:
    names = {str(name) for name in printed.pdf.Root.Names.Dests.Names if isinstance(name, pikepdf.String)}
    links = [link for page in printed.pdf.pages for link in page.obj.get("/Annots", [])]
    assert links
    for link in links:
        assert "/StructParent" in link
        assert str(link["/Contents"])
        if "/A" in link:
            assert str(link["/A"]["/URI"]).startswith(("https://", "http://", "mailto:"))
        else:
            assert str(link["/Dest"]) in names


def test_only_the_sites_typeface_and_it_is_in_the_file(printed: Printed) -> None:
    fonts = [font for font in printed.pdf.objects if isinstance(font, pikepdf.Dictionary) and "/FontDescriptor" in font]
    assert fonts
    for font in fonts:
        assert "Rapport-Sans" in str(font["/BaseFont"])
        assert {"/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"].keys())


def test_checker_of_pdfua_finds_no_error(built_site: Path) -> None:
    command = [sys.executable, "-m", "pdfua", "check", "--format", "json", str(built_site / "rapport.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(done.stdout)
    assert said["summary"]["rules_run"] >= 11
    assert said["findings"] == []


def test_example_data_are_named_on_every_page(printed: Printed) -> None:
    mark = SWEDISH.say(WORDS["example"])
    assert [number for number, text in enumerate(printed.texts, 1) if mark not in text] == []


def test_pages_after_the_cover_are_numbered(printed: Printed) -> None:
    assert all(re.search(rf"(^|\s){number}(\s|$)", text) for number, text in enumerate(printed.texts, 1) if number > 1)


def test_numbers_of_the_ledger_stand_in_their_chapter(built_site: Path, printed: Printed) -> None:
    starts = chapter_starts(printed)
    # A chapter ends on the page where the next one begins; the tables of its figures stand in the appendix.
    ends = dict(zip(starts, [*(start + 1 for start in [*starts.values()][1:]), len(printed.texts)], strict=True))
    tables = " ".join(printed.texts[starts.pop(APPENDIX) :])
    texts = {url: " ".join([*printed.texts[starts[url] : ends[url]], tables]) for url in starts}
    records = json.loads((built_site / "data" / "results.json").read_text(encoding="utf-8"))
    shown = [(url, joined(record["text"])) for record in records for url in record["pages"] if url in texts]
    assert len(shown) > 50
    assert [(url, text) for url, text in shown if text not in texts[url]] == []


def test_addresses_outside_the_site_are_printed(printed: Printed) -> None:
    text = re.sub(r"\s", "", "".join(printed.texts))
    for page in printed.pages.values():
        for address in page.xpath("//article//a[starts-with(@href, 'http')]/@href"):
            assert re.sub(r"[\s\u2010-]", "", address) in text.replace("-", ""), address


def test_cover_says_who_published_it_and_when(printed: Printed) -> None:
    assert "IUC Z-GROUP" in printed.texts[0]
    built = datetime.datetime.fromtimestamp(int(copies.EPOCH), datetime.UTC).date()
    assert f"Publicerad {date(built, SWEDISH)}" in printed.texts[0].replace("\N{NO-BREAK SPACE}", " ")
    assert "Kontakt" not in printed.texts[0]  # none is known


def test_cover_names_the_contact_and_the_address_that_are_known(built_site: Path) -> None:
    desk = desk_of(built_site.parent)
    known = replace(desk.settings, contact="hej@example.org", url="https://example.org/rapport/")
    nobody = replace(desk.settings, contact="", url="http://localhost:8000/")
    links = [
        html.document_fromstring(document(replace(desk, settings=of), built_site)).xpath("(//dl)[1]//a/@href")
        for of in (known, nobody)
    ]
    assert links == [["https://example.org/rapport/", "mailto:hej@example.org"], []]


def test_another_run_in_another_folder_gives_the_same_bytes(
    built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", copies.EPOCH)
    site = tmp_path / "annan"
    shutil.copytree(built_site, site)
    desk = desk_of(built_site.parent)
    write_pdf(replace(desk, settings=replace(desk.settings, url=copies.SITE_URL)), site)
    assert (site / "rapport.pdf").read_bytes() == (built_site / "rapport.pdf").read_bytes()


def dates(pdf: pikepdf.Pdf) -> list[str]:
    return [str(pdf.docinfo[key]) for key in ("/CreationDate", "/ModDate") if key in pdf.docinfo]


def test_time_of_building_is_the_environments(built_site: Path) -> None:
    built = datetime.datetime.fromtimestamp(int(copies.EPOCH), datetime.UTC)
    with pikepdf.open(built_site / "rapport.pdf") as pdf:
        assert dates(pdf) == [f"{built:D:%Y%m%d%H%M%SZ}"] * 2
        assert b"CreateDate" in pdf.Root.Metadata.read_bytes()


def test_a_picture_on_pages_of_two_depths_is_printed_with_its_words(built_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "annan"
    shutil.copytree(built_site, site)
    (site / "bilder").mkdir()
    (site / "bilder" / "l.png").write_bytes(next((site / "assets").rglob("*.png")).read_bytes())
    for url, source in (("om", "../bilder/l.png"), ("rapport/order", "../../bilder/l.png")):
        copies.replace(
            site, f"{url}/index.html", "</article>", f'<p><img src="{source}" alt="Vår {url}"></p></article>'
        )
    write_pdf(desk_of(built_site.parent), site)
    with pikepdf.open(site / "rapport.pdf") as pdf:
        told = [str(tag.node.get("/Alt", "")) for tag in tags(pdf) if tag.type == "/Figure"]
    assert [text for text in told if text.startswith("Vår ")] == ["Vår rapport/order", "Vår om"]


def test_without_a_time_of_building_none_is_named(
    built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    site = tmp_path / "annan"
    shutil.copytree(built_site, site)
    write_pdf(desk_of(built_site.parent), site)
    pdf = pikepdf.open(io.BytesIO((site / "rapport.pdf").read_bytes()))
    assert dates(pdf) == []
    assert b"CreateDate" not in pdf.Root.Metadata.read_bytes()


def test_page_that_says_so_is_no_chapter_and_no_link_leads_to_it(built_site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "metod.md").write_text("---\nin_pdf: false\n---\n# Metod\n", encoding="utf-8")
    (method,) = read_pages(tmp_path)
    desk = desk_of(built_site.parent)
    without = replace(desk, pages=tuple(method if page.path == method.path else page for page in desk.pages))
    whole, shorter = (html.document_fromstring(document(of, built_site)) for of in (desk, without))
    assert whole.xpath("//article[@id='metod/'] and //a[starts-with(@href, '#metod/')]")
    assert not shorter.xpath("//article[@id='metod/'] or //a[starts-with(@href, '#metod/')]")
    assert len(shorter.findall(".//article")) == len(whole.findall(".//article")) - 1


def test_it_is_light_enough_to_send(built_site: Path) -> None:
    assert (built_site / "rapport.pdf").stat().st_size < 2_000_000
