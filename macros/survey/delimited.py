"""A CSV file of any kind → records of text.

Belongs here: delimiters, quotes, Excel's `sep=` line. Does not: bytes (`text_file.py`, `encodings.py`) or which record
names the columns (`headers.py`). pandas is never asked: it shifts columns and eats answers without a word.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.survey.encodings import decode
from macros.survey.headers import known_in, widest
from macros.survey.records import Record, Records, quote_problem
from macros.survey.spelling import is_blank

DELIMITERS = (",", ";", "\t", "|")
_SEP = re.compile(r'"?sep=(?P<delimiter>[^\r\n"])"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
_LOOKED_AT = 200  # records by which a delimiter is told


@dataclass(frozen=True)
class Hints:
    """What a file should hold, as far as somebody knows.

    Attributes:
        headers: folded names of columns.
        rows: how many records name the columns.
        words: what may stand in the cells.
    """

    headers: frozenset[str] = frozenset()
    rows: int | None = None
    words: tuple[str, ...] = ()


def read_delimited(
    content: bytes,
    path: str,
    encoding: str | None,
    delimiter: str | None,
    hints: Hints,
) -> Records:
    """Read a CSV file; what is None is found out.

    Args:
        content: the file.
        path: as it stands in messages.
        encoding: one of the codebook's encodings.
        delimiter: one of `DELIMITERS`; another one is taken, and told, where only that finds the known columns.
        hints: what the file should hold.
    """
    decoded = decode(content, encoding, path, hints.words)
    text, problems, skipped = decoded.text, list(decoded.problems), 0
    said = None
    if (line := _SEP.match(text)) is not None and line["delimiter"] in DELIMITERS:
        said, text, skipped = line["delimiter"], text[line.end() :], 1
    taken = _delimiter(text, hints, delimiter or said)
    if delimiter is not None and taken != delimiter:
        problems.append(_other_delimiter(path, delimiter, taken))
    records, unreadable = _records(path, text, taken, skipped)
    decided = list(decoded.decided)
    if delimiter is None and taken != ",":
        decided.append(msg("The columns are separated by {delimiter}", delimiter=_visible(taken)))
    return Records(path, tuple(records), (*problems, *unreadable), decoded.encoding, taken, tuple(decided))


def _delimiter(text: str, hints: Hints, named: str | None) -> str:
    """The named delimiter if it finds any column at all, else the one that finds most of them."""
    best, most = named, 0
    for mark in dict.fromkeys([named or ",", *DELIMITERS]) if hints.headers else ():
        found = known_in(list(_first(text, mark)), hints.headers, hints.rows)
        if found > most:
            best, most = mark, found
        if most == len(hints.headers) or (most and mark == named):
            break
    return best or _likeliest(text)


def _likeliest(text: str) -> str:
    """The delimiter under which most records have most fields, and all alike.

    Source: the pattern score of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type
    patterns", Data Mining and Knowledge Discovery 33 (2019).
    """
    score: dict[str, float] = {}
    for mark in DELIMITERS:
        records = [record for record in _first(text, mark) if not is_blank(record)]
        widths = Counter(len(record) for record in records)
        width = widest(records)
        if width > 1 and 2 * widths[width] >= len(records):
            patterns = [width for width in widths if width > 1]
            score[mark] = sum(widths[w] * (w - 1) / w for w in patterns) / len(patterns)
    return max(score, key=lambda mark: score[mark], default=",")


def _first(text: str, delimiter: str) -> Iterator[list[str]]:
    try:
        yield from islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _LOOKED_AT)
    except csv.Error:
        return


def _other_delimiter(path: str, named: str, found: str) -> Problem:
    text = msg("The columns are not separated by {delimiter}", delimiter=_visible(named))
    hint = msg("They are separated by {delimiter}: write that under delimiter", delimiter=_visible(found))
    return Problem(Place(path, 1), text, None, hint)


def _visible(delimiter: str) -> str:
    return '"\\t"' if delimiter == "\t" else f'"{delimiter}"'


def _records(path: str, text: str, delimiter: str, skipped: int) -> tuple[list[Record], list[Problem]]:
    """All records but those of empty lines, and the places where a quote goes wrong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[Record] = []
    problems: list[Problem] = []
    while True:
        line = reader.line_num + 1 + skipped
        try:
            fields = next(reader)
        except StopIteration:
            return records, problems
        except csv.Error as error:
            problems.append(Problem(Place(path, line), quote_problem(str(error))))
        else:
            if fields:
                records.append(Record(line, tuple(fields)))
