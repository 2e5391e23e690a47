"""The columns of the design: how much each row counts, and where it was drawn.

Belongs here: reading and checking them, row by row and in the whole. Does not: what they mean for an estimate
(`estimate`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.errors import Place, Problem
from macros.language.message import Message, msg, nmsg
from macros.survey.codebook import Codebook
from macros.survey.model_problems import shown
from macros.survey.numeric import decimal_hint, plain, read_number
from macros.survey.records import Record
from macros.survey.spelling import fold, tidy
from macros.survey.survey import CLUSTER, POPULATION, STRATUM, WEIGHT
from macros.survey.table_file import TableFile

DESIGN_COLUMNS = {"weight": WEIGHT, "stratum": STRATUM, "cluster": CLUSTER, "population_size": POPULATION}


@dataclass
class _Stratum:
    """What was seen of a stratum: its first row, its size there, and what was drawn of it."""

    first: Place
    size: str
    rows: int = 0
    clusters: set[str] = field(default_factory=set)


class DesignReader:
    """Reads the design's cells of row after row; what must hold between rows is known at the end."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.headers = {key: header for key, header in codebook.design.named.items() if header is not None}
        self.columns: dict[str, list[str]] = {DESIGN_COLUMNS[key]: [] for key in self.headers}
        self._names: dict[tuple[str, str], str] = {}
        self._strata: dict[str, _Stratum] = {}
        self._weighted = False
        self._first_weight: Place | None = None

    def read(self, table: TableFile, record: Record) -> list[Problem]:
        """Add a row's cells to the columns, and give its problems."""
        problems = []
        read: dict[str, str] = {}
        places: dict[str, Place] = {}
        for key, header in self.headers.items():
            position = table.position(header)
            if position is None:
                continue
            places[key] = table.place(record, position)
            value = self.value(key, tidy(record.fields[position]))
            if isinstance(value, str):
                read[key] = value
                self.columns[DESIGN_COLUMNS[key]].append(value)
            else:
                hint = decimal_hint(tidy(record.fields[position]), self.codebook.decimal)
                problems.append(Problem(places[key], *value, hint))
        if "weight" in read:
            self._weighted = self._weighted or read["weight"] != "0"
            self._first_weight = self._first_weight or places["weight"]
        if len(read) == len(self.headers) and "population_size" in read:
            problems += self._in_stratum(read, places["population_size"])
        return problems

    def value(self, key: str, text: str) -> str | tuple[Message, Message]:
        """A cell's value, or what is wrong with it and what is allowed."""
        empty = msg("The cell is empty")
        if key in ("stratum", "cluster"):
            # Spelled in two ways it is still one stratum; the first spelling names it.
            return self._names.setdefault((key, fold(text)), text) if text else (empty, msg("text"))
        allowed = msg("a number from 0") if key == "weight" else msg("a whole number from 1")
        number = read_number(text, self.codebook.decimal)
        if number is None:
            return (msg('"{value}" is not a number', value=shown(text)) if text else empty), allowed
        wrong = number < 0 if key == "weight" else number < 1 or number != number.to_integral_value()
        return (msg("{value} is out of range", value=shown(text)), allowed) if wrong else plain(number)

    def _in_stratum(self, read: dict[str, str], place: Place) -> Iterator[Problem]:
        size = read["population_size"]
        stratum = self._strata.setdefault(read.get("stratum", ""), _Stratum(place, size))
        stratum.rows += 1
        stratum.clusters.add(read.get("cluster", ""))
        if size != stratum.size:
            found = msg("{value} is not the size of the stratum at {place}", value=size, place=str(stratum.first))
            yield Problem(place, found, msg("{expected}", expected=stratum.size))

    def finish(self) -> list[Problem]:
        """What is wrong in the whole: no weight above 0, or a stratum from which more was drawn than it has."""
        problems = []
        if self._first_weight is not None and not self._weighted:
            problems.append(Problem(self._first_weight, msg("All weights are 0"), msg("at least one above 0")))
        for stratum in self._strata.values():
            drawn = len(stratum.clusters) if "cluster" in self.headers else stratum.rows
            if drawn > int(stratum.size):
                found = nmsg(
                    "The stratum has {count} unit, but {drawn} were drawn from it",
                    "The stratum has {count} units, but {drawn} were drawn from it",
                    int(stratum.size),
                    drawn=drawn,
                )
                problems.append(Problem(stratum.first, found, msg("a whole number from {low}", low=drawn)))
        return problems
