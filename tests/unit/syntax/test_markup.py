"""HTML in a page's text that is opened and not closed is told before anything is built, with its line."""

import pytest

from macros.language.catalogue import Language
from macros.pages import Page
from macros.syntax.markup import tag_problems

ENGLISH = Language("en")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<div>Hej {{ n() }}\n\nMer", [(5, "<div> is opened and never closed")]),
        ("Text\n<section><div></section>", [(6, "<div> is opened and never closed")]),
        ("Text\n\n</div>", [(7, "</div> closes what is not open")]),
        ("<div />", [(5, "<div> is opened and never closed")]),  # a slash closes nothing in HTML
        ('<div class="ruta" markdown>\n\nText\n\n</div>', []),
        ("<p>Ett\n<li>Två <br> tre", []),  # end by themselves
        ("`<div>` och\n\n```html\n<section>\n```\n", []),  # code
        ('{{ claim("<div>", n() < 70) }} {# <table> #}', []),  # a macro call
        ("3 < 4 och 5 > 2", []),
    ],
)
def test_what_stays_open_is_told_with_its_line(body: str, told: list[tuple[int, str]]) -> None:
    page = Page("sida.md", "", body, 5)
    assert [(p.place.line, ENGLISH.say(p.found)) for p in tag_problems(page)] == told
