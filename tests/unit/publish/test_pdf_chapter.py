"""A page as a chapter: what a reader on paper gets, and what stays behind on the screen."""

import pytest
from lxml import html

from macros.errors import ReportError
from macros.language.catalogue import Language
from macros.publish.pdf_chapter import Chapter, chapter
from macros.render.figure import WORDS

ENGLISH = Language("en")
PAGE = """<html><body><nav><a href="x/">Meny</a></nav><article><h1 id="laget">Läget
 i korthet<a class="headerlink" href="#laget">¶</a></h1>{}
<h2 id="order">Order</h2><p>Text</p></article></body></html>"""
FIGURE = """<figure class="figur" id="figur-a"><p class="figur-titel">Titel</p>
<ul class="nyckel"><li><span class="prov prov-o2"></span>Minskat</li>
<li><span class="prov prov-skyddad"></span>..</li></ul>
<div class="bild"><div class="bred"><svg role="img" viewBox="0 0 64 8" width="64" height="8">
<title id="b-t">Titel</title>
<clipPath id="b-0"><path d="M0 0h1"/></clipPath><g clip-path="url(#b-0)"><path fill="var(--o2)" d="M0 0h2v2z"/>
<path fill="url(#streck)" d="M4 0h2v2z"/><text font-family="inherit" fill="currentColor">63</text></g></svg></div>
<div class="smal"><svg viewBox="0 0 28 8"><title>Titel</title></svg></div></div>
<details class="mer"><summary>Tabell</summary><table><tbody><tr><td class="tecken"><span aria-hidden="true">..</span>
<span class="sr">skyddad</span></td></tr></tbody></table>
<p class="figur-alternativ" id="figur-a-text"><strong>I ord:</strong> Fler än hälften, 63 &lt; 70 &amp; mer.</p>
<p class="figur-lankar"><a href="a.csv">Ladda ner</a></p></details></figure>"""


def of(content: str, url: str = "rapport/") -> Chapter:
    return chapter(url, html.document_fromstring(PAGE.format(content)), ["", "rapport/", "metod/"], ENGLISH)


def test_chapter_has_the_title_and_sections_of_its_page() -> None:
    made = of("")
    assert made.title == "Läget i korthet"
    assert made.sections == (("rapport/order", "Order"),)
    assert (made.anchor, made.article.get("id")) == ("rapport/", "rapport/")


def test_two_pages_with_the_same_headings_share_no_id() -> None:
    one, two = of(FIGURE), of(FIGURE, "metod/")
    assert not set(one.article.xpath("//@id")) & set(two.article.xpath("//@id"))


def test_front_page_has_an_anchor_of_its_own() -> None:
    assert of("", "").anchor == "./"


def test_what_only_a_screen_needs_stays_behind() -> None:
    text = of(FIGURE + '<p><a class="md-button" href="r.pdf">Ladda ner rapporten</a></p>').article.text_content()
    for gone in ("¶", "Ladda ner", "Tabell", "skyddad", "Meny"):
        assert gone not in text


def test_paragraph_of_buttons_leaves_no_gap() -> None:
    assert len(of('<p><a class="md-button" href="r.pdf">Ladda ner</a></p>').article.findall("p")) == 1


def test_table_of_a_closed_disclosure_is_printed() -> None:
    article = of(FIGURE).article
    assert article.find(".//details") is None
    assert article.xpath("string(.//td)").strip() == ".."


def test_only_the_wide_drawing_is_printed() -> None:
    drawings = of(FIGURE).article.findall(".//svg")
    assert [drawing.get("width") for drawing in drawings] == ["64"]


def test_drawing_is_named_by_its_text_alternative() -> None:
    drawing = of(FIGURE).article.find(".//svg")
    assert drawing[0].tag == "title"
    assert drawing[0].text == "Fler än hälften, 63 < 70 & mer."


def test_text_alternative_is_not_said_twice() -> None:
    assert "Fler än" not in "".join(of(FIGURE).article.xpath(".//p//text()"))


def test_drawing_has_literal_colours_and_the_sites_typeface() -> None:
    drawing = html.tostring(of(FIGURE).article.find(".//svg"), encoding="unicode")
    assert 'fill="#c96613"' in drawing
    assert 'font-family="Rapport Sans"' in drawing
    for unknown in ("var(", "currentColor", "inherit"):
        assert unknown not in drawing


def test_drawing_takes_its_hatch_along_and_finds_it() -> None:
    drawing = of(FIGURE).article.find(".//svg")
    ids = set(drawing.xpath(".//@id"))
    used = {value[5:-1] for value in drawing.xpath(".//@fill | .//@clip-path") if value.startswith("url(#")}
    assert len(used) == 2
    assert used <= ids


def test_ornament_is_left_out() -> None:
    assert of('<p>Se <svg viewBox="0 0 1 1"></svg>här</p>').article.find(".//svg") is None


@pytest.mark.parametrize(
    ("url", "source"), [("", "bilder/l.png"), ("om/", "../bilder/l.png"), ("rapport/x/", "../../bilder/l.png")]
)
def test_picture_is_named_as_seen_from_where_the_document_lies(url: str, source: str) -> None:
    picture = of(f'<p><img src="{source}" srcset="stor.png 2x" alt="Logga"></p>', url).article.find(".//img")
    assert dict(picture.attrib) == {"src": "bilder/l.png", "alt": "Logga"}


def test_sample_of_the_key_has_its_colour() -> None:
    samples = of(FIGURE).article.find_class("prov")
    assert [sample.get("style") for sample in samples] == ["background-color:#c96613", None]


@pytest.mark.parametrize(
    "marked", ['<p class="exempel-sida">Sidan</p>', '<span class="exempel">E</span>'], ids=["page", "figure"]
)
def test_chapter_with_example_data_is_known_as_such(marked: str) -> None:
    assert of(marked).example
    assert not of("").example


def test_line_on_example_data_is_that_of_the_page() -> None:
    (line,) = of('<p class="exempel-sida">Svaren är <b>påhittade</b></p>').article.find_class("exempel-sida")
    assert line.text_content() == "Svaren är påhittade"


@pytest.mark.parametrize(
    "page", ["<html><body><p>x</p></body></html>", "<html><body><article><p>x</p></article></body></html>"]
)
def test_page_without_heading_is_said_with_its_place(page: str) -> None:
    with pytest.raises(ReportError) as error:
        chapter("tom/", html.document_fromstring(page), [], ENGLISH)
    assert str(error.value.problems[0].place) == "site/tom/"


def test_badge_of_a_figure_keeps_its_words() -> None:
    badge = ENGLISH.say(WORDS["example"])
    assert badge in of(f'<span class="exempel">{badge}</span>').article.text_content()
