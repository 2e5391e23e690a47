"""Where no line of a printed text may end: inside a name in capitals with a hyphen, and inside a range of numbers.

Browsers break there as well, but nothing can be told to them in the words of a page; on paper a line stays as it is.
"""

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import builder

TOGETHER = re.compile(r"\b[A-ZÅÄÖ]+-[A-ZÅÄÖ]{2,}\w*|\b\d+\N{EN DASH}\d+\b")
_LEFT_ALONE = ("svg", "title", "script", "style", "code", "pre")


def keep_together(article: html.HtmlElement) -> None:
    """Put what belongs together into spans that `pdf.css` never breaks; the tree is changed, its words are not.

    >>> part = html.fragment_fromstring("<p>IUC Z-GROUP: <b>1–9</b> or 10–49.</p>")
    >>> keep_together(part)
    >>> print(html.tostring(part, encoding="unicode").replace(' class="ihop"', ""))
    <p>IUC <span>Z-GROUP</span>: <b><span>1–9</span></b> or <span>10–49</span>.</p>
    """
    for element in list(_prose(article)):
        # Tails first: whatever is put into an element then stands before none of them.
        for child in reversed(element):
            if child.tail:
                before, *after = _parts(child.tail)
                child.tail = before
                for span in reversed(after):
                    child.addnext(span)
        if element.text:
            element.text, *after = _parts(element.text)
            for at, span in enumerate(after):
                element.insert(at, span)


def _prose(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    if isinstance(element.tag, str) and html.etree.QName(element).localname not in _LEFT_ALONE:
        yield element
        for child in element:
            yield from _prose(child)


def _parts(text: str) -> list[str | html.HtmlElement]:
    """The text before the first of them, then a span for each with what follows it as its tail."""
    parts: list[str | html.HtmlElement] = []
    at = 0
    for found in TOGETHER.finditer(text):
        _append(parts, text[at : found.start()])
        parts.append(builder.SPAN(builder.CLASS("ihop"), found[0]))
        at = found.end()
    _append(parts, text[at:])
    return parts


def _append(parts: list[str | html.HtmlElement], words: str) -> None:
    if not parts:
        parts.append(words)
    else:
        parts[-1].tail = words  # type: ignore[union-attr]  # only the first is text
