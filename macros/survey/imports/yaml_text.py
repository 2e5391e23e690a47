"""YAML as a person writes it: one line for a short mapping, quotes wherever a reader of YAML might see something else.

Belongs here: how values are set. Does not: which values, or the words around them (`writing.py`).
"""

import re
from collections.abc import Mapping, Sequence

import yaml

_PLAIN = re.compile(r"[^\W\d_](?:[\w .–’/()?!+=;-]*[\w.()?!])?")
_TEXT = "tag:yaml.org,2002:str"
_NOT_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})


class OneLine(dict[str, object]):
    """A mapping on one line, as in `{code: ja, label: Ja}`."""


class OneLineList(list[object]):
    """A list on one line, as in `[Vet ej, Vill ej svara]`."""


class _Dumper(yaml.SafeDumper):
    """Sets lists deeper than their key, and nothing as an alias."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow=flow, indentless=False)


def yaml_text(data: Mapping[str, object] | Sequence[object]) -> str:
    r"""Set keys and values as the lines of a file.

    >>> print(yaml_text({"title": "No", "files": ["a: b.csv"], "answers": [OneLine(code="1-4", label="1–4")]}), end="")
    title: "No"
    files:
      - "a: b.csv"
    answers:
      - {code: "1-4", label: "1–4"}
    """
    return yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=float("inf"), default_flow_style=False
    )


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Set a text: without quotes when any YAML reads it as a text so, whatever its version and wherever it stands."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT
    seen = dumper.resolve(yaml.ScalarNode, text, (True, False)) if plain else None  # type: ignore[no-untyped-call]
    return dumper.represent_scalar(_TEXT, text, style=None if seen == _TEXT else _quotes(text))


def _quotes(text: str) -> str:
    # Double quotes would write a sign outside the first plane by its number; what single ones cannot hold, PyYAML does
    # not let them hold.
    single = "\n" not in text and any(letter in '"\\' or ord(letter) > 0xFFFF for letter in text)  # noqa: PLR2004
    return "'" if single else '"'


def _number(dumper: yaml.SafeDumper, number: float) -> yaml.ScalarNode:
    """A whole number without its point: `minimum: 1`."""
    return dumper.represent_int(int(number)) if number.is_integer() else dumper.represent_float(number)


def _one_line(dumper: yaml.SafeDumper, data: OneLine) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)


def _one_line_list(dumper: yaml.SafeDumper, data: OneLineList) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(float, _number)
_Dumper.add_representer(OneLine, _one_line)
_Dumper.add_representer(OneLineList, _one_line_list)
