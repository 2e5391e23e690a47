"""Every colour of the site in one list, and the style sheet made from it.

Belongs here: tokens and their values in light, dark and forced colours. Does not: which of them a scale or a list
takes (`theme.py`), or any rule of the page (`site/assets/page.css`, `figure.css`).
"""

from pathlib import Path
from typing import NamedTuple

TOKENS_CSS = Path(__file__).parent / "site" / "assets" / "tokens.css"


class Token(NamedTuple):
    """A custom property with its value in light, in dark and in forced colours (None: as in the scheme)."""

    name: str
    light: str
    dark: str
    forced: str | None


def _fill(name: str, light: str, on_light: str, dark: str, on_dark: str) -> tuple[Token, Token]:
    """A fill and the colour of text on it; in forced colours an empty box with readable text."""
    return Token(name, light, dark, "Canvas"), Token(f"on-{name}", on_light, on_dark, "CanvasText")


# o1 to o5: ordered answers, negative to positive; neighbours differ by 3 to 1 or more. k1 to k6: unordered
# lists. Both were computed so that any two stay apart for the three kinds of colour blindness.
TOKENS: tuple[Token, ...] = (
    *_fill("o1", "#552703", "#fff", "#fedbc5", "#111"),
    *_fill("o2", "#c96613", "#111", "#c5630f", "#111"),
    *_fill("o3", "#eae8ea", "#111", "#323234", "#fff"),
    *_fill("o4", "#3083d8", "#111", "#2c80d4", "#111"),
    *_fill("o5", "#003563", "#fff", "#d3e3fa", "#111"),
    *_fill("k1", "#7874f7", "#111", "#9ca1f2", "#111"),
    *_fill("k2", "#631d01", "#fff", "#f09d9d", "#111"),
    *_fill("k3", "#819404", "#111", "#949102", "#111"),
    *_fill("k4", "#c77a9d", "#111", "#bc4574", "#fff"),
    *_fill("k5", "#0a5c55", "#fff", "#5afdf6", "#111"),
    *_fill("k6", "#58039d", "#fff", "#605ae1", "#fff"),
    *_fill("bar", "#1b62a5", "#fff", "#6aaef0", "#111"),
    *_fill("bar-rest", "#8a9097", "#111", "#70757f", "#fff"),
    Token("chart-bg", "#fff", "#1e2129", "Canvas"),
    Token("chart-grid", "#ccc", "#555", "GrayText"),
    Token("chart-edge", "#767676", "#8f929c", "CanvasText"),
    Token("chart-line", "#1b62a5", "#6aaef0", "CanvasText"),
    Token("chart-text", "#1c2126", "#e7e9ee", "CanvasText"),
    Token("chart-soft", "#545b63", "#b3b8c2", "CanvasText"),
    Token("accent", "#1b62a5", "#6aaef0", "CanvasText"),
    Token("badge", "#8a3c00", "#f5b98a", "CanvasText"),
    Token("badge-bg", "#fbf1ea", "#33261e", "Canvas"),
    Token("error", "#a4161a", "#ffa198", "CanvasText"),
    Token("rule", "#d9dce0", "#3d424d", "GrayText"),
    # What the theme itself asks for, so that both generators and the page without scripts look the same.
    Token("md-primary-fg-color", "#0b2f4f", "#122c44", None),
    Token("md-primary-bg-color", "#fff", "#fff", None),
    Token("md-primary-bg-color--light", "#d6e2ee", "#d6e2ee", None),
    Token("md-accent-fg-color", "#0b4a85", "#9dcbfa", "LinkText"),
    Token("md-accent-fg-color--transparent", "#1b62a51a", "#6aaef026", None),
    Token("md-default-fg-color", "#1c2126", "#e7e9ee", None),
    Token("md-default-fg-color--light", "#545b63", "#b3b8c2", None),
    Token("md-default-fg-color--lighter", "#767d85", "#8b919d", None),
    Token("md-default-fg-color--lightest", "#0000001f", "#ffffff1f", None),
    Token("md-default-bg-color", "#fff", "#1e2129", None),
    Token("md-default-bg-color--light", "#ffffffb3", "#1e2129b3", None),
    Token("md-default-bg-color--lighter", "#ffffff4d", "#1e21294d", None),
    Token("md-default-bg-color--lightest", "#ffffff1f", "#1e21291f", None),
    Token("md-typeset-color", "#1c2126", "#e7e9ee", None),
    Token("md-typeset-a-color", "#13558f", "#8fc3f7", "LinkText"),
    Token("md-typeset-table-color", "#d9dce0", "#3d424d", None),
    Token("md-typeset-mark-color", "#ffe08a", "#5c4a12", "Mark"),
    Token("md-code-fg-color", "#2b3138", "#d5d9e2", None),
    Token("md-code-bg-color", "#f3f4f6", "#272b34", None),
    Token("md-footer-fg-color", "#e7e9ee", "#e7e9ee", None),
    Token("md-footer-fg-color--light", "#c3cad3", "#b3b8c2", None),
    Token("md-footer-fg-color--lighter", "#c3cad3", "#b3b8c2", None),
    Token("md-footer-bg-color", "#0b2f4f", "#171a20", None),
    Token("md-footer-bg-color--dark", "#08243d", "#14171c", None),
)


def tokens_css() -> str:
    """The style sheet of all tokens: light, dark, dark without scripts, forced colours.

    Dark is for screens only, so that print is light whatever the reader chose.
    """
    light = ";".join(f"--{token.name}:{token.light}" for token in TOKENS)
    dark = ";".join(f"--{token.name}:{token.dark}" for token in TOKENS)
    forced = ";".join(f"--{token.name}:{token.forced}" for token in TOKENS if token.forced)
    slate, plain = "[data-md-color-scheme=slate]", "[data-md-color-scheme=default]"
    # The theme sets its own variables on body, so a rule on :root alone would lose to them there.
    return f"""/* Generated from macros/render/tokens.py by `python -m macros.render.tokens`; edit that file. */
:root,[data-md-color-scheme]{{color-scheme:light;{light}}}
@media screen{{{slate},:root:has(>{slate}){{color-scheme:dark;{dark}}}}}
@media screen and (prefers-color-scheme:dark){{.no-js,.no-js {plain}{{color-scheme:dark;{dark}}}}}
@media (forced-colors:active){{:root,:root [data-md-color-scheme]{{{forced}}}}}
"""


if __name__ == "__main__":
    TOKENS_CSS.write_text(tokens_css(), encoding="utf-8")
