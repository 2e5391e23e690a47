"""A number on its way into a sentence: it shows itself with its link, and compares for a claim."""

from collections.abc import Callable
from dataclasses import dataclass

from macros.errors import Place, Problem, ReportError
from macros.language.message import Message, msg
from macros.report.statistics import Statistic

CLAIM = 'claim("…", share("orderingang", "minskat") > 50)'


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
class Calculated:
    """What + and its like make of a number: nothing that a page may show; it says so where it is used.

    It takes part in any further operation, since nobody catches what an operator raises.
    """

    problem: Problem

    def _self(self, _other: object) -> "Calculated":
        return self

    __lt__ = __le__ = __gt__ = __ge__ = _self
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _self


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

    def _calculate(self, other: object) -> Calculated:
        if isinstance(other, str):
            found = msg("a number is not joined to a text with +")
            hint = msg("Write the text without the number, or as {example}", example=CLAIM)
        else:
            found = msg("a page does not calculate with its numbers")
            hint = msg("Use {macro} instead.", macro="difference(…), change(…), balance(…)")
        return Calculated(Problem(self.place, found, hint=hint))

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _calculate

    @property
    def _in_percent(self) -> bool:
        published = self.statistic.kind == "published" and self.statistic.row.percent is not None
        return published or self.statistic.kind in ("share", "share_of_answers")

    def _compare(self, sign: str, limit: object) -> Verdict:
        if not isinstance(limit, int | float):
            found = msg("a claim compares a number with a limit, not with another number")
            hint = msg("Say it with change(…), or with two claims.")
            return Verdict(self.statistic, sign, 0, holds=False, unknown=_cannot(self.place, found, hint))
        if self._in_percent and 0 < limit < 1:
            found = msg("shares are percent: {limit} is less than one percent", limit=f"{limit:g}")
            hint = msg("Write {right}", right=f"{sign} {100 * limit:g}")
            return Verdict(self.statistic, sign, limit, holds=False, unknown=_cannot(self.place, found, hint))
        try:
            return Verdict(self.statistic, sign, limit, self.statistic.holds(sign, limit, self.place))
        except ReportError as error:
            return Verdict(self.statistic, sign, limit, holds=False, unknown=error)


def _cannot(place: Place, found: Message, hint: Message) -> ReportError:
    return ReportError([Problem(place, found, hint=hint)])
