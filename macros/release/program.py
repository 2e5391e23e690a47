"""A linear or integer program while it is set up. Belongs here: HiGHS. Does not: what the program is about."""

import ctypes
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryFile

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

INFINITY = float("inf")


class Program:
    """Variables with limits and costs, constraints on their sums, and the cheapest solution.

    >>> program = Program()
    >>> x, y = program.variable(0, 1, cost=2, whole=True), program.variable(0, 10, cost=1)
    >>> program.constrain({x: 4, y: 1}, 3, INFINITY)
    >>> program.solve(nodes=10).tolist()
    [1.0, 0.0]
    """

    def __init__(self) -> None:
        self._limits: list[tuple[float, float]] = []
        self._costs: list[float] = []
        self._whole: list[int] = []
        self._entries: list[tuple[int, int, float]] = []
        self._sums: list[tuple[float, float]] = []

    def variable(self, low: float, high: float, *, cost: float = 0.0, whole: bool = False) -> int:
        """Add a variable and give its number."""
        self._limits.append((low, high))
        self._costs.append(cost)
        self._whole.append(int(whole))
        return len(self._costs) - 1

    def constrain(self, line: Mapping[int, float], low: float, high: float) -> None:
        """Demand that a weighted sum of variables lies between two limits."""
        self._entries += [(len(self._sums), variable, weight) for variable, weight in line.items()]
        self._sums.append((low, high))

    def solve(self, nodes: int) -> npt.NDArray[np.float64] | None:
        """Give the value of each variable: the best found within a number of branch-and-bound nodes, or None."""
        entries = np.array(self._entries, dtype=float).reshape(-1, 3)
        places = entries[:, :2].astype(np.int32)
        shape = (len(self._sums), len(self._costs))
        matrix = coo_array((entries[:, 2], (places[:, 0], places[:, 1])), shape=shape).tocsr()
        limits, sums = np.array(self._limits, dtype=float), np.array(self._sums, dtype=float).reshape(-1, 2)
        with silence():
            result = milp(
                np.array(self._costs),
                integrality=np.array(self._whole),
                bounds=Bounds(limits[:, 0], limits[:, 1]),
                constraints=[LinearConstraint(matrix, sums[:, 0], sums[:, 1])] if self._sums else (),
                options={"node_limit": nodes, "mip_rel_gap": 0.0},
            )
        return None if result.x is None else np.asarray(result.x, dtype=np.float64)


@contextmanager
def silence() -> Iterator[None]:
    """Keep the solver off the standard output.

    It writes a line of its own there at times, past Python, whatever its options say, and a table that is printed
    as JSON would be spoilt by it.
    """
    sys.stdout.flush()
    kept = os.dup(1)
    with TemporaryFile() as aside:
        os.dup2(aside.fileno(), 1)
        try:
            yield
        finally:
            # What C keeps in its own buffer would come out at the end of the program.
            ctypes.CDLL(None).fflush(None)
            os.dup2(kept, 1)
            os.close(kept)
