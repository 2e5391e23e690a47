"""A YAML file as plain data that still knows where each part of it stands.

Belongs here: what YAML itself allows (one mapping, no aliases, no key twice). Does not: what the keys mean.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.errors import Place, Problem, ReportError
from macros.language.message import Message, msg
from macros.survey.text_file import read_text
from macros.survey.yaml_mistake import yaml_problem

MOST_BYTES = 1_000_000
MOST_LEVELS = 20
Loc = tuple[str | int, ...]
_PLAIN_TAGS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


@dataclass(frozen=True)
class YamlFile:
    """Data of a file and the places of its parts.

    Attributes:
        path: relative to the project.
        data: the file's mapping.
        values, keys: line and column (1-based) of each value and of each key, by its pydantic loc path.
        sources: each plain value as it is written in the file, without quotes.
    """

    path: str
    data: dict[str, Any]
    lines: tuple[str, ...] = field(repr=False)
    values: dict[Loc, tuple[int, int]] = field(repr=False)
    keys: dict[Loc, tuple[int, int]] = field(repr=False)
    sources: dict[Loc, str] = field(repr=False)

    def known_part(self, loc: Loc) -> Loc:
        """The parts of a loc that stand in the file; pydantic adds names of its own between them."""
        known: Loc = ()
        for part in loc:
            known = (*known, part) if (*known, part) in self.values else known
        return known

    def place(self, loc: Loc, *, key: bool = False, letter: int | None = None) -> Place:
        """Where a value stands, or its key, or a letter of its text (0-based).

        A part that is not in the file has the place of the nearest part around it that is.
        """
        loc = self.known_part(loc)
        line, column = self.keys.get(loc, self.values[loc]) if key else self.values[loc]
        if letter is not None:
            start = self.lines[line - 1].find(self.source(loc), column - 1)
            column = start + 1 + letter if start >= 0 else column
        return Place(self.path, line, column)

    def source(self, loc: Loc) -> str:
        """A plain value as it is written in the file, without quotes."""
        return self.sources.get(self.known_part(loc), "")


def read_yaml(path: Path, root: Path) -> YamlFile:
    """Read a YAML file safely.

    Raises:
        ReportError: for anything that is no plain mapping, with every problem found.
    """
    file = read_text(path, root, most_bytes=MOST_BYTES)
    if file.text is None or file.problems:
        raise ReportError(file.problems)
    _refuse_control_characters(file.path, file.text)
    loader = yaml.SafeLoader(file.text)
    builder = _Builder(file.path, loader)
    try:
        _refuse_aliases(file.path, file.text)
        node = loader.get_single_node()
        data = builder.build(node, ()) if isinstance(node, yaml.MappingNode) else None
    except yaml.MarkedYAMLError as error:
        raise ReportError([yaml_problem(file.path, error, file.text)]) from None
    finally:
        loader.dispose()
    if data is None:
        raise ReportError([Problem(Place(file.path, 1, 1), msg("The file holds no keys"), msg("keys with values"))])
    if builder.problems:
        raise ReportError(builder.problems)
    lines = tuple(file.text.splitlines())
    return YamlFile(file.path, data, lines, builder.values, builder.keys, builder.sources)


def _refuse_control_characters(path: str, text: str) -> None:
    """YAML has no control characters; the reader's own error has no line.

    Raises:
        ReportError: naming the first.
    """
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if found is None:
        return
    at = found.start()
    place = Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    raise ReportError([Problem(place, msg("The file holds a control character"))])


def _refuse_aliases(path: str, text: str) -> None:
    """Aliases let a small file become a huge one, and nesting a deep one; both are found before anything is built.

    Raises:
        ReportError: with every alias.
    """
    problems, levels = [], 0
    for event in yaml.parse(text, yaml.SafeLoader):
        mark = event.start_mark
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
        levels += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            problems.append(Problem(place, msg("An alias (*name) is not allowed"), msg("the value itself")))
        if levels > MOST_LEVELS:
            problems.append(Problem(place, msg("The file is nested too deep")))
            break
    if problems:
        raise ReportError(problems)


class _Builder:
    """Makes data from YAML nodes and notes where each came from."""

    def __init__(self, path: str, loader: yaml.SafeLoader) -> None:
        self.path = path
        self.loader = loader
        self.problems: list[Problem] = []
        self.values: dict[Loc, tuple[int, int]] = {}
        self.keys: dict[Loc, tuple[int, int]] = {}
        self.sources: dict[Loc, str] = {}

    def build(self, node: yaml.Node, loc: Loc) -> Any:  # noqa: ANN401 -- YAML holds anything
        """The data of a node and of all below it."""
        self.values[loc] = _position(node)
        if not isinstance(node, yaml.ScalarNode) and node.tag not in _PLAIN_TAGS:
            self._report(node, msg("The tag {tag} is not allowed", tag=node.tag))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(part, (*loc, index)) for index, part in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if not isinstance(node, yaml.ScalarNode):
            raise TypeError(node)
        self.sources[loc] = node.value
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            readable = isinstance(key_node, yaml.ScalarNode) and key_node.tag != "tag:yaml.org,2002:merge"
            key = self._scalar(key_node) if readable else None
            if not isinstance(key, str):
                hint = msg('Write it in quotes: "{value}"', value=str(key_node.value))
                scalar = isinstance(key_node, yaml.ScalarNode)
                self._report(key_node, msg("A key is not a text"), hint if scalar else None)
            elif key in data:
                line = self.keys[(*loc, key)][0]
                self._report(key_node, msg("The key {key} stands twice, first on line {line}", key=key, line=line))
            else:
                self.keys[(*loc, key)] = _position(key_node)
                data[key] = self.build(value_node, (*loc, key))
        return data

    def _scalar(self, node: yaml.ScalarNode) -> object:
        try:
            return self.loader.construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError):
            hint = msg('Write it in quotes: "{value}"', value=node.value)
            self._report(node, msg("The value cannot be read"), hint)
            return None

    def _report(self, node: yaml.Node, found: Message, hint: Message | None = None) -> None:
        self.problems.append(Problem(Place(self.path, *_position(node)), found, None, hint))


def _position(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
