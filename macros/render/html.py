"""HTML of one line from Jinja templates with autoescape.

One line, because a macro's output of several lines breaks silently inside an indented markdown block. Every text
that comes from a file is escaped, and loses its control and direction characters, here and nowhere else.
"""

import re
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_BREAK = re.compile(r"\s*\n\s*")


def render(template: str, **values: object) -> Markup:
    """Fill a template of `templates/` and give it as one line.

    Raises:
        jinja2.UndefinedError: when a value that the template needs is not given.

    >>> render("example_line.html", text="<b>Exempel</b>")
    Markup('<p class="exempel-sida">&lt;b&gt;Exempel&lt;/b&gt;</p>')
    """
    return Markup(_BREAK.sub("", _environment().get_template(template).render(values)).strip())  # noqa: S704


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_plain,
    )


def _plain(value: object) -> object:
    """Take unseen characters out of plain text; a line break in it becomes a space."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSEEN.sub("", value.replace("\r\n", " ").replace("\n", " "))
    return value
