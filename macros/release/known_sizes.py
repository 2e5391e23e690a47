"""How large the groups of a survey are, where everybody can know that from elsewhere: a register, or the neighbourhood.

Belongs here: whose sizes count as known. Does not: what follows from them (`defence.py`).
"""

from collections.abc import Mapping

from macros.release.rules import Rules
from macros.survey.tabulation import KINDS, Group, Tabulation

Sizes = Mapping[tuple[str, str], int]
"""The units of a group, by the ids of the grouping and of the group."""


def known_sizes(tabulation: Tabulation, rules: Rules) -> Sizes:
    """The sizes of the groups of a table, before any merging.

    Empty unless the rules say `margins_public` and the survey has all units of its population: otherwise a register
    tells of the population and not of those who answered.

    Source: statistics.md 6.2 (margins that are public stay among the sums even when they are not printed) and 6.6.
    """
    everybody = _units(tabulation, (None,) * len(tabulation.by))
    if not rules.margins_public or everybody != tabulation.codebook.population.size:
        return {}
    return {(by.id, answer.code): _units(tabulation, (answer.code,)) for by in tabulation.by for answer in by.answers}


def _units(tabulation: Tabulation, group: Group) -> int:
    return sum(cell.n for cell in tabulation.cells if cell.group == group and cell.answer in (None, *KINDS))
