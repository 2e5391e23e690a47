"""The rooms keep their doors shut: the contracts of `pyproject.toml`, and what a contract cannot say."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

# Who may open a file. Everybody else gets what was read, so that there is one place to check it.
READERS = (
    "macros/survey/*",
    "macros/report/proposals.py",
    "macros/report/earlier.py",
    "macros/release/sealed.py",
    "macros/publish/*",
    "macros/language/catalogue.py",
    "macros/annotations.py",  # writes the summary that GitHub asks for
    "macros/conflicts.py",
    "macros/pages.py",
    "macros/docs_files.py",  # names alone
    "macros/settings.py",
    "macros/render/*",  # its own templates, styles and fonts
)
FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "walk"}
KNOW_ENV = ("macros/__init__.py", "macros/binding.py")


def files_opened(tree: ast.AST) -> Iterator[int]:
    """Give the lines where a file or folder is read or written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", None)
            of_ast = isinstance(called, ast.Attribute) and getattr(called.value, "id", None) == "ast"
            if name in FILE_CALLS and not of_ast:
                yield node.lineno


def env_named(tree: ast.AST) -> Iterator[int]:
    """Give the lines where the generator's object is called by its name."""
    for node in ast.walk(tree):
        if (isinstance(node, ast.Name) and node.id == "env") or (isinstance(node, ast.arg) and node.arg == "env"):
            yield node.lineno


def sources(project: Path) -> Iterator[tuple[str, ast.AST]]:
    """Give every file of the code with its tree."""
    for path in sorted((project / "macros").rglob("*.py")):
        yield path.relative_to(project).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_imports_keep_to_the_contracts(project: Path) -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([lint, "--no-logo", "--no-cache"], cwd=project, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_files_are_opened_only_where_they_are_checked(project: Path) -> None:
    found = [
        f"{name}:{line}"
        for name, tree in sources(project)
        if not any(fnmatch(name, reader) for reader in READERS)
        for line in files_opened(tree)
    ]
    assert found == []


def test_only_the_binding_knows_the_generators_object(project: Path) -> None:
    found = [f"{name}:{line}" for name, tree in sources(project) if name not in KNOW_ENV for line in env_named(tree)]
    assert found == []


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("open('x')", [1]),
        ("path.read_text()", [1]),
        ("with path.open() as file:\n    pass", [1]),
        ("for child in path.iterdir():\n    pass", [1]),
        ("ast.walk(tree)\nPath('x').resolve()", []),
    ],
)
def test_the_look_for_opened_files_sees_them(code: str, lines: list[int]) -> None:
    assert list(files_opened(ast.parse(code))) == lines


@pytest.mark.parametrize(
    ("code", "lines"),
    [("def f(env): pass", [1]), ("x = env.page", [1]), ("environment = 1", [])],
)
def test_the_look_for_the_generators_object_sees_it(code: str, lines: list[int]) -> None:
    assert list(env_named(ast.parse(code))) == lines
