"""A square for each unit: “39 av 62” to count, for a few units only. Twenty in a row, ten on a phone, read row by row.

Squares stand in the codebook's order. Withheld answers are the hatched squares that are left, which everybody can
work out from the base and what is shown.
"""

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.release.released import Row
from macros.render.charts.bars import HATCH
from macros.render.charts.specification import Rows, rectangles, specification
from macros.render.charts.stack import colours
from macros.render.theme import NARROW, WIDE, var
from macros.report.caution import UNCERTAIN
from macros.report.figures import Figure

SQUARE = 0.82  # of the distance between two squares
IN_A_ROW = {True: 20, False: 10}


def key(figure: Figure) -> tuple[tuple[str, Message | str], ...]:
    """The key: colour token, and each answer's name with its count."""
    palette = colours(figure.released)
    shown = [row for row in _rows(figure) if row.n is not None]
    entries: list[tuple[str, Message | str]] = [(palette[str(row.answer)], _name(row)) for row in shown]
    if figure.table.withheld:
        entries.append(("skyddad", msg("Withheld, too few answers")))
    return tuple(entries)


def _name(row: Row) -> Message:
    if row.uncertain:
        return msg("{answer} ({n}), {caution}", answer=row.label, n=row.n, caution=UNCERTAIN)
    return msg("{answer} ({n})", answer=row.label, n=row.n)


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of a waffle."""
    del language  # no word stands in the drawing
    in_a_row, width = IN_A_ROW[wide], WIDE if wide else NARROW
    step = width / in_a_row
    palette = colours(figure.released)
    base = figure.released.row((), None).n or 0
    fills = [var(palette[str(row.answer)]) for row in _rows(figure) for _ in range(row.n or 0)]
    fills += [HATCH] * (base - len(fills))
    squares: Rows = []
    for index, fill in enumerate(fills):
        x, y = (index % in_a_row) * step, (index // in_a_row) * step
        edge = var("chart-edge") if fill in (HATCH, var("o3")) else "transparent"
        squares.append({"x": x, "x2": x + step * SQUARE, "y": y, "y2": y + step * SQUARE, "fill": fill, "stroke": edge})
    drawn = rectangles(squares)
    height = round(-(-len(fills) // in_a_row) * step)
    return specification([drawn], width, height)


def _rows(figure: Figure) -> list[Row]:
    return [figure.released.row((), answer.code) for answer in figure.released.answers]
