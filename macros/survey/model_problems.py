"""What pydantic found wrong in a YAML file, said in the house's own shape.

Belongs here: the way from a `ValidationError` to `Problem`s with line and column, for any model. Does not: any
rule of a particular model, which raises `RuleError`.
"""

import datetime
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.errors import Problem, nearest
from macros.language.message import Message, msg, nmsg

if TYPE_CHECKING:
    from macros.survey.yaml_file import Loc, YamlFile

Model = TypeVar("Model", bound=BaseModel)


class RuleError(ValueError):
    """A rule of a model that does not hold; raised in a validator, shown as a `Problem`."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.template)
        self.message = message


def validate(model: type[Model], file: "YamlFile") -> tuple[Model | None, list[Problem]]:
    """Check a file's data against a model.

    Returns:
        The model and no problems, or None and every problem in the order of the file.
    """
    try:
        return model.model_validate(file.data), []
    except ValidationError as error:
        return None, problems_of(error, model, file)


def problems_of(error: ValidationError, model: type[BaseModel], file: "YamlFile") -> list[Problem]:
    """Turn a validation error into problems, one for each place, in the order of the file."""
    known = sorted(
        ((file.known_part(detail["loc"]), detail) for detail in error.errors(include_url=False)),
        key=lambda pair: (file.place(pair[0]), pair[0] != pair[1]["loc"]),
    )
    problems = []
    for _, alternatives in groupby(_deepest_alternatives(known), key=lambda pair: (pair[0], _is_about_key(pair[1]))):
        loc, detail = next(alternatives)
        problems.append(_problem(loc, detail, model, file))
    return problems


def _is_about_key(detail: ErrorDetails) -> str:
    """A missing key shares its place with its siblings; each is a problem of its own."""
    return str(detail["loc"][-1]) if detail["type"] == "missing" else ""


def _deepest_alternatives(known: list[tuple["Loc", ErrorDetails]]) -> Iterator[tuple["Loc", ErrorDetails]]:
    """Leave out the alternatives of a union that failed before the others did.

    A text by language with a wrong language is both "not a text" and "not a language"; only the latter helps.
    """
    for loc, detail in known:
        in_union = loc != detail["loc"] and detail["type"] != "missing"
        deeper = any(other != loc and other[: len(loc)] == loc and part["loc"] != other for other, part in known)
        if not (in_union and deeper):
            yield loc, detail


def _problem(loc: "Loc", detail: ErrorDetails, model: type[BaseModel], file: "YamlFile") -> Problem:
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "missing":
        return Problem(file.place(loc), msg("The key {key} is missing", key=str(detail["loc"][-1])))
    if kind == "extra_forbidden":
        return _unknown_key(loc, model, file)
    if isinstance(broken := context.get("error"), RuleError):
        return Problem(file.place(loc), broken.message)
    key = ".".join(str(part) for part in loc)
    if kind == "literal_error":
        choices = context["expected"].replace("'", "").replace(" or ", ", ")
        found = msg('"{value}" is not allowed in {key}', value=shown(str(given)), key=key)
        hint = nearest(str(given), choices.split(", "))
        return Problem(file.place(loc), found, msg("one of {choices}", choices=choices), hint)
    if kind == "string_pattern_mismatch":
        found = msg('"{value}" cannot be a name in {key}', value=shown(str(given)), key=key)
        return Problem(file.place(loc), found, msg("a–z, 0–9, _ and -, beginning with a letter or digit"))
    if kind == "string_type" and isinstance(given, bool | int | float | datetime.date):
        hint = msg('Write it in quotes: "{value}"', value=shown(file.source(loc)))
        return Problem(file.place(loc), msg("The value of {key} is read as something else", key=key), msg("text"), hint)
    return Problem(file.place(loc), msg("The value of {key} is not right", key=key), _allowed(kind, context))


def _allowed(kind: str, context: dict[str, Any]) -> Message:
    """Say what a value must be, by pydantic's own name of the error."""
    if kind in ("greater_than_equal", "less_than_equal"):
        return (
            msg("a number from {low}", low=context["ge"])
            if "ge" in context
            else msg("a number up to {high}", high=context["le"])
        )
    if kind == "too_short":
        return nmsg("at least {count} entry", "at least {count} entries", context["min_length"])
    plain = {
        "string_type": msg("text"),
        "string_too_long": msg("a shorter text"),
        "string_too_short": msg("text that is not empty"),
        "list_type": msg("a list"),
        "dict_type": msg("keys with values"),
        "model_type": msg("keys with values"),
        "bool_type": msg("true or false"),
        "bool_parsing": msg("true or false"),
        "int_type": msg("a whole number"),
        "int_parsing": msg("a whole number"),
        "int_from_float": msg("a whole number"),
        "float_type": msg("a number"),
        "float_parsing": msg("a number"),
        "finite_number": msg("a number"),
    }
    date = msg("a date such as 2020-05-11")
    other = date if kind.startswith("date") else msg("a value that the schema allows ({kind})", kind=kind)
    return plain.get(kind, other)


def _unknown_key(loc: "Loc", model: type[BaseModel], file: "YamlFile") -> Problem:
    name = str(loc[-1])
    keys = sorted({key for part in _models_at(model, loc[:-1]) for key in _keys(part)})
    found = msg("Unknown key {key}", key=shown(name))
    allowed = msg("one of {choices}", choices=", ".join(keys)) if keys else None
    return Problem(file.place(loc, key=True), found, allowed, nearest(name, keys))


def _keys(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _models_at(model: type[BaseModel], loc: "Loc") -> list[type[BaseModel]]:
    """The models that may stand at a place of the file."""
    models = [model]
    for part in loc:
        if isinstance(part, str):
            models = [inner for outer in models for inner in _models_in(_keys(outer).get(part))]
    return models


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]


def shown(value: str, at_most: int = 40) -> str:
    r"""A value of a file, fit to stand in a message: short, and without control characters.

    >>> shown("ja\x1b[31m")
    'ja�[31m'
    """
    printable = "".join(letter if letter.isprintable() else "�" for letter in value)
    return printable if len(printable) <= at_most else printable[: at_most - 1] + "…"
