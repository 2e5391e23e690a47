"""Sealed tables, released again as they were: no row is here that could be counted.

Belongs here: making them `Released`. Does not: reading or checking the files (`survey/sealed_file.py`).
"""

from pydantic import TypeAdapter, ValidationError

from macros.errors import Place, Problem, ReportError
from macros.language.message import Message, msg
from macros.release.changes import Change
from macros.release.corrected import Corrected
from macros.release.released import _STAMP, Released, Row
from macros.release.sealed_line import PART, TABLE, row_of
from macros.release.sealing import CHANGE, CORRECTED, NETS, ROWS, TOLD
from macros.survey.sealed_file import SEALED_FACTS, Sealed, seal_again, sealed_key

_CHANGE = TypeAdapter(Change)


def release_sealed(sealed: Sealed, question: str, by: tuple[str, ...], language: str, place: Place) -> Released:
    """Give a sealed table as it was released.

    Args:
        language: of the site; labels were written in that of the site that sealed them.
        place: what to name when there is no such table.

    Raises:
        ReportError: the table was not sealed, or in another language or form.
    """
    codebook = sealed.codebook
    if sealed.facts.language != language:
        was = sealed.facts.language
        raise _unusable(sealed, msg("{survey} was sealed in the language {language}", survey=codebook.id, language=was))
    key = sealed_key(question, by)
    tables = {table.key: table for table in sealed.facts.tables}
    asked = [codebook.question(id_) for id_ in (question, *by)]
    questions = [found for found in asked if found is not None]
    if key not in tables or len(questions) < len(asked):
        raise not_sealed(sealed, msg("{table}", table=key), list(tables), place)
    try:
        return Released(
            codebook=codebook,
            question=questions[0],
            by=tuple(questions[1:]),
            rows=_rows(sealed, key, ROWS),
            nets=_rows(sealed, key, NETS),
            **{name: adapter.validate_python(tables[key].told[name]) for name, adapter in TOLD.items()},
            stamp=_STAMP,
        )
    except (ValidationError, KeyError):
        raise _unusable(sealed, msg("{table} was sealed in another form than this one", table=key)) from None


def sealed_change(sealed: Sealed, key: str) -> Change | None:
    """A sealed change or difference; None when it was not sealed.

    Raises:
        ReportError: it was sealed in another form.
    """
    told = sealed.facts.changes.get(key)
    if told is None:
        return None
    try:
        return _CHANGE.validate_python({**told, "row": _rows(sealed, key, CHANGE)[0]})
    except (ValidationError, KeyError, IndexError):
        raise _unusable(sealed, msg("{table} was sealed in another form than this one", table=key)) from None


def sealed_corrections(sealed: Sealed) -> tuple[Corrected, ...]:
    """The corrections as they were told when the survey was sealed.

    Raises:
        ReportError: they were sealed in another form.
    """
    try:
        return tuple(CORRECTED.validate_python(told) for told in sealed.facts.corrections)
    except ValidationError:
        raise _unusable(sealed, msg("{table} was sealed in another form than this one", table="corrections")) from None


def not_sealed(sealed: Sealed, what: Message, known: list[str], place: Place) -> ReportError:
    """What to say to who asks for a number that the one who has the answers did not seal."""
    found = msg("{what} of {survey} was not sealed, and its answers are not here", what=what, survey=sealed.codebook.id)
    allowed = msg("one of {choices}", choices=", ".join(known)) if known else None
    return ReportError([Problem(place, found, allowed, seal_again(sealed.codebook.id))])


def _unusable(sealed: Sealed, found: Message) -> ReportError:
    place = Place(f"data/surveys/{sealed.codebook.id}/{SEALED_FACTS}")
    return ReportError([Problem(place, found, hint=seal_again(sealed.codebook.id))])


def _rows(sealed: Sealed, table: str, part: str) -> tuple[Row, ...]:
    return tuple(row_of(line) for line in sealed.lines if line[TABLE] == table and line[PART] == part)
