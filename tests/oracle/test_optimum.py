"""What is hidden of linked tables against the least that could be: every smaller choice is tried, one by one."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from random import Random

import pytest

from macros.release.decision import Asked, Decision, decide
from macros.release.demand import fallen
from macros.release.items import Item, items, structure, with_pattern
from macros.release.joint import decide_together
from macros.release.kept import Kept
from macros.release.linear_table import ceiling_of, linear_table
from macros.release.primary import unsafe_cells
from macros.release.relations import Expression
from macros.release.threats import threats
from tests.unit.release.counted import Answers, count
from tests.unit.release.tables import codebook, question

BOOK = codebook(question("q", "q0 q1 q2"), question("g", "g0 g1"), question("h", "h0 h1"))
TOO_MANY = 250
CASES = 4
ANSWERS = {"q": "q0 q0 q1 q2", "g": "g0 g0 g1", "h": "h0 h0 h0 h1"}


def kept(asked: Sequence[Asked], decisions: Sequence[Decision]) -> list[Kept]:
    return [Kept.decided(table, decision) for table, decision in zip(asked, decisions, strict=True)]


def pattern(found: Mapping[Expression, Item], hidden: Sequence[Item], decisions: Sequence[Decision]) -> list[Decision]:
    of = {item.cell: item in hidden for item in found.values()}
    return [with_pattern(decision, place, of, dict(found)) for place, decision in enumerate(decisions)]


def safe(asked: Sequence[Asked], decisions: Sequence[Decision]) -> bool:
    """Whether each table keeps what it must, alone and together with the others."""
    tables = kept(asked, decisions)
    for table, of, decision in zip(tables, asked, decisions, strict=True):
        alone = linear_table(table.counts, ceiling_of(of.tabulation), grouped=bool(of.tabulation.by))
        if fallen(alone, decision.pattern, unsafe_cells(alone, of.rules), singletons=of.rules.insiders):
            return False
    return next(threats(tables), None) is None


def lost(hidden: Sequence[Item]) -> float:
    """What is lost to the reader: one for a number of a group in each table that prints it, four for a total."""
    return sum(4 if item.places[0][1][0] is None else len(item.places) for item in hidden)


def smaller(free: Sequence[Item], least: float) -> Iterator[tuple[Item, ...]]:
    for size in range(len(free) + 1):
        yield from (chosen for chosen in combinations(free, size) if lost(chosen) < least)


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param([("h", "g")], id="one table"),
        pytest.param([("h", "g"), ("g", "h")], id="both ways of a pair"),
        pytest.param([("h", "g"), ("g", None)], id="a grouping's own table"),
        pytest.param([("h", "g"), ("q", "g")], id="linked by the grouping"),
    ],
)
@pytest.mark.parametrize("everybody", [pytest.param(False, id="some"), pytest.param(True, id="everybody")])
def test_no_more_is_lost_than_must_be(wanted: list[tuple[str, str | None]], *, everybody: bool) -> None:
    """Hidden together: at most a tenth more than the least that any choice of hidden numbers loses.

    Of some of a population, or of everybody, some of whom are silent: then the sizes of groups are known besides.
    """
    compared = 0
    for seed in range(60):
        asked = random_tables(seed, wanted, everybody=everybody)
        alone = [decide(table) for table in asked]
        tables = kept(asked, alone)
        found = items(tables, alone, structure(tables))
        unsafe = [item for item in found.values() if any(cell in tables[i].unsafe for i, cell in item.places)]
        must = [item for item in unsafe if not item.empty]
        free = [item for item in found.values() if item not in must and not item.open]
        ours = [item for item in found.values() if item.hidden(decide_together(asked, alone))]
        chosen = smaller(free, lost(ours) / 1.1 - lost(must))
        tried = [(pattern(found, [*must, *more], alone), more) for more in islice(chosen, TOO_MANY)]
        if not must or not 1 < len(tried) < TOO_MANY:
            continue
        for hides, more in tried:
            if lost([item for item in found.values() if item.hidden(hides)]) > lost([*must, *more]):
                continue  # a base that is hidden takes its group along
            assert not safe(asked, hides), (seed, more)
        compared += 1
        if compared == CASES:
            return
    pytest.fail(f"only {compared} cases could be compared")


def random_tables(seed: int, wanted: Sequence[tuple[str, str | None]], *, everybody: bool) -> list[Asked]:
    """Tables of 20 to 60 units who answered three questions, some answers rare."""
    draw = Random(seed)  # noqa: S311 -- tables, not secrets
    units: list[Answers] = [
        {
            "q": draw.choice(["q0", "q0", "q1", "q2"]),
            "g": draw.choice(["g0", "g0", "g1"]),
            "h": None if everybody and not draw.randrange(12) else draw.choice(["h0", "h0", "h0", "h1"]),
        }
        for _ in range(draw.randint(20, 60))
    ]
    population = BOOK.population.model_copy(update={"size": len(units) if everybody else None})
    book = BOOK.model_copy(update={"population": population})
    return [Asked(count(book, units, name, by), count(book, units, name)) for name, by in wanted]
