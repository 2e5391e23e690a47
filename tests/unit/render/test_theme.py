"""The palette keeps its promises, computed: readable labels, segments that are told apart, one list for all."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import vl_convert
from fontTools.ttLib import TTFont

from macros.render import theme, tokens

SITE = Path(theme.__file__).parent / "site"
ASSETS = SITE / "assets"
SCHEMES = ("light", "dark")
ORDERED = ("o1", "o2", "o3", "o4", "o5")
FILLS = (*ORDERED, *(f"k{number}" for number in range(1, 7)), "bar", "bar-rest")


def value(name: str, scheme: str) -> str:
    """A token's colour in a scheme, written out as six digits."""
    [token] = [token for token in tokens.TOKENS if token.name == name]
    digits = (token.light if scheme == "light" else token.dark).removeprefix("#")
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)


def luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2, definition of relative luminance."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str, scheme: str) -> float:
    """Contrast ratio of two tokens. Source: WCAG 2.2, definition of contrast ratio."""
    high, low = sorted((luminance(value(name, scheme)) for name in (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_formula_gives_the_known_ends() -> None:
    assert luminance("ffffff") == pytest.approx(1)
    assert luminance("000000") == 0
    assert (1 + 0.05) / (luminance("767676") + 0.05) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("fill", FILLS)
def test_a_label_is_readable_on_its_fill(fill: str, scheme: str) -> None:
    assert contrast(fill, f"on-{fill}", scheme) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_neighbours_on_a_scale_of_five_are_told_apart(scheme: str) -> None:
    for one, other in pairwise(ORDERED):
        assert contrast(one, other, scheme) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "sides",
    [
        ["negative", "positive"],
        ["negative", "neutral", "positive"],
        ["negative", "negative", "positive"],
        ["negative", "positive", "positive"],
        ["positive", "positive", "negative"],
        ["negative", "negative", "neutral", "positive", "positive"],
        [None, None],
        [None, None, None],
        ["positive", "positive"],
    ],
    ids=str,
)
def test_neighbours_on_shorter_scales_are_told_apart(sides: list[theme.Side | None], scheme: str) -> None:
    for one, other in pairwise(theme.scale_colours(sides)):
        assert contrast(one, other, scheme) >= 3


def test_a_scale_that_begins_with_its_good_end_is_the_mirror() -> None:
    sides: list[theme.Side | None] = ["positive", "positive", "neutral", "negative", "negative"]
    assert theme.scale_colours(sides) == ("o5", "o4", "o3", "o2", "o1")


def test_a_scale_of_four_has_no_neutral_and_a_longer_one_keeps_its_order() -> None:
    assert theme.scale_colours([None] * 4) == ("o1", "o2", "o4", "o5")
    assert theme.scale_colours([None] * 7) == ("o1", "o1", "o2", "o3", "o4", "o5", "o5")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "mark", ["k1", "k2", "k3", "k4", "k5", "k6", "bar", "bar-rest", "chart-line", "chart-edge", "accent"]
)
def test_a_mark_stands_out_from_the_ground(mark: str, scheme: str) -> None:
    assert contrast(mark, "chart-bg", scheme) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("chart-text", "chart-bg"),
        ("chart-soft", "chart-bg"),
        ("badge", "badge-bg"),
        ("badge", "chart-bg"),
        ("error", "chart-bg"),
        ("md-default-fg-color", "md-default-bg-color"),
        ("md-default-fg-color--light", "md-default-bg-color"),
        ("md-default-fg-color", "md-typeset-mark-color"),
        ("md-default-fg-color", "badge-bg"),
        ("md-typeset-a-color", "md-default-bg-color"),
        ("md-code-fg-color", "md-code-bg-color"),
        ("md-primary-bg-color--light", "md-primary-fg-color"),
        ("md-footer-fg-color--lighter", "md-footer-bg-color--dark"),
        ("md-footer-fg-color--light", "md-footer-bg-color"),
    ],
)
def test_text_is_readable(text: str, ground: str, scheme: str) -> None:
    assert contrast(text, ground, scheme) >= 4.5


def test_a_list_takes_at_most_six_colours() -> None:
    assert theme.list_colours(1) == ("bar",)
    assert len(set(theme.list_colours(6))) == 6
    with pytest.raises(ValueError, match="six"):
        theme.list_colours(7)


def test_in_forced_colours_every_mark_and_label_follows_the_reader() -> None:
    system = {"Canvas", "CanvasText", "GrayText", "LinkText", "Mark"}
    drawing = [token for token in tokens.TOKENS if not token.name.startswith("md-")]
    assert {token.forced for token in drawing} <= system
    assert all(token.forced == "Canvas" for token in drawing if token.name in FILLS)
    assert all(token.forced == "CanvasText" for token in drawing if token.name.startswith("on-"))


def test_the_committed_style_sheet_is_the_list() -> None:
    assert tokens.TOKENS_CSS.read_text(encoding="utf-8") == tokens.tokens_css(), "run python -m macros.render.tokens"


