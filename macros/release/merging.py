"""Small neighbours become one, before anything is hidden.

Belongs here: the choice among the merges that the codebook allows. Does not: adding counts (`survey/merge.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from macros.release.pattern import unsafe_count
from macros.release.rules import Rules
from macros.survey.answer import Merge
from macros.survey.merge import ANSWERS, merge_categories
from macros.survey.question import Question
from macros.survey.tabulation import Tabulation

Merges = Mapping[str, tuple[Merge, ...]]
"""Merges of the codebook, by grouping's id or `ANSWERS`."""


def choose_merges(
    tabulation: Tabulation, rules: Rules, given: Sequence[Merge] = (), *, further_answers: bool = True
) -> Merges:
    """Choose what to merge: the fewest unsafe cells and bases, then the fewest merged codes.

    Of those, groups before answers, so that the answers stay those of the one-way table; then codebook order.

    Args:
        given: merges of the answers that hold already, since the question's one-way table has them.
        further_answers: whether answers may be merged beyond that.
    """
    best: Merges = {ANSWERS: tuple(given)} if given else {}
    fewest = unsafe_count(apply_merges(tabulation, best), rules)
    if not rules.merge_small:
        return best
    for merges in sorted(_candidates(tabulation, given, further_answers=further_answers), key=_merged_codes):
        if fewest == 0:
            break
        unsafe = unsafe_count(apply_merges(tabulation, merges), rules)
        if unsafe < fewest:
            best, fewest = merges, unsafe
    return best


def apply_merges(tabulation: Tabulation, merges: Merges) -> Tabulation:
    """Merge the counts."""
    return merge_categories(
        tabulation, {variable: [merge.code for merge in chosen] for variable, chosen in merges.items()}
    )


def _candidates(tabulation: Tabulation, given: Sequence[Merge], *, further_answers: bool) -> Iterator[Merges]:
    """All combinations of merges that leave something to compare."""
    answers = [tuple(given)]
    if further_answers and tabulation.question.type != "multiple":
        answers = [chosen for chosen in _choices(tabulation.question) if set(_codes(given)) <= set(_codes(chosen))]
    groups = [_choices(by) for by in tabulation.by]
    for chosen in product(answers, *groups):
        named = zip((ANSWERS, *(by.id for by in tabulation.by)), chosen, strict=True)
        yield {variable: merges for variable, merges in named if merges}


def _choices(question: Question) -> list[tuple[Merge, ...]]:
    """Any merges of a question together, unless they leave one answer only; fewest first, then codebook order."""
    choices = (chosen for size in range(len(question.merge) + 1) for chosen in combinations(question.merge, size))
    return [
        chosen
        for chosen in choices
        if not chosen or len(question.answers) - sum(len(merge.of) - 1 for merge in chosen) > 1
    ]


def _codes(merges: Sequence[Merge]) -> list[str]:
    return [merge.code for merge in merges]


def _merged_codes(merges: Merges) -> int:
    return sum(len(merge.of) for chosen in merges.values() for merge in chosen)
