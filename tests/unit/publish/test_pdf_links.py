"""Links on paper: to a page of the report, to an address at the chapter's end, or none."""

from lxml import html

from macros.language.catalogue import Language
from macros.publish.pdf_links import address_list, print_links

PAGES = ("", "rapport/", "metod/")


def article(content: str) -> html.HtmlElement:
    return html.fragment_fromstring(f"<article>{content}</article>")


def printed(content: str, url: str = "rapport/") -> html.HtmlElement:
    made = article(content)
    print_links(made, url, PAGES, Language("en"))
    return made


def test_link_to_another_page_leads_to_its_chapter_and_gives_the_page_number() -> None:
    link = printed('<a href="../metod/#skydd">metod</a>').find("a")
    assert link.get("href") == "#metod/skydd"
    assert link.get("class") == "till-sida"


def test_link_to_the_front_page_leads_to_its_chapter() -> None:
    assert printed('<a href="../">start</a>').find("a").get("href") == "#./"


def test_link_within_the_page_gives_no_page_number() -> None:
    link = printed('<a href="#figur-a">figuren</a>').find("a")
    assert link.get("href") == "#rapport/figur-a"
    assert link.get("class") is None


def test_number_in_the_prose_keeps_its_look() -> None:
    assert printed('<a class="tal" href="../metod/#a">63 procent</a>').find("a").get("class") == "tal"


def test_link_from_the_front_page_is_followed_from_there() -> None:
    assert printed('<a href="rapport/#figur-a">x</a>', "").find("a").get("href") == "#rapport/figur-a"


def test_file_and_page_outside_the_report_become_plain_text() -> None:
    made = printed('<p>Se <a href="../data/a.csv">tabellen</a> och <a href="../om/">om oss</a>.</p>')
    assert made.findall(".//a") == []
    assert made.text_content() == "Se tabellen och om oss."


def test_script_in_a_link_is_no_link() -> None:
    assert printed('<a href="javascript:alert(1)">x</a>').findall(".//a") == []


def test_mail_address_stays_a_link() -> None:
    assert printed('<a href="mailto:a@example.org">a@example.org</a>').find("a").get("href") == "mailto:a@example.org"


def test_address_outside_the_site_is_numbered_once_and_listed() -> None:
    made = article(
        '<p><a href="https://a.example/x">A</a>, <a href="https://b.example/">B</a>, <a href="https://a.example/x">A</a>.</p>'
    )
    addresses = print_links(made, "rapport/", PAGES, Language("en"))
    assert made.text_content().replace("\N{NO-BREAK SPACE}", " ") == "A [1], B [2], A [1]."
    listed = address_list(addresses, "rapport/", Language("en"))
    assert [link.text for link in listed.findall(".//li/a")] == ["https://a.example/x", "https://b.example/"]
    ids = {f"#{item.get('id')}" for item in listed.findall(".//li")}
    assert {link.get("href") for link in made.find_class("adress-nummer")} == ids


def test_a_number_whose_table_is_not_in_the_report_keeps_its_look() -> None:
    """A headline number stays big on paper though its link leads to a page that is left out."""
    article = html.fragment_fromstring('<article><a class="tal stor" data-key="k" href="data/#x">62</a> svar</article>')
    print_links(article, "", ["", "rapport/"], Language("sv"))
    number = article.find("span")
    assert number is not None
    assert (number.get("class"), number.text, number.tail, number.get("href")) == ("tal stor", "62", " svar", None)
