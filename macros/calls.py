"""One macro call: its arguments are checked before it is made, so that a slip gets a sentence and no traceback."""

import inspect
from collections.abc import Iterator, Mapping, Sequence

from macros.errors import Problem, ReportError, nearest
from macros.language.message import Message, msg
from macros.number import Calculated
from macros.vocabulary import Vocabulary


def guarded(vocabulary: Vocabulary, name: str, args: Sequence[object], arguments: Mapping[str, object]) -> object:
    """Call a macro.

    Raises:
        ReportError: arguments that the macro does not take, or of the wrong type, or what the macro itself says.
    """
    macro = getattr(vocabulary, name)
    signature = inspect.signature(macro)
    known = [parameter for parameter in signature.parameters if parameter != "pairs"]
    for argument in arguments:
        if argument not in signature.parameters:
            found = msg("{macro} has no argument {argument}", macro=name, argument=argument)
            allowed = msg("{choices}", choices=", ".join(known))
            raise ReportError([Problem(vocabulary.place, found, allowed, nearest(argument, known))])
    try:
        bound = signature.bind(*args, **arguments)
    except TypeError:
        usage = msg("{usage}", usage=f"{name}{_usage(signature)}")
        found, hint = _unbound(name, signature, args, arguments)
        raise ReportError([Problem(vocabulary.place, found, usage, hint)]) from None
    calculated = [value.problem for value in parts(args, arguments) if isinstance(value, Calculated)]
    if calculated:
        raise ReportError(calculated)
    for argument, value in bound.arguments.items():
        expected = signature.parameters[argument].annotation
        if expected in (str, str | None) and not isinstance(value, expected):
            found = msg("{macro}: {argument} must be text in quotes", macro=name, argument=argument)
            raise ReportError([Problem(vocabulary.place, found)])
    return macro(*args, **arguments)


def _unbound(
    name: str, signature: inspect.Signature, args: Sequence[object], arguments: Mapping[str, object]
) -> tuple[Message, Message | None]:
    """Which argument is missing, given twice or one too many, and a hint."""
    known = signature.parameters.values()
    by_place = [parameter.name for parameter in known if parameter.kind is parameter.POSITIONAL_OR_KEYWORD]
    by_name = [parameter.name for parameter in known if parameter.kind is parameter.KEYWORD_ONLY]
    given = by_place[: len(args)]
    twice = [argument for argument in given if argument in arguments]
    missing = [
        parameter.name for parameter in known
        if parameter.default is parameter.empty and parameter.name not in {*given, *arguments, "pairs"}
    ]  # fmt: skip
    if twice:
        return msg("{macro} is given {argument} twice", macro=name, argument=twice[0]), None
    if missing:
        return msg("{macro} lacks {arguments}", macro=name, arguments=", ".join(missing)), None
    if "pairs" in arguments:
        return msg("{macro} does not take these arguments", macro=name), None
    over = args[len(by_place)]
    example = f'{by_name[0]}="{over}"' if by_name and isinstance(over, str) else ""
    found = msg("{macro} is given more values than it takes", macro=name)
    return found, msg("Say what the value is: {example}", example=example) if example else None


def parts(args: Sequence[object], arguments: Mapping[str, object]) -> Iterator[object]:
    """Every value that a call is given, those inside pairs too."""
    for value in (*args, *arguments.values()):
        yield from value if isinstance(value, tuple) else (value,)


def _usage(signature: inspect.Signature) -> str:
    parts = []
    for parameter in signature.parameters.values():
        needed = parameter.default is inspect.Parameter.empty
        parts.append(parameter.name if needed else f"{parameter.name}=…")
    return f"({', '.join(parts)})"
