"""A table as HTML: the twin of a chart, with a scroll of its own and every mark explained below it."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.render.html import render
from macros.render.links import Here, row_anchor
from macros.render.numbers import MEANINGS, cell_text, decimals_of, marks
from macros.render.words import period_words, speak
from macros.report.tables import Cell, Line, Table

# What sort.js says when it has sorted; it puts the column's name in.
ORDERS = {
    "falling": msg("Sorted by {column}, falling", column="{column}"),
    "rising": msg("Sorted by {column}, rising", column="{column}"),
    "given": msg("In the table's own order"),
}


@dataclass(frozen=True)
class Place:
    """One cell as it is written; `below` stands under its number."""

    key: str
    text: str
    meaning: str | None
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """One line as it is written."""

    rank: str
    label: str
    cells: list[Place | None]


def table(shown: Table, here: Here, of: str = "") -> Markup:
    """Write a table and note each of its numbers in the ledger.

    Args:
        of: id of what its name begins with, where captions alone may be alike.

    Raises:
        AttributeError: when the table is not a released one.
    """
    language, decimals = here.language, decimals_of(shown.released)
    lines = [
        Written(
            line.rank, _label(line, shown, here), [_cell(c, shown, here, decimals) if c else None for c in line.cells]
        )
        for line in shown.lines
    ]
    used = {cell.text for line in lines for cell in line.cells if cell and cell.meaning}
    return render(
        "table.html",
        id=f"tabell-{shown.address.key}",
        rows=[row_anchor(shown.address, at) for at in range(len(lines))],
        of=of,
        caption=speak(shown.caption, language),
        corner=speak(shown.corner, language),
        columns=[speak(column, language) for column in shown.columns],
        lines=lines,
        marks=[(sign, language.say(meaning)) for sign, meaning in MEANINGS.items() if sign in used],
        order=orders(language),
    )


def orders(language: Language) -> dict[str, str]:
    """What is said of each order that a reader may sort a table in."""
    return {name: language.say(words) for name, words in ORDERS.items()}


def cell_key(shown: Table, cell: Cell) -> str:
    """Key of one cell in the ledger."""
    group = ",".join(code or "" for code in cell.row.group)
    return f"{shown.address.key}/{group}/{cell.row.answer or ''}/{'balance' if cell.row.balance else cell.shown}"


def _cell(cell: Cell, shown: Table, here: Here, decimals: int) -> Place:
    if cell.row.statistic == "quartile":
        decimals = decimals_of(shown.released, "quartile")
    text = cell_text(cell, here.language, decimals)
    key = cell_key(shown, cell)
    # What the row alone does not say: a share's row has a count too, and a balance is called a share.
    statistic = "count" if cell.shown == "n" else "balance" if cell.row.balance else None
    here.ledger.add(here.url, key, text.text, shown.address, cell.row, statistic)
    return Place(key, text.text, _meaning(text.meaning, here), marks(cell, here.language))


def _meaning(meaning: Message | None, here: Here) -> str | None:
    return here.language.say(meaning) if meaning else None


def _label(line: Line, shown: Table, here: Here) -> str:
    published = next((cell.row for cell in line.cells if cell and cell.row.statistic == "published"), None)
    if published is None:
        return speak(line.label, here.language)
    parts = [*map(str, published.group[:-1]), period_words(published, here.language)]
    if len(shown.columns) < len(shown.released.answers):  # which answer it is, no head of a column says
        parts.append(published.label.lower())
    label = ", ".join(parts)
    return label[:1].upper() + label[1:]
