"""A pytest plugin that switches one rule of disclosure control off, by the name in the environment.

Used by `tests/spec/test_every_rule_is_needed.py` alone, in a process of its own.
"""

import os
from collections.abc import Callable, Mapping
from typing import Any

import pytest

import macros.release.audit
import macros.release.joint
import macros.release.pattern
from macros.release.linear_table import CellKey
from macros.release.rules import Rules
from macros.report.report import Report

RULE = "SWITCHED_OFF"
FIELDS: dict[str, dict[str, object]] = {
    "min_cell": {"min_cell": 1},
    "min_base": {"min_base": 1},
    "singletons": {"singletons": False},
    "coalition": {"coalition": 1},
    "margins_public": {"margins_public": False},
    "group_disclosure": {"group_disclosure": False},
    "zeros": {"zero_safe": True},
    "sensitive": {"sensitive": False, "zero_safe": True},
    "p_percent": {"p_percent": None},
    "dominance": {"dominance": None},
    "merge_small": {"merge_small": False},
}


def _only_unsafe(_: object, unsafe: Mapping[CellKey, int], **__: object) -> frozenset[CellKey]:
    """Stands for `suppress`."""
    return frozenset(unsafe)


def _nothing(*_: object, **__: object) -> tuple[()]:
    return ()


def _with_fields(fields: dict[str, object]) -> Callable[..., None]:
    made = Rules.__init__

    def init(self: Rules, *args: Any, **parts: Any) -> None:
        made(self, *args, **parts)
        for name, value in fields.items():
            object.__setattr__(self, name, value)

    return init


STEPS: dict[str, tuple[object, str, object]] = {
    "complementary": (macros.release.pattern, "suppress", _only_unsafe),
    "together": (macros.release.joint, "threats", _nothing),
    "missing kinds": (macros.release.pattern, "hidden_kinds", lambda *_: frozenset()),
    "earlier": (macros.release.audit, "changes", _nothing),
    "forbidden": (Report, "_check_question", _nothing),
}


def pytest_configure() -> None:
    """Switch the rule off, for as long as this process lives."""
    rule = os.environ.get(RULE, "")
    if rule in FIELDS:
        Rules.__init__ = _with_fields(FIELDS[rule])  # type: ignore[method-assign]
    elif rule in STEPS:
        place, name, instead = STEPS[rule]
        setattr(place, name, instead)
    elif rule:
        raise pytest.UsageError(f"{rule} is no rule")
