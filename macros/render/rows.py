"""The row that a number stands in: of its own table, of one by group that tells the total, or of a comparison.

Belongs here: finding the row. Does not: how a link or a table is written (`links.py`, `table.py`).
"""

from collections.abc import Iterator

from macros.release.released import Released
from macros.render.links import Here
from macros.report.address import Address
from macros.report.statistics import Statistic
from macros.report.tables import make_table
from macros.survey.tabulation import Group


def link_to_row(statistic: Statistic, here: Here) -> str:
    """Link to where a number can be checked: the row that tells it, or else the table.

    A change leads to the comparison that shows it. What no table of its own shows is looked for among the totals of
    the same question by group, and in the comparisons; a number that none has leads to its table on the data page.
    """
    address = statistic.address
    compared = next(_compared(statistic, here), None) if statistic.kind in ("share", "change") else None
    if compared and statistic.kind == "change":
        return here.to_table(*compared)
    own = _line(statistic, address, statistic.table, here)
    if here.shows(address):
        return here.to_table(address, own)
    for other in sorted(here.released) if statistic.kind != "count" else ():  # by group there are percentages only
        of_question = (other.survey, other.question) == (address.survey, address.question)
        if of_question and here.shows(other) and _told(statistic, here.released[other]):
            return here.to_table(other, _line(statistic, other, here.released[other], here))
    return here.to_table(*compared) if compared else here.to_table(address, own)


def _line(statistic: Statistic, address: Address, released: Released, here: Here) -> int | None:
    """Which line of a table holds the number, if any does."""
    table = make_table(address, released, here.language.code, balance=address in here.balances)
    row = statistic.row
    lines = [[cell.row for cell in line.cells if cell is not None] for line in table.lines]
    of_group = [[other for other in rows if _groups(other.group) == _groups(row.group)] for rows in lines]
    exact = (
        at
        for at, rows in enumerate(of_group)
        if any((other.answer, other.balance) == (row.answer, row.balance) for other in rows)
    )
    # Several answers together have no column in a table by group, but the group has its line.
    alone = (at for at, rows in enumerate(of_group) if released.by and rows and rows == lines[at])
    return next(exact, next(alone, None))


def _told(statistic: Statistic, other: Released) -> bool:
    """Whether another table of the question tells the same number of all who answered."""
    row = statistic.row
    return any(
        _groups(row.group) == _groups(one.group) == ()
        and (one.answer, one.n, one.base, one.percent) == (row.answer, row.n, row.base, row.percent)
        and one.value == row.value
        for one in other.rows
    )


def _groups(group: Group) -> Group:
    """A group without the groupings that it is the total of."""
    return tuple(code for code in group if code is not None)


def _compared(statistic: Statistic, here: Here) -> Iterator[tuple[Address, int]]:
    """The comparisons on the site that show the number, and in which line; a change in one of the same two waves."""
    on_this_page = {address for address, urls in here.figures.items() if here.url in urls}
    shown = [address for address in here.waves if here.shows(address)]
    for address in sorted(shown, key=lambda address: (address not in on_this_page, address)):
        for line, pair in enumerate(here.waves[address].pairs):
            if statistic.kind != "change":
                found = _same(statistic, pair.before) or _same(statistic, pair.after)
            else:
                found = statistic.against == pair.before.address.survey and _same(statistic, pair.after)
            if found:
                yield address, line


def _same(one: Statistic, other: Statistic) -> bool:
    return (one.address, one.row.group, one.row.answer) == (other.address, other.row.group, other.row.answer)
