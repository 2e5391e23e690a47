"""Several names in a sentence. Belongs here: commas and “and”. Does not: which names."""

from collections.abc import Sequence

from babel.lists import format_list

from macros.language.catalogue import Language


def listed(names: Sequence[str], language: Language) -> str:
    """Join names as a sentence does.

    >>> listed(["norr", "väst", "öst"], Language("sv")), listed(["a"], Language("sv"))
    ('norr, väst och öst', 'a')
    """
    return format_list(list(names), locale=language.code)
