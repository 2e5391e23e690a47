"""An approved quote, set apart from the text."""

from markupsafe import Markup

from macros.release.quotes import ReleasedQuote
from macros.render.html import inline, render


def quote(said: ReleasedQuote, size: Markup) -> Markup:
    """A blockquote with who is quoted: a group by its released name and its size, never more."""
    return render("quote.html", text=inline(said.text), group=inline(said.group), size=size)
