"""From the text of a large file to the codes of a `Survey`, by its distinct values.

Belongs here: asking an engine which combinations of cells there are, having each read once by the reader that reads
small files row by row, and putting what it says in the place of the cells. Does not: which cells belong together
(`scan.py`) or what one means (`answer_cells.py`). So a spelling means the same however large the file is.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import pyarrow as pa

from macros.errors import Place, Problem
from macros.language.message import Message, msg, nmsg
from macros.survey.engines.engine import Engine
from macros.survey.reading import Reading

Frame = nw.LazyFrame[Any]
MOST_DIFFERENT = 1_000_000  # combinations of cells that one question's reading may hold in memory
MOST_TOLD = 20  # different faults of one question
_N = "__n__"


@dataclass(frozen=True, eq=False)
class AsItStands:
    """Cells that need no reading, because nothing but themselves can be meant; they are not counted one by one.

    Attributes:
        where: which cells of the one column.
        like: a value that the reader takes for such a cell.
    """

    where: nw.Expr
    like: str


@dataclass(frozen=True, eq=False)
class Recoding:
    """Cells that are read together, and the columns of a `Survey` that they become.

    Attributes:
        name: of the question, for messages.
        headers: of the cells in the file.
        cells: the scanned columns, in the order of `headers`.
        needs: columns of the `Survey`, recoded before, on which the reading depends.
        columns: what the reading becomes, one for each of its values.
        read: takes the cells and then the needs.
        as_it_stands: for one cell and one column.
    """

    name: str
    headers: tuple[str, ...]
    cells: tuple[str, ...]
    needs: tuple[str, ...]
    columns: tuple[str, ...]
    read: Callable[[Sequence[str], Sequence[str]], Reading]
    as_it_stands: AsItStands | None = None


@dataclass(frozen=True, eq=False)
class Recoded:
    """A recoding with its readings; `table` is None where some combination cannot be read."""

    of: Recoding
    table: Frame | None
    problems: tuple[Problem, ...] = ()

    def onto(self, frame: Frame) -> Frame:
        """Add the recoded columns to a frame that has the cells and the needs."""
        if self.table is None:
            return frame
        joined = _keyed(frame, self.of).join(self.table, on=list(_keys(self.of)), how="left")
        if self.of.as_it_stands is None:
            return joined
        (cell,), (column,) = self.of.cells, self.of.columns
        own = nw.when(self.of.as_it_stands.where).then(nw.col(cell).str.strip_chars()).otherwise(nw.col(column))
        return joined.with_columns(own.alias(column)).drop(f"{cell}k")


def _keys(recoding: Recoding) -> tuple[str, ...]:
    cells = recoding.cells if recoding.as_it_stands is None else tuple(f"{cell}k" for cell in recoding.cells)
    return (*cells, *recoding.needs)


def _keyed(frame: Frame, recoding: Recoding) -> Frame:
    """Put one value in the place of all that stand as they are."""
    if recoding.as_it_stands is None:
        return frame
    (cell,) = recoding.cells
    short = nw.when(recoding.as_it_stands.where).then(nw.lit(recoding.as_it_stands.like)).otherwise(nw.col(cell))
    return frame.with_columns(short.alias(f"{cell}k"))


def recode(frame: Frame, recoding: Recoding, engine: Engine, place: Place) -> Recoded:
    """Read each combination of a recoding's cells once.

    Args:
        frame: has the cells and the needs; no cell is null.
        recoding: what is read, and by whom.
        engine: whose frame it is.
        place: the file, for the problems.
    """
    keys = _keys(recoding)
    counted = _keyed(frame, recoding).group_by(*keys).agg(nw.len().alias(_N)).select(*keys, _N)
    combinations = counted.head(MOST_DIFFERENT + 1).collect("pyarrow").rows()
    combinations.sort()  # what an engine groups comes in any order
    if len(combinations) > MOST_DIFFERENT:
        found = msg("{column} has more than {count} different answers", column=recoding.name, count=MOST_DIFFERENT)
        return Recoded(recoding, None, (Problem(place, found),))
    width = len(recoding.cells)
    rows: list[tuple[str, ...]] = []
    faults: dict[tuple[str, Message, Message | None, Message | None], int] = {}
    for *values, n in combinations:
        reading = recoding.read(values[:width], values[width:])
        for fault in reading.faults:
            key = (recoding.headers[fault.cell], fault.found, fault.allowed, fault.hint)
            faults[key] = faults.get(key, 0) + int(n)
        rows.append((*values, *reading.values))
    if faults:
        return Recoded(recoding, None, tuple(_problems(faults, place)))
    names = (*keys, *recoding.columns)
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    table = pa.table([pa.array(column, pa.string()) for column in columns], names=list(names))
    return Recoded(recoding, nw.from_native(engine.table(table)))


def _problems(
    faults: dict[tuple[str, Message, Message | None, Message | None], int], place: Place
) -> Iterator[Problem]:
    """The commonest faults first; which row they are in, no engine says."""
    ordered = sorted(faults.items(), key=lambda fault: (-fault[1], fault[0][0], str(fault[0][1:])))
    for (header, found, allowed, hint), n in ordered[:MOST_TOLD]:
        text = nmsg("{column}: {found}, in {count} row", "{column}: {found}, in {count} rows", n,
                    column=header, found=found)  # fmt: skip
        yield Problem(place, text, allowed, hint)
    if (rest := len(ordered) - MOST_TOLD) > 0:
        yield Problem(place, nmsg("… and {count} more wrong value", "… and {count} more wrong values", rest))


def together(recoded: Iterable[Recoded], frame: Frame) -> Frame:
    """Add all columns, in their order."""
    for one in recoded:
        frame = one.onto(frame)
    return frame
