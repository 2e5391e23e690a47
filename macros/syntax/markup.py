"""HTML that a page opens and does not close: everything after it on the built page would lie inside.

Belongs here: finding it in the page's own text, with its line. Does not: what HTML a page may have (`site_checks.py`).
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.pages import Page

# Those that change what follows when they stay open; a list or a paragraph ends by itself.
_HELD = frozenset(
    {"article", "aside", "details", "div", "figure", "footer", "header", "main", "nav", "section", "table"}
)
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL | re.MULTILINE)


def tag_problems(page: Page) -> Iterator[Problem]:
    """Every element of a page that is opened and not closed, or closed and not opened."""
    # Code and macro calls are no HTML; their lines stay, so that the others keep their numbers.
    text = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), page.body)
    for name, line, opened in sorted(_unmatched(text), key=lambda found: found[1]):
        place = Place(page.file, line + page.first_line - 1)
        if opened:
            hint = msg("Write </{name}> where it ends.", name=name)
            yield Problem(place, msg("<{name}> is opened and never closed", name=name), hint=hint)
        else:
            yield Problem(place, msg("</{name}> closes what is not open", name=name))


def _unmatched(text: str) -> list[tuple[str, int, bool]]:
    r"""Name, line and whether it is the opening one.

    >>> _unmatched("<div>\n<table></table>"), _unmatched("a < b\n</div>"), _unmatched("<details></details>")
    ([('div', 1, True)], [('div', 2, False)], [])
    """
    reader = _Tags()
    reader.feed(text)
    reader.close()
    return [*reader.closed, *((name, line, True) for name, line in reader.open)]


class _Tags(HTMLParser):
    """Keeps the elements that are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []
        self.closed: list[tuple[str, int, bool]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag in _HELD:
            self.open.append((tag, self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.handle_starttag(tag, attrs)  # in HTML the slash closes nothing

    def handle_endtag(self, tag: str) -> None:
        if tag not in _HELD:
            return
        places = [at for at, (name, _) in enumerate(self.open) if name == tag]
        if places:
            del self.open[places[-1]]
        else:
            self.closed.append((tag, self.getpos()[0], False))
