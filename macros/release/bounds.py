"""How low and how high a count can be, by everything that is told.

Linear programs by HiGHS, one for each part of the relations that hangs together; where the best point is not in whole
units, an integer program with a limit of nodes. Belongs here: bounds. Does not: what they mean (`audit.py`).
"""

import math
from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds as Limits
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from macros.release.program import silence
from macros.release.relations import Expression, Relations

NODES = 500
"""Nodes of one search for whole units; nodes and not seconds, so that every machine finds the same."""
_INFEASIBLE = 2
_UNBOUNDED = 3
_EITHER = 4
_NEAR = 1e-6


class ContradictionError(ArithmeticError):
    """No counts at all fit what is told."""


@dataclass
class _Part:
    """Unknowns that hang together, and the whole solutions that were met so far."""

    places: npt.NDArray[np.int64]
    low: npt.NDArray[np.float64]
    high: npt.NDArray[np.float64]
    constraints: list[LinearConstraint]
    met: list[npt.NDArray[np.float64]] = field(default_factory=list)


class Bounds:
    """The bounds that relations put on sums of their variables.

    >>> relations = Relations()
    >>> yes, no, base = (relations.variable(name) for name in ("yes", "no", "base"))
    >>> relations.whole(base, (yes, no))
    >>> relations.fix((base,), 9)
    >>> Bounds(relations).of((no,))
    (0.0, 9.0)
    """

    def __init__(self, relations: Relations) -> None:
        """Work out what follows at once, and take the rest apart.

        Raises:
            ContradictionError: when the relations contradict each other.
        """
        self._limits = np.array(relations.limits, dtype=np.float64).reshape(-1, 2)
        sums = settle(self._limits, relations)
        self._part: dict[int, tuple[_Part, int]] = {}
        self._take_apart(sums)

    def of(self, cell: Expression) -> tuple[float, float]:
        """The lowest and the highest count of a cell, in whole units; infinite where nothing limits it.

        Raises:
            ContradictionError: when the relations contradict each other.
        """
        return self._end(cell, 1), 0.0 - self._end(cell, -1)

    def confined(self, cell: Expression, below: int) -> bool:
        """Whether a cell must hold somebody, and fewer than `below`.

        Raises:
            ContradictionError: when the relations contradict each other.
        """
        low, high = self._met(cell)
        if low < 1 or high >= below:
            return False
        low = self._end(cell, 1)
        return low >= 1 and -self._end(cell, -1) < below

    def can_be(self, cell: Expression, count: int, *, upwards: bool) -> bool:
        """Whether a cell can be as high as a count, or as low; by solutions met before where they tell.

        Raises:
            ContradictionError: when the relations contradict each other.
        """
        low, high = self._met(cell)
        if upwards:
            return count <= high < math.inf or -self._end(cell, -1) >= count
        return low <= count or self._end(cell, 1) <= count

    def around(self, cell: Expression) -> frozenset[int]:
        """The unknown variables that hang together with those of a cell, and its own."""
        parts = [self._part[variable][0] for variable in cell if variable in self._part]
        return frozenset(cell) | {int(place) for part in parts for place in part.places}

    def _end(self, cell: Expression, sign: int) -> float:
        known, parts = self._split(cell)
        return sign * known + sum(self._least(part, inside, sign) for part, inside in parts)

    def _met(self, cell: Expression) -> tuple[float, float]:
        """The lowest and highest that a cell was in solutions met so far; nothing where one part has none."""
        known, parts = self._split(cell)
        low = high = known
        for part, inside in parts:
            values = [float(point[inside].sum()) for point in part.met]
            low, high = low + min(values, default=math.inf), high + max(values, default=-math.inf)
        return low, high

    def _split(self, cell: Expression) -> tuple[float, list[tuple[_Part, list[int]]]]:
        known, inside = 0.0, defaultdict(list)
        parts: dict[int, _Part] = {}
        for variable in cell:
            if variable in self._part:
                part, place = self._part[variable]
                parts[id(part)] = part
                inside[id(part)].append(place)
            else:
                known += float(self._limits[variable, 0])
        return known, [(part, inside[name]) for name, part in parts.items()]

    def _least(self, part: _Part, inside: list[int], sign: int) -> float:
        cost = np.zeros(len(part.places))
        cost[inside] = sign
        point, best, unbounded = _solved(part, cost, whole=False)
        if unbounded:
            return -math.inf
        if np.abs(point - point.round()).max() > _NEAR:
            point, bound, unbounded = _solved(part, cost, whole=True)
            best = max(best, bound)
        if len(point) and np.abs(point - point.round()).max() <= _NEAR:
            part.met.append(point.round())
        return math.ceil(best - _NEAR)

    def _take_apart(self, sums: list[tuple[dict[int, float], float, float]]) -> None:
        unknown = np.flatnonzero(self._limits[:, 0] < self._limits[:, 1])
        place = {int(variable): i for i, variable in enumerate(unknown)}
        entries = [(i, place[v], weight) for i, (line, _, _) in enumerate(sums) for v, weight in line.items()]
        rows, columns, weights = zip(*entries, strict=True) if entries else ((), (), ())
        matrix = csr_array(coo_array((weights, (rows, columns)), shape=(len(sums), len(unknown))))
        ends = np.array([(low, high) for _, low, high in sums]).reshape(-1, 2)
        number, of_variable = connected_components(abs(matrix.T) @ abs(matrix), directed=False)
        first = matrix.indices[matrix.indptr[:-1]]
        for i in range(number):
            chosen = np.flatnonzero(of_variable == i)
            mine = np.flatnonzero(of_variable[first] == i) if len(sums) else np.array([], dtype=int)
            tied = [LinearConstraint(matrix[mine][:, chosen], ends[mine, 0], ends[mine, 1])] if len(mine) else []
            places = unknown[chosen]
            part = _Part(places, self._limits[places, 0], self._limits[places, 1], tied)
            self._part |= {int(variable): (part, j) for j, variable in enumerate(places)}


