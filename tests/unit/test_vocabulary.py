"""The list of macros is what the pages may use, and each says what it is."""

import inspect

from macros.vocabulary import NAMES, Vocabulary


def test_every_name_is_a_macro_and_every_macro_has_its_name() -> None:
    public = {name for name, member in inspect.getmembers(Vocabulary, callable) if not name.startswith("_")}
    assert public == set(NAMES)
    assert len(NAMES) == len(set(NAMES))


def test_every_macro_is_described() -> None:
    assert [name for name in NAMES if not inspect.getdoc(getattr(Vocabulary, name))] == []
