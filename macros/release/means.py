"""Means by group: which are withheld so that no few units' mean can be worked out from the total.

Belongs here: the rules on contributors and on dominance. Does not: shares (`suppression.py`).
"""

from collections.abc import Mapping
from fractions import Fraction

from macros.release.linear_table import UNGROUPED
from macros.release.rules import Rules

Values = Mapping[Fraction, int]
"""How many units have each value."""


def withheld_groups(
    contributors: Mapping[str, int], rules: Rules, values: Mapping[str, Values] | None = None
) -> frozenset[str]:
    """Choose the groups whose mean and base are withheld.

    A mean of 1 to min_base - 1 units is withheld, and one that few of its units make up. What is withheld can be had
    together, as the total less the printed groups; so the smallest other groups are withheld too, until at least two
    are and hold min_base units together, not counting those that pool what they know, and none of them dominates.

    Args:
        contributors: units with a value by group, without the total.
        values: of each group's units, where they are known.

    Source: statistics.md 6.1 and 6.6.

    >>> rules = Rules(5, 10, "min_base", singletons=True, merge_small=True)
    >>> sorted(withheld_groups({"berg": 4, "krokom": 14, "östersund": 22}, rules))
    ['berg', 'krokom']
    """
    groups = {group: n for group, n in contributors.items() if n > 0}
    known = values or {}
    unsafe = {group for group, n in groups.items() if n < rules.min_base or dominated(known.get(group, {}), rules)}
    if not unsafe:
        return frozenset()
    withheld = unsafe | ({UNGROUPED} & groups.keys())
    order = {group: i for i, group in enumerate(groups)}
    for group in sorted(groups.keys() - withheld, key=lambda g: (groups[g], order[g])):
        if _together(withheld, groups, known, rules):
            break
        withheld.add(group)
    return frozenset(withheld)


def dominated(values: Values, rules: Rules) -> bool:
    """Whether few units make up so much of a total that its mean tells their values.

    By the (n, k) rule where the n largest are more than k percent of the total; by p % where the total less the two
    largest is less than p percent of the largest, so that the second largest can tell it that closely. Sizes count, not
    signs; where all values are 0 there is nothing to tell.

    Source: statistics.md 6.1.

    >>> rules = Rules(5, 10, "min_base", singletons=True, merge_small=True)
    >>> even = {Fraction(value): 1 for value in (52, 31, 9, 6, 2)}
    >>> skewed = {Fraction(value): 1 for value in (60, 30, 5, 3, 2)}
    >>> dominated(even, rules), dominated(skewed, rules)
    (False, True)
    """
    sizes = sorted((abs(value) for value, n in values.items() for _ in range(n)), reverse=True)
    total = sum(sizes, Fraction(0))
    if not total:
        return False
    if rules.dominance is not None:
        n, k = rules.dominance
        if 100 * sum(sizes[:n], Fraction(0)) > Fraction(k) * total:
            return True
    rest = total - sum(sizes[:2], Fraction(0))
    return rules.p_percent is not None and 100 * rest < Fraction(rules.p_percent) * sizes[0]


def _together(withheld: set[str], groups: Mapping[str, int], values: Mapping[str, Values], rules: Rules) -> bool:
    insiders = max((groups[group] for group in withheld if groups[group] <= rules.insiders), default=0)
    pooled: dict[Fraction, int] = {}
    for group in withheld:
        for value, n in values.get(group, {}).items():
            pooled[value] = pooled.get(value, 0) + n
    return sum(groups[group] for group in withheld) - insiders >= rules.min_base and not dominated(pooled, rules)
