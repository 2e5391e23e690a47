"""HTML of one line from Jinja templates with autoescape.

One line, because a macro's output of several lines breaks silently inside an indented markdown block. Every text
that comes from a file is escaped, and loses its control and direction characters, here and nowhere else.
"""

import re
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

TEMPLATES = Path(__file__).parent / "templates"
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_BLANKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]]|^[#+=:~|-]|^[0-9](?=[0-9]*[.)]\s)")
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
        finalize=_finalize,
    )


def plain(text: str) -> str:
    r"""Take control and direction characters out of text; tabs and line breaks in it become a space.

    >>> plain("a\u202eb\r\nc")
    'ab c'
    """
    return _UNSEEN.sub("", _BLANKS.sub(" ", text))


def inline(text: str) -> Markup:
    """Text from a file that stands inside a paragraph of markdown: what markdown would take for a sign is spelled out.

    >>> inline("*Hur* [mycket] <b>?")
    Markup('&#42;Hur&#42; &#91;mycket&#93; &lt;b&gt;?')
    """
    return Markup(_MARKDOWN.sub(lambda sign: f"&#{ord(sign[0])};", escape(plain(text))))  # noqa: S704


def _finalize(value: object) -> object:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
