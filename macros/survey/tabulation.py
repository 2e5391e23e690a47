"""A tabulation: counts and sums by group and answer, and the codebook they follow. No row, no respondent."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from macros.survey.codebook import Codebook
from macros.survey.coding import Coding
from macros.survey.question import Question

MISSING = ("__no_answer__", "__dont_know__", "__refused__", "__not_applicable__", "__not_asked__")
UNCODED = "__uncoded__"
"""An open answer that nobody has given a code yet: it is no silence, and in no base. Of coded questions only."""
KINDS = (*MISSING, UNCODED)
Group = tuple[str | None, ...]


@dataclass(frozen=True)
class Sum:
    """The units of a cell in one stratum, that drawn as a group when there are clusters, with one value.

    Attributes:
        stratum: its name, empty without strata.
        cluster: the group of units that was drawn as a whole; None where the units themselves were drawn.
        value: of a number question; None for a question with codes.
        margins: the units' answers to the questions to whose totals the weights are adjusted.
        over: the unit's value in the denominator of a ratio, for a multiple choice how many answers it gave; None
            where that counts units.
        n: number of units, those of weight 0 left out where the survey has weights.
        weight, squares: Σw and Σw² of the units, to 12 significant digits; both n without weights.
    """

    stratum: str
    cluster: str | None
    value: Fraction | None
    n: int
    weight: Fraction
    squares: Fraction
    over: Fraction | None = None
    margins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stratum:
    """One stratum of the whole survey, also where the question was not answered.

    Attributes:
        name: empty without strata.
        sampled: primary units drawn: clusters, or units where those were drawn themselves.
        population: primary units in the frame; None when not known.
    """

    name: str
    sampled: int
    population: int | None


@dataclass(frozen=True)
class Cell:
    """How many units of a group gave an answer.

    Attributes:
        group: one code for each variable of `by`; None is the total over that variable.
        answer: a code of the codebook, one of `KINDS`, or None for the base (all who answered).
        n: number of units.
        total, squares: sum and sum of squares of a number question's values, for `answer` None only; unweighted.
        sums: the units by stratum, cluster and value; empty where only counts came in, and for missing kinds.
    """

    group: Group
    answer: str | None
    n: int
    total: float | None = None
    squares: float | None = None
    sums: tuple[Sum, ...] = ()


@dataclass(frozen=True)
class Tabulation:
    """The counts of one question, by nothing or by groupings, with all totals.

    Every code of the codebook and every missing kind has its cell in every group, zeros included; codebook
    order; totals first. A unit whose group is missing is in the totals only, and `ungrouped` counts those
    of them that answered the question. `strata` are of the whole survey, empty where only counts came in; so are
    `units`, all of its units by stratum, cluster and margins, where weights are adjusted to totals.
    """

    codebook: Codebook
    question: Question
    by: tuple[Question, ...]
    cells: tuple[Cell, ...]
    ungrouped: int = 0
    strata: tuple[Stratum, ...] = ()
    units: tuple[Sum, ...] = ()
    coding: Coding | None = None

    def groups(self) -> tuple[Group, ...]:
        """The groups in order, the total first."""
        return tuple(dict.fromkeys(cell.group for cell in self.cells))

    def cell(self, group: Group, answer: str | None) -> Cell:
        """The one cell of a group and answer.

        Raises:
            KeyError: when there is none.
        """
        for cell in self.cells:
            if cell.group == group and cell.answer == answer:
                return cell
        raise KeyError((group, answer))


def missing_kinds(question: Question) -> tuple[str, ...]:
    """The kinds that have a cell in a question's tables, zeros included."""
    return KINDS if question.coded_from is not None else MISSING


def combined(sums: Iterable[Sum]) -> tuple[Sum, ...]:
    """Add up the sums of the same stratum, cluster and value, in the order of these."""
    parts: dict[tuple[object, ...], list[Sum]] = {}
    for part in sums:
        key = (part.stratum, part.cluster or "", part.value or 0, part.over or 0, part.margins)
        parts.setdefault((*key, part.value is None, part.over is None), []).append(part)
    return tuple(
        replace(
            same[0],
            n=sum(part.n for part in same),
            weight=sum((part.weight for part in same), Fraction(0)),
            squares=sum((part.squares for part in same), Fraction(0)),
        )
        for _, same in sorted(parts.items(), key=lambda pair: pair[0])
    )
