"""Means by group: which are withheld so that no few units' mean can be worked out from the total.

Belongs here: the rule on contributors. Does not: dominance of a single contributor, or shares (`suppression.py`).
"""

from collections.abc import Mapping

from macros.release.linear_table import UNGROUPED
from macros.release.rules import Rules


def withheld_groups(contributors: Mapping[str, int], rules: Rules) -> frozenset[str]:
    """Choose the groups whose mean and base are withheld.

    A mean of 1 to min_base - 1 units is withheld. What is withheld can be had together, as the total less the printed
    groups; so the smallest other groups are withheld too, until at least two are and hold min_base units
    together, not counting one unit that could take itself away. Units of no group are one such group from the start.

    Args:
        contributors: units with a value by group, without the total.

    Source: statistics.md 6.1 and 6.6.

    >>> rules = Rules(5, 10, "min_base", singletons=True, merge_small=True)
    >>> sorted(withheld_groups({"berg": 4, "krokom": 14, "östersund": 22}, rules))
    ['berg', 'krokom']
    """
    groups = {group: n for group, n in contributors.items() if n > 0}
    unsafe = {group for group, n in groups.items() if n < rules.min_base}
    if not unsafe:
        return frozenset()
    withheld = unsafe | ({UNGROUPED} & groups.keys())
    order = {group: i for i, group in enumerate(groups)}
    for group in sorted(groups.keys() - withheld, key=lambda g: (groups[g], order[g])):
        if _together(withheld, groups, rules):
            break
        withheld.add(group)
    return frozenset(withheld)


def _together(withheld: set[str], groups: Mapping[str, int], rules: Rules) -> bool:
    alone = rules.singletons and any(groups[group] == 1 for group in withheld)
    return sum(groups[group] for group in withheld) - int(alone) >= rules.min_base
