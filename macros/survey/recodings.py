"""Which cells of a survey's rows are read together, into which columns, and after which others.

Belongs here: the list of recodings that a codebook asks for, in an order in which each finds what it needs. Does not:
carrying them out (`recode.py`) or the readers themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import narwhals as nw

from macros.survey.answer_cells import CellReader, frame_columns, headers
from macros.survey.bands import band_of
from macros.survey.codebook import Codebook
from macros.survey.design_cells import DESIGN_COLUMNS, DesignReader
from macros.survey.groups import group_of
from macros.survey.question import SEVERAL, Question
from macros.survey.reading import UNTICKED, Fault, Reading
from macros.survey.recode import AsItStands, Recoding
from macros.survey.routing import parse_condition
from macros.survey.rows import RowReader
from macros.survey.spelling import fold, missing_meanings, tidy
from macros.survey.survey import IDENTIFIER, WEIGHT

_BLANK = "[\\s\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]"
_PLAIN = r"^[0-9]+([.][0-9]+)?$"
_LONGER = 3  # a letter of a spelling may be written with so many characters at most


def recodings(codebook: Codebook, positions: dict[str, str], design: DesignReader) -> Iterator[Recoding]:
    """What is recoded, in order.

    Args:
        codebook: what the columns mean.
        positions: the scanned column of each folded header.
        design: the same for all files, so that a stratum has one name in all of them.
    """
    rows = RowReader(codebook)
    for at, question in enumerate(codebook.questions):
        if question.derived:
            yield _derived(codebook, question)
        else:
            yield _Asked(codebook, question, codebook.questions[:at], rows).recoding(positions)
    if codebook.identifier is not None:
        yield _identifier(codebook.identifier, positions[fold(codebook.identifier)])
    for key, header in design.headers.items():
        yield _design(design, key, header, positions[fold(header)])


def _derived(codebook: Codebook, question: Question) -> Recoding:
    source = codebook.question(question.bands_of or question.groups_of or "")
    assert source is not None  # noqa: S101 -- the codebook has been checked
    make = band_of if question.bands_of else group_of

    def read(_: Sequence[str], needed: Sequence[str]) -> Reading:
        return Reading((make(needed[0], question),))

    return Recoding(question.id, (), (), frame_columns(source), frame_columns(question), read)


def _identifier(header: str, cell: str) -> Recoding:
    anything = AsItStands(nw.col(cell).str.len_chars() >= 0, "x")
    return Recoding(header, (header,), (cell,), (), (IDENTIFIER,), lambda cells, _: Reading((cells[0],)), anything)


def _design(design: DesignReader, key: str, header: str, cell: str) -> Recoding:
    def read(cells: Sequence[str], _: Sequence[str]) -> Reading:
        value = design.value(key, tidy(cells[0]))
        return Reading((value,)) if isinstance(value, str) else Reading(faults=(Fault(0, *value),))

    column = DESIGN_COLUMNS[key]
    plain = AsItStands(nw.col(cell).str.contains(_PLAIN), "1") if column == WEIGHT else None
    plain = plain if design.codebook.decimal == "." else None
    return Recoding(header, (header,), (cell,), (), (column,), read, plain)


@dataclass(frozen=True)
class _Asked:
    """One question that was asked, and those before it on which that may depend."""

    codebook: Codebook
    question: Question
    earlier: list[Question]
    rows: RowReader

    def recoding(self, positions: dict[str, str]) -> Recoding:
        """How its cells are read; a text's, only where it may be a spelling of no answer."""
        question = self.question
        cells = tuple(positions[fold(header)] for header in headers(question))
        needs = tuple(column for known in self.before for column in frame_columns(known))
        as_it_stands = self._long_text(cells[0]) if question.type == "text" else None
        return Recoding(question.id, headers(question), cells, needs, frame_columns(question), self._read, as_it_stands)

    @cached_property
    def before(self) -> tuple[Question, ...]:
        """The questions that its condition names."""
        if self.question.asked_if is None:
            return ()
        named = parse_condition(self.question.asked_if, self.earlier).questions()
        return tuple(known for known in self.earlier if known.id in named)

    @cached_property
    def _reader(self) -> CellReader:
        return CellReader(self.codebook, self.question)

    def _read(self, cells: Sequence[str], needed: Sequence[str]) -> Reading:
        given: dict[str, frozenset[str]] = {}
        left = list(needed)
        for known in self.before:
            columns = frame_columns(known)
            given[known.id] = _codes(known, left[: len(columns)])
            del left[: len(columns)]
        return self.rows.route(self.question, self._reader.read(cells), given, list(cells))

    def _long_text(self, cell: str) -> AsItStands:
        spellings = [fold(spelling) for spelling, _ in missing_meanings(self.codebook, self.question)]
        longest = _LONGER * max(map(len, spellings), default=0)
        letters = nw.col(cell).str.replace_all(_BLANK, "").str.len_chars()
        return AsItStands(letters > longest, "x" * (longest + 1))


def _codes(question: Question, values: Sequence[str]) -> frozenset[str]:
    """The codes that a respondent gave, as the columns of a `Survey` hold them."""
    given = [value for value in values if not value.startswith("__")]
    if question.type not in SEVERAL:
        return frozenset(given)
    codes = [answer.code for answer in question.answers]
    return frozenset(code for code, value in zip(codes, values, strict=True) if value in given and value != UNTICKED)
