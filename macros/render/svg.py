"""From a Vega-Lite specification to an SVG that can stand in a page: silent inside, named once, ids of its own.

Belongs here: drawing and making it safe to inline. Does not: what is drawn (`charts/`) or its colours (`theme.py`).
"""

import json
import re
from functools import cache

import vl_convert
from markupsafe import Markup, escape

from macros.render.html import plain
from macros.render.theme import register_fonts

_TAG = re.compile(r"<[^<>]+>")
_SILENT = re.compile(r'\s(?:role|aria-[a-z]+)="[^"]*"')
_IDENTIFIER = re.compile(r'(\bid="|url\(#|href="#)([^")]+)(["\)])')
_ROOT = re.compile(r"(<svg [^>]*>)(.*)</svg>\s*$", re.DOTALL)
SHARED_IDS = ("streck",)  # the hatch pattern is defined once a page


def draw(specification: dict[str, object]) -> str:
    """Draw a Vega-Lite specification; the same specification is drawn once a process."""
    return _drawn(json.dumps(specification, sort_keys=True, ensure_ascii=False))


@cache
def _drawn(specification: str) -> str:
    register_fonts()
    return vl_convert.vegalite_to_svg(json.loads(specification), vl_version="6.4")


def embed(svg: str, uid: str, name: str, described_by: str) -> Markup:
    """Make a drawing fit to be inlined.

    Vega numbers its clip paths by a counter of the process, so ids are renamed after the figure; what it says to
    screen readers in English is taken out, and one name and one description are put in.

    Args:
        uid: prefix of every id in the drawing, unique on the page.
        name: the figure's title, plain text.
        described_by: id of the element with the text alternative.

    Raises:
        ValueError: when the text is not one SVG drawing.
    """
    svg = _TAG.sub(lambda tag: _SILENT.sub("", tag[0]), plain(svg))
    order: dict[str, str] = {}

    def rename(found: re.Match[str]) -> str:
        if found[2] in SHARED_IDS:
            return found[0]
        return f"{found[1]}{order.setdefault(found[2], f'{uid}-{len(order)}')}{found[3]}"

    svg = _TAG.sub(lambda tag: _IDENTIFIER.sub(rename, tag[0]), svg)
    parts = _ROOT.match(svg)
    if parts is None:
        raise ValueError("not one SVG drawing")
    head, body = parts.groups()
    named = f'<svg role="img" aria-labelledby="{uid}-t" aria-describedby="{described_by}" '
    head = head.replace("<svg ", named, 1)
    return Markup(f'{head}<title id="{uid}-t">{escape(plain(name))}</title><g aria-hidden="true">{body}</g></svg>')  # noqa: S704
