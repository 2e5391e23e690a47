"""Every sentence of the code is in the Swedish catalogue, with the same values in it, and no other is."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

KEYWORDS: dict[str, tuple[int, ...] | None] = {"msg": None, "nmsg": (1, 2)}


def sentences(project: Path) -> Iterator[tuple[str | tuple[str, ...], str]]:
    """Give every template in the code, a plural with its singular, and where it stands."""
    for name, line, message, _, _ in extract_from_dir(
        project / "macros", [("**.py", "python"), ("**.html", "jinja2")], keywords=KEYWORDS
    ):
        yield (tuple(message) if isinstance(message, list | tuple) else message), f"macros/{name}:{line}"


def values(template: str) -> set[str]:
    """Name the values that a template shows."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """Give one form, or singular and plural; nothing is one empty form."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


@pytest.fixture(scope="module")
def swedish(project: Path) -> Catalog:
    """Read the catalogue; a broken entry stops it."""
    with (project / "macros" / "language" / "locales" / "sv" / "report.po").open("rb") as file:
        return read_po(file, locale="sv", abort_invalid=True)


def test_every_sentence_is_translated(project: Path, swedish: Catalog) -> None:
    lacking = []
    for sentence, place in sentences(project):
        entry = swedish.get(sentence if isinstance(sentence, str) else sentence[0])
        if entry is None or entry.fuzzy or not all(forms(entry.string)):
            lacking.append(f"{place} {sentence}")
    assert lacking == []


def test_no_translation_is_left_over(project: Path, swedish: Catalog) -> None:
    said = {sentence if isinstance(sentence, str) else sentence[0] for sentence, _ in sentences(project)}
    known = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in swedish if entry.id}
    assert said
    assert sorted(known - said) == []


def test_translations_show_the_same_values(swedish: Catalog) -> None:
    for entry in swedish:
        ids, strings = forms(entry.id), forms(entry.string)
        if entry.id:
            shown = set().union(*(values(text) for text in ids))
            assert set().union(*(values(text) for text in strings)) <= shown, ids
            assert values(strings[-1]) == values(ids[-1]), ids


def test_every_sentence_can_be_found(project: Path) -> None:
    hidden = []
    for path in sorted((project / "macros").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
                templates = node.args[: 2 if node.func.id == "nmsg" else 1]
                if not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in templates):
                    hidden.append(f"{path.relative_to(project)}:{node.lineno}")
    assert hidden == []
