"""What a page says of itself, found in the page as a generator leaves it."""

from lxml import html

from macros.publish.page_words import DESCRIPTION, PageWords, descriptions, words_of

NAME = "Läget i provet"
PAGE = """\
<html><head><title>Order – Läget i provet</title></head><body><nav><p>Menyn</p></nav><article>
<h1 id="order">Hur gick det
  för <a class="tal" href="#f">63\N{NO-BREAK SPACE}procent</a>?<a class="headerlink" href="#order">¶</a></h1>
<p class="exempel-sida">Alla siffror är exempeldata.</p>
<div class="tabellblock"><p class="figur-titel">En tabell</p></div>
<figure><div><p class="figur-titel">Fler har fått färre order</p></div><p>En fråga?</p></figure>
<figure><p class="figur-titel">Ännu en figur</p></figure>
<p> <a class="md-button" href="x">Ladda ner</a> </p>
<p>Av <span aria-hidden="true">..</span><span class="sr">skyddad</span> &lt;b&gt; &amp; andra.
<a class="footnote-ref" href="#fn">1</a></p>
</article></body></html>"""


def read(text: str) -> PageWords:
    return words_of(html.document_fromstring(text), NAME)


def test_it_is_the_name_the_heading_the_first_figures_title_and_the_first_paragraph() -> None:
    assert read(PAGE) == PageWords(
        "Order", "Hur gick det för 63\N{NO-BREAK SPACE}procent?", "Fler har fått färre order", "Av skyddad <b> & andra."
    )


def test_the_front_page_bears_the_sites_name_and_a_bare_page_has_it_too() -> None:
    assert read(f"<title>{NAME}</title><h1>Start</h1>") == PageWords(NAME, "Start")
    assert read("<p></p>") == PageWords(NAME, NAME)
    assert read("<title>Om – Läget i provet</title><p></p>") == PageWords("Om", "Om")


def test_a_description_that_was_written_is_used_as_it_is() -> None:
    assert descriptions({"": PageWords("A", "A", "Fynd", "Text")}, {"": "Så här."}) == {"": "Så här."}


def test_a_page_without_one_is_described_by_its_finding_and_its_text() -> None:
    said = descriptions({"": PageWords("A", "A", "Fynd", "Stycke.")}, {})[""]
    assert said == "Fynd. Stycke."


def test_a_long_description_ends_between_words() -> None:
    text = "Ordet upprepas, " * 30
    said = descriptions({"": PageWords("A", "A", "", text)}, {})[""]
    assert len(said) <= DESCRIPTION
    assert said.endswith(("Ordet…", "upprepas…"))


def test_pages_that_say_the_same_get_their_names_before_it() -> None:
    pages = {url: PageWords(url.upper(), "Rubrik", "Samma fynd") for url in ("a", "b")}
    said = descriptions(pages | {"c": PageWords("C", "Eget")}, {})
    assert said == {"a": "A: Samma fynd.", "b": "B: Samma fynd.", "c": "Eget."}
