"""The alignment of a markdown table's cells, said without a style: the pages' policy allows none.

Markdown writes `style="text-align: right;"`; `page.css` reads the attribute that stands here instead.
"""

import re
from pathlib import Path

from macros.publish.html_pages import html_files

_STYLED = re.compile(r'(<t[dh]\b[^>]*?) style="text-align: (left|center|right);"')


def name_alignment(site: Path) -> None:
    """Turn the styles of aligned cells into attributes, on every page of a built site."""
    for page in html_files(site):
        text = page.read_text(encoding="utf-8")
        named = without_styles(text)
        if named != text:
            page.write_text(named, encoding="utf-8")


def without_styles(text: str) -> str:
    """Say the alignment of cells by an attribute.

    >>> without_styles('<th class="a" style="text-align: right;">n</th>')
    '<th class="a" data-align="right">n</th>'
    """
    return _STYLED.sub(r'\1 data-align="\2"', text)