def test_dark_is_for_screens_only_and_holds_without_scripts() -> None:
    css = tokens.tokens_css()
    dark = "--o1:#fedbc5"
    lines = [line for line in css.splitlines() if dark in line]
    assert len(lines) == 2
    assert all(line.startswith("@media screen") for line in lines)
    assert any(".no-js" in line and "prefers-color-scheme:dark" in line for line in lines)


def test_style_sheets_use_only_tokens_that_exist() -> None:
    known = {token.name for token in tokens.TOKENS}
    for sheet in ("page.css", "figure.css"):
        css = (ASSETS / sheet).read_text(encoding="utf-8")
        used = set(re.findall(r"var\(--([a-z0-9-]+)\)", css)) - set(
            re.findall(r"^\s+--([a-z0-9-]+):", css, re.MULTILINE)
        )
        assert used - known <= {"kolumn"}, sheet
        assert {f"prov-{fill}" for fill in FILLS} <= set(
            re.findall(r"\.(prov-[a-z0-9-]+) \{", css)
        ) or sheet == "page.css"


def test_the_theme_asks_nothing_of_other_servers() -> None:
    for file in SITE.rglob("*"):
        if file.suffix in {".css", ".js"}:
            assert "//" not in re.sub(r"^\s*//.*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE), file
        if file.suffix == ".html":
            loaded = re.findall(r'(?:src|<link[^>]*href)="([^"]*)"', file.read_text(encoding="utf-8"))
            assert not [address for address in loaded if "//" in address], file


def test_the_page_holds_the_hatch_that_drawings_name() -> None:
    assert theme.hatch_pattern() in (SITE / "main.html").read_text(encoding="utf-8")


def specification(text: str, weight: int = 400) -> dict[str, object]:
    """A Vega-Lite specification with one text and one axis label."""
    return {
        "config": theme.altair_config(),
        "data": {"values": [{"label": text}]},
        "mark": {"type": "text", "fontWeight": weight},
        "encoding": {"text": {"field": "label"}, "y": {"field": "label", "type": "nominal", "title": None}},
    }


def test_a_drawing_has_no_ground_and_no_text_under_12_px() -> None:
    svg = vl_convert.vegalite_to_svg(specification("1–9 anställda"))
    assert "<rect" not in svg
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg)]
    assert sizes
    assert min(sizes) >= 12
    assert set(re.findall(r'font-family="([^"]+)"', svg)) == {theme.FONT}


def test_for_the_pdf_no_variable_is_left() -> None:
    svg = theme.literal(vl_convert.vegalite_to_svg(specification("1–9 anställda")))
    assert "var(" not in svg
    assert f'fill="#{value("chart-text", "light")}"' in svg
    assert theme.literal('<g stroke="currentColor"/>') == f'<g stroke="#{value("chart-text", "light")}"/>'
    with pytest.raises(KeyError):
        theme.literal('<g fill="var(--nosuch)"/>')


def label_room(text: str) -> float:
    """How many pixels vl-convert set aside for an axis label."""
    drawn = specification(text) | {"mark": {"type": "tick"}, "width": 300}
    [width] = re.findall(r'viewBox="0 0 ([\d.]+) ', vl_convert.vegalite_to_svg(drawn))
    return float(width)


def test_labels_are_measured_with_the_sites_typeface() -> None:
    theme.register_fonts()
    font = TTFont(theme.FONT_FOLDER / "RapportSans-Regular.ttf")
    cmap, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    short, long = "a", "a" + "W" * 20
    expected = 20 * widths[cmap[ord("W")]][0] / em * 14
    assert label_room(long) - label_room(short) == pytest.approx(expected, abs=1.5)


def test_page_and_drawing_have_the_same_letters() -> None:
    page = TTFont(ASSETS / "fonts" / "rapport-sans.woff2")
    swedish = set(
        "abcdefghijklmnopqrstuvwxyzåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉ0123456789 \u00a0.,:;?!%&/()+–—−\u2011”’…·→≥≤×§"
    )
    assert swedish <= {chr(code) for code in page.getBestCmap()}
    for file in theme.FONT_FOLDER.glob("*.ttf"):
        assert set(TTFont(file).getBestCmap()) == set(page.getBestCmap()), file.name


def test_figures_are_tabular() -> None:
    font = TTFont(ASSETS / "fonts" / "rapport-sans.woff2")
    cmap, widths = font.getBestCmap(), font["hmtx"]
    assert len({widths[cmap[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_the_typeface_is_light_and_keeps_its_licence() -> None:
    """The licence reserves the name Source for unmodified fonts and travels with every copy."""
    page = ASSETS / "fonts" / "rapport-sans.woff2"
    assert page.stat().st_size <= 20_000
    for file in (page, *theme.FONT_FOLDER.glob("*.ttf")):
        names = {record.toUnicode() for record in TTFont(file)["name"].names if record.nameID in {1, 3, 4, 6, 16}}
        assert not [name for name in names if "source" in name.lower()], file.name
        assert "SIL OPEN FONT LICENSE Version 1.1" in (file.parent / "OFL.txt").read_text(encoding="utf-8")
