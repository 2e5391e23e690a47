"""What a built page's markup says otherwise than the generator wrote it.

A markdown table's alignment stands in an attribute, which `page.css` reads: the pages' policy allows no style. The
link beside a heading is there for a pointer alone: read aloud it is one more sign in every heading, and by keyboard
one more stop; the table of contents leads to the same places.
"""

import re
from pathlib import Path

from macros.publish.html_pages import html_files

_STYLED = re.compile(r'(<t[dh]\b[^>]*?) style="text-align: (left|center|right);"')
_HEADING_LINK = re.compile(r'<a class="headerlink"(?! aria)')


def mend_markup(site: Path) -> None:
    """Change every page of a built site."""
    for page in html_files(site):
        text = page.read_text(encoding="utf-8")
        mended = quiet_heading_links(without_styles(text))
        if mended != text:
            page.write_text(mended, encoding="utf-8")


def without_styles(text: str) -> str:
    """Say the alignment of cells by an attribute.

    >>> without_styles('<th class="a" style="text-align: right;">n</th>')
    '<th class="a" data-align="right">n</th>'
    """
    return _STYLED.sub(r'\1 data-align="\2"', text)


def quiet_heading_links(text: str) -> str:
    """Leave the links beside headings to the pointer.

    >>> quiet_heading_links('<h2>A<a class="headerlink" href="#a">¶</a></h2>')
    '<h2>A<a class="headerlink" aria-hidden="true" tabindex="-1" href="#a">¶</a></h2>'
    """
    return _HEADING_LINK.sub('<a class="headerlink" aria-hidden="true" tabindex="-1"', text)
