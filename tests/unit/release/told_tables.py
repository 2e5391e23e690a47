"""Tables of a `tables.json`, written as text, for the tests of the audit."""

from collections.abc import Mapping

from macros.release.told import ToldRow, ToldTable
from tests.unit.release.tables import HIDDEN

RULES = ("complementary", "merge_small", "min_base 10", "min_cell 5", "singletons")


def told(
    question: str,
    text: str,
    by: str = "",
    kind: str = "single",
    merged: Mapping[str, Mapping[str, str]] | None = None,
    kinds: Mapping[str, tuple[int | None, int | None]] | None = None,
) -> ToldTable:
    """A table from lines such as `berg 13 · 1 | 25`: a group, its counts, its base; the first line names the answers.

    Args:
        merged: parts of merged codes, by "answer" or the grouping.
        kinds: count and base of each kind of silence, of the total.
    """
    head, *lines = [line.replace("|", " ").split() for line in text.strip().splitlines()]
    rows = []
    for name, *cells in lines:
        group = {by: None if name == "total" else name} if by else {}
        *counts, base = (None if cell == HIDDEN else int(cell) for cell in cells)
        rows += [_row(group, code, n) for code, n in zip([None, *head], (base, *counts), strict=True)]
    for missing, (n, of) in (kinds or {}).items():
        rows.append(_row({by: None} if by else {}, missing, n, of))
    parts = {where: {code: of.split() for code, of in codes.items()} for where, codes in (merged or {}).items()}
    groups = [by] if by else []
    return ToldTable(survey="s", question=question, type=kind, by=groups, rows=rows, merged=parts, rules=list(RULES))


def _row(group: dict[str, str | None], answer: str | None, n: int | None, base: int | None = None) -> ToldRow:
    status = "suppressed" if n is None else "ok"
    return ToldRow(group=group, answer=answer, status=status, n=n, base=base, statistic="count")
