"""How a released row is written: as a cell of a table, a label in a drawing, or words in a sentence.

Belongs here: choosing the form. Does not: number formats of a language (`language/numbers.py`) or rounding (`release`).
"""

from dataclasses import dataclass

from macros.language import numbers
from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.release.released import Released, Row
from macros.report.caution import UNCERTAIN, caution
from macros.report.tables import Cell
from macros.survey.part import in_language

WITHHELD = ".."
NO_BASE = "."
NONE_AT_ALL = "\N{EN DASH}"
NOT_COMPUTED = "…"
SIGN = "*"
FEW_ANSWERS = msg("few answers")
MEANINGS: dict[str, Message] = {
    WITHHELD: msg("protected: too few answers here or near"),
    NO_BASE: msg("nobody to ask"),
    NONE_AT_ALL: msg("none"),
    NOT_COMPUTED: msg("cannot be computed"),
}


@dataclass(frozen=True)
class Shown:
    """A cell's text, and for a mark what it means."""

    text: str
    meaning: Message | None = None


def decimals_of(released: Released, statistic: str = "") -> int:
    """Decimals that the table's values need: as published, one for means, none for shares.

    Args:
        statistic: of these alone; otherwise of all but the quartiles, which have columns of their own.
    """
    kinds = {statistic} if statistic else {row.statistic for row in released.rows} - {"quartile"}
    values = (row.value for row in released.rows if row.statistic in kinds)
    return numbers.decimals_needed(value for value in values if value not in (None, 0.5, 99.5))


def cell_text(cell: Cell, language: Language, decimals: int = 0) -> Shown:
    """Write one cell of a table; the unit stands in the column's head."""
    row = cell.row
    value = {"percent": row.percent, "n": row.n, "value": row.value, "interval": row.low}[cell.shown]
    if row.status != "ok":
        return _mark(WITHHELD if row.status == "suppressed" else NO_BASE)
    if value is None:
        return _mark(NOT_COMPUTED)
    if cell.shown == "interval":
        return Shown(_interval(row, language))
    if value == 0 and cell.shown != "value":
        return _mark(NONE_AT_ALL)
    if cell.shown == "percent":
        return Shown(numbers.percent_number(value, language, decimals))
    return Shown(numbers.number(value, language, decimals if cell.shown == "value" else 0))


def _interval(row: Row, language: Language) -> str:
    low, high = row.low or 0, row.high or 0
    if row.statistic == "mean":
        return numbers.number_range(low, high, language, 1)
    if row.statistic == "quartile":
        return numbers.number_range(low, high, language, numbers.decimals_needed([low, high]))
    return numbers.percent_number_range(low, high, language)


def in_prose(row: Row, released: Released, language: Language) -> str:
    """Write a row for a sentence, with its unit: “63 procent”, “12,4 anställda”, “62 företag”.

    Raises:
        ValueError: the row has no number; whoever asks must have looked at its status.
    """
    if row.value is None:
        raise ValueError("a withheld number has no words")
    if row.percent is not None:
        return numbers.percent(row.percent, language, decimals_of(released) if row.statistic == "published" else 0)
    if row.statistic in ("mean", "quartile"):
        unit = in_language(released.question.unit or "", language.code)
        return f"{label_text(row, language)}\N{NO-BREAK SPACE}{unit}".strip()
    population = released.codebook.population
    unit = in_language(population.one if row.value == 1 else population.many, language.code)
    return f"{numbers.number(row.value, language)}\N{NO-BREAK SPACE}{unit}"


def marks(cell: Cell, language: Language) -> tuple[str, ...]:
    """What stands under a cell's number: its interval where that has no column, and that it is to be read with care."""
    row, found = cell.row, []
    if row.status != "ok":
        return ()
    if cell.shown == "n" and "few" in row.flags and row.answer is None:
        found.append(language.say(FEW_ANSWERS))
    if cell.interval and row.low is not None:
        found.append(_interval(row, language))
    said = caution(row.flags)
    in_column = "uncomputed" in row.flags and not cell.interval  # the interval's own column says that there is none
    if said is not None and cell.shown in ("percent", "value") and not in_column:
        found.append(language.say(said))
    return tuple(found)


def marked_label(row: Row, language: Language) -> str:
    """Write a percentage or a mean beside its mark, with what must stand beside it."""
    text = label_text(row, language)
    return f"{text} {language.say(UNCERTAIN)}" if text and row.uncertain else text


def signed_label(row: Row, language: Language) -> str:
    """Write a percentage where a word has no room: a sign stands for it, which the figure's notes explain."""
    return label_text(row, language) + (SIGN if row.uncertain and row.percent is not None else "")


def label_text(row: Row, language: Language, decimals: int = 0) -> str:
    """Write a percentage inside a drawing, or a mean: the number alone."""
    if row.statistic == "mean" and row.value is not None:
        return numbers.number(row.value, language, 1)
    if row.statistic == "quartile" and row.value is not None:
        return numbers.number(row.value, language, numbers.decimals_needed([row.value]))
    return "" if row.percent is None else numbers.percent_number(row.percent, language, decimals)


def _mark(sign: str) -> Shown:
    return Shown(sign, MEANINGS[sign])
