"""What two seals of the same survey tell together: the difference between them may be one respondent's answer.

Belongs here: comparing released numbers, before and now. Does not: reading them, or what a person lets through.
"""

from collections.abc import Iterator, Mapping

from macros.release.released import Row

Name = tuple[str, str, tuple[str | None, ...], str | None]
"""Table, part, group and answer."""


def differences(before: Mapping[Name, Row], now: Mapping[Name, Row], min_cell: int) -> Iterator[tuple[Name, str]]:
    """Each number whose change gives somebody away, with what gives it away.

    A count that moved by fewer units than may be told apart (`moved`), and a number that was withheld and no longer is,
    or the other way round (`shown`, `withheld`): who kept the earlier one knows what protection now hides.

    Source: statistics.md 6.1 (differencing between publications).

    >>> row = Row((), "yes", "Yes", "share", "ok", 50.0, 10, 20, 50.0)
    >>> more = Row((), "yes", "Yes", "share", "ok", 52.0, 11, 21, 52.0)
    >>> name = ("trade", "rows", (), "yes")
    >>> list(differences({name: row}, {name: more}, 5)), list(differences({name: row}, {name: row}, 5))
    ([(('trade', 'rows', (), 'yes'), 'moved')], [])
    """
    for name in before.keys() & now.keys():
        old, new = before[name], now[name]
        if {old.status, new.status} == {"ok", "suppressed"}:
            yield name, "shown" if new.status == "ok" else "withheld"
        elif any(_near(getattr(old, n), getattr(new, n), min_cell) for n in ("n", "base")):
            yield name, "moved"


def _near(old: int | None, new: int | None, min_cell: int) -> bool:
    return old is not None and new is not None and 0 < abs(new - old) < min_cell