def settle(limits: npt.NDArray[np.float64], relations: Relations) -> list[tuple[dict[int, float], float, float]]:
    """Fix what a sum with one unknown tells, until nothing more follows; give the sums that are left."""
    left = relations.sums
    while True:
        open_sums, settled = [], False
        for line, least, most in left:
            known = sum(weight * limits[v, 0] for v, weight in line.items() if limits[v, 0] == limits[v, 1])
            unknown = {v: weight for v, weight in line.items() if limits[v, 0] < limits[v, 1]}
            low, high = least - known, most - known
            if len(unknown) > 1:
                open_sums.append((unknown, low, high))
                continue
            settled = True
            if not unknown and not low - _NEAR <= 0 <= high + _NEAR:
                raise ContradictionError
            for v, weight in unknown.items():
                ends = sorted((low / weight, high / weight))
                limits[v] = max(limits[v, 0], -_floor(-ends[0])), min(limits[v, 1], _floor(ends[1]))
        if (limits[:, 0] > limits[:, 1]).any():
            raise ContradictionError
        left = open_sums
        if not settled:
            return left


def _floor(end: float) -> float:
    return end if math.isinf(end) else math.floor(end + _NEAR)


def _solved(part: _Part, cost: npt.NDArray[np.float64], *, whole: bool) -> tuple[npt.NDArray[np.float64], float, bool]:
    """The best point, its cost or for whole units the proved bound, and whether there is no end to it."""
    with silence():
        result = milp(
            cost,
            integrality=np.full(len(cost), int(whole)),
            bounds=Limits(part.low, part.high),
            constraints=part.constraints,
            options={"node_limit": NODES, "mip_rel_gap": 0.0},
        )
    if result.status == _EITHER and cost.any():
        _solved(part, np.zeros(len(cost)), whole=whole)
    if result.status in (_UNBOUNDED, _EITHER):
        return np.array([]), -math.inf, True
    if result.status == _INFEASIBLE:
        raise ContradictionError
    point = np.array([]) if result.x is None else np.asarray(result.x, dtype=np.float64)
    best = result.mip_dual_bound if whole else result.fun
    return point, -math.inf if best is None else float(best), False
