"""Unknown counts, and everything that a reader can say of their sums.

Belongs here: variables, their limits and linear sums, in whole units. Does not: which sums a table tells
(`told_relations.py`), or what follows from them (`bounds.py`).
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

INFINITY = float("inf")
Expression = tuple[int, ...]
"""The variables whose sum a cell is, each once."""


@dataclass
class Relations:
    """A system of sums that grows while tables are read.

    Attributes:
        limits: of each variable, lowest and highest.
        sums: coefficients by variable, with the lowest and the highest sum.
    """

    limits: list[list[float]] = field(default_factory=list)
    sums: list[tuple[dict[int, float], float, float]] = field(default_factory=list)
    _places: dict[Hashable, int] = field(default_factory=dict)

    def variable(self, key: Hashable) -> int:
        """The variable of a key, new with its first mention; a count, so never below zero."""
        if key not in self._places:
            self._places[key] = len(self.limits)
            self.limits.append([0.0, INFINITY])
        return self._places[key]

    def names(self, cell: Expression) -> tuple[Hashable, ...]:
        """The keys of a cell's variables, which are the same in any relations of the same tables."""
        known = list(self._places)
        return tuple(known[variable] for variable in cell)

    def named(self, names: Iterable[Hashable]) -> Expression:
        """The cell whose variables have these keys: the way back from `names`."""
        return tuple(self.variable(key) for key in names)

    def add(self, line: Mapping[int, float], low: float, high: float) -> None:
        """Say that a weighted sum lies between two limits; each sum is kept once.

        >>> relations = Relations()
        >>> relations.add({relations.variable("yes"): 1}, 3, 3)
        >>> relations.limits, relations.sums
        ([[3.0, 3.0]], [])
        """
        if len(line) == 1 and (weight := next(iter(line.values()))) > 0:
            ((place, _),) = line.items()
            known = self.limits[place]
            known[0], known[1] = max(known[0], low / weight), min(known[1], high / weight)
            return
        entry = (dict(line), low, high)
        if entry not in self.sums[-1:]:
            self.sums.append(entry)

    def whole(self, whole: int, parts: Iterable[int]) -> None:
        """Say that a variable is the sum of others."""
        self.add(dict.fromkeys(parts, 1.0) | {whole: -1.0}, 0, 0)

    def fix(self, cell: Expression, count: int) -> None:
        """Say what a cell counts."""
        self.add(dict.fromkeys(cell, 1.0), count, count)

    def copy(self) -> "Relations":
        """The same relations, to which more can be added."""
        return Relations([list(limit) for limit in self.limits], list(self.sums), dict(self._places))


def percent_sums(percent: float) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """What a published percent says of a count and its base, in whole numbers.

    Rounded half up to as many decimals as it has; in whole percent, 0 is nothing, 100 is all, 0.5 stands for less than
    one half and 99.5 for more than 99 and a half.

    Returns:
        (x, y, z) twice: x·count + y·base >= z, the lower and the upper end.

    Source: statistics.md 6.4 (percent and base give the count).

    >>> percent_sums(23)  # 14 of 62 is 22.6
    ((200, -45, 0), (-200, 47, 1))
    >>> [n for n in range(63) if all(x * n + y * 62 >= z for x, y, z in percent_sums(23))]
    [14]
    """
    exact = Fraction(str(percent))
    if exact == Fraction(1, 2):
        return (1, 0, 1), (-200, 1, 1)
    if exact == 100 - Fraction(1, 2):
        return (200, -199, 0), (-1, 1, 1)
    if exact in (0, 100):
        share = int(exact // 100)
        return (1, -share, 0), (-1, share, 0)
    steps = 1
    while (exact * steps).denominator > 1:
        steps *= 10
    middle = int(2 * exact * steps)
    return (200 * steps, 1 - middle, 0), (-200 * steps, middle + 1, 1)
