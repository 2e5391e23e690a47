"""One macro call: its arguments are checked before it is made, so that a slip gets a sentence and no traceback."""

import inspect
from collections.abc import Iterator, Mapping, Sequence

from macros.errors import Problem, ReportError, nearest
from macros.language.message import msg
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
        found = msg("{macro} does not take these arguments", macro=name)
        raise ReportError(
            [Problem(vocabulary.place, found, msg("{usage}", usage=f"{name}{_usage(signature)}"))]
        ) from None
    for argument, value in bound.arguments.items():
        expected = signature.parameters[argument].annotation
        if expected in (str, str | None) and not isinstance(value, expected):
            found = msg("{macro}: {argument} must be text in quotes", macro=name, argument=argument)
            raise ReportError([Problem(vocabulary.place, found)])
    return macro(*args, **arguments)


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
