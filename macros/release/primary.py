"""Which cells are unsafe by rule. Belongs here: the rules on counts. Does not: what else must be hidden."""

from collections.abc import Collection, Mapping

from macros.release.linear_table import CellKey, LinearTable
from macros.release.rules import Rules
from macros.survey.tabulation import MISSING

NOT_ASKED = "__not_asked__"
SMALL_GROUP = 10
"""A group of fewer is one in which everybody knows who took part.

Source: statistics.md 6.6.
"""
CHOSEN_KINDS = ("__dont_know__", "__refused__", "__not_applicable__")
"""Missing kinds that a respondent chose, and so says something of them; the others are facts of the fieldwork."""


def unsafe_cells(table: LinearTable, rules: Rules) -> dict[CellKey, int]:
    """The unsafe cells, each with the count up to which nobody may be able to rule it out.

    A count of 1 to min_cell - 1 is unsafe. A group whose base is 1 to min_base - 1 is unsafe as a whole: its base and
    every answer that somebody gave. Zero is safe unless the rules say otherwise. Where all of a group, or all but one,
    gave the same answer to a sensitive question, or in a small group to any, every answer of the group is unsafe: it
    tells what each of them said.

    Source: statistics.md 6.1 (minimum frequency, group disclosure) and 6.6 (thresholds).

    >>> rules = Rules(5, 10, "min_base", singletons=True, merge_small=True)
    >>> unsafe_cells(LinearTable({(None, None): 12, (None, "ja"): 8, (None, "nej"): 4}, 12), rules)
    {(None, 'nej'): 5}
    """
    return {
        cell: rules.min_base if cell[1] is None else rules.min_cell
        for group in table.groups
        for cell in table.group(group)
        if _unsafe(table.counts[cell], table.counts[group, None], cell, rules)
        or (cell[1] is not None and _of_one_mind(table, group, rules))
    }


def hidden_kinds(counts: Mapping[str, int], possible: Collection[str], rules: Rules) -> frozenset[str]:
    """The missing kinds to hide: none, or all that can be, as soon as one that a respondent chose is unsafe.

    How many gave no answer is known, as those asked less those who answered; which kind they chose is not then. Kinds
    that everybody knows to be impossible hide nothing, and are hidden only where they are all there is.

    Args:
        counts: units by missing kind.
        possible: kinds that somebody could have given.

    >>> rules = Rules(5, 10, "min_base", singletons=True, merge_small=True)
    >>> sorted(hidden_kinds({"__dont_know__": 1, "__no_answer__": 1}, ["__no_answer__", "__dont_know__"], rules))
    ['__dont_know__', '__no_answer__']
    """
    if not any(0 < counts.get(kind, 0) < rules.min_cell for kind in CHOSEN_KINDS):
        return frozenset()
    kinds = [kind for kind in MISSING if kind != NOT_ASKED]
    able = frozenset(kind for kind in kinds if kind in possible or counts.get(kind, 0) > 0)
    return able if len(able) > 1 else frozenset(kinds)


def _of_one_mind(table: LinearTable, group: str | None, rules: Rules) -> bool:
    """Whether nearly all of a group gave the same answer, and that may not be told."""
    base = table.counts[group, None]
    watched = rules.sensitive or base < SMALL_GROUP
    if not (rules.group_disclosure and watched and base):
        return False
    answers = [table.counts[cell] for cell in table.group(group) if cell[1] is not None]
    return bool(answers) and max(answers) >= base - 1


def _unsafe(count: int, base: int, cell: CellKey, rules: Rules) -> bool:
    if base < rules.min_base:
        return count > 0
    if cell[1] is None:
        return False
    return 0 < count < rules.min_cell or (count == 0 and base > 0 and not rules.zero_safe)
