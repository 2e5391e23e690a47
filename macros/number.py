"""A number on its way into a sentence: it shows itself with its link, and compares for a claim."""

from collections.abc import Callable
from dataclasses import dataclass

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.report.statistics import Statistic


@dataclass(frozen=True)
class Verdict:
    """Whether a comparison holds, and what was compared. Two verdicts join with `and` in a page.

    Attributes:
        unknown: why it cannot be told; raised by the claim, since nobody catches what an operator raises.
    """

    statistic: Statistic
    sign: str
    limit: float
    holds: bool
    unknown: ReportError | None = None

    def __bool__(self) -> bool:
        return self.holds


@dataclass(frozen=True, eq=False)
class Number:
    """What `share()` and its like give to a page.

    Attributes:
        show: writes the number as HTML, big or not, and notes it in the ledger; called when the page shows it,
            not before.
    """

    statistic: Statistic
    place: Place
    show: Callable[[bool], str]

    def __str__(self) -> str:
        return self.show(False)  # noqa: FBT003

    __html__ = __str__

    def __gt__(self, limit: object) -> Verdict:
        return self._compare(">", limit)

    def __ge__(self, limit: object) -> Verdict:
        return self._compare(">=", limit)

    def __lt__(self, limit: object) -> Verdict:
        return self._compare("<", limit)

    def __le__(self, limit: object) -> Verdict:
        return self._compare("<=", limit)

    def _compare(self, sign: str, limit: object) -> Verdict:
        if not isinstance(limit, int | float):
            found = msg("a claim compares a number with a limit, not with another number")
            hint = msg("Say it with change(…), or with two claims.")
            nowhere = ReportError([Problem(self.place, found, hint=hint)])
            return Verdict(self.statistic, sign, 0, holds=False, unknown=nowhere)
        try:
            return Verdict(self.statistic, sign, limit, self.statistic.holds(sign, limit, self.place))
        except ReportError as error:
            return Verdict(self.statistic, sign, limit, holds=False, unknown=error)
