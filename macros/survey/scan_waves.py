"""Which rows of a large file belong to this survey, where it holds several waves.

Belongs here: telling them apart by the distinct values of the column that names the wave. Does not: the same for a
file that is read row by row (`responses.py`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import narwhals as nw

from macros.errors import Place, Problem, nearest
from macros.language.message import msg, nmsg
from macros.survey.codebook import Only
from macros.survey.model_problems import shown
from macros.survey.recode import Frame
from macros.survey.spelling import fold, tidy

_MOST_SHOWN = 20


@dataclass
class ScannedWaves:
    """The waves of all files, one file after the other."""

    only: Only
    left_out: int = 0
    seen: dict[str, str] = field(default_factory=dict)

    def own(self, frame: Frame, column: str, plain: Callable[[str], str], place: Place) -> tuple[Frame, list[Problem]]:
        """The rows of this survey, and what is wrong with the others.

        Args:
            frame: of one file.
            column: the scanned one that names the wave.
            plain: writes a cell as the reader of rows would have it.
            place: the file.
        """
        wanted = {fold(value) for value in self.only.values}
        counted = frame.group_by(column).agg(nw.len().alias("__n__")).select(column, "__n__").collect("pyarrow")
        own: list[str] = []
        problems: list[Problem] = []
        for text, n in sorted(counted.rows()):
            cell = plain(text)
            if not fold(cell):
                found = nmsg(
                    "{column}: {count} row does not say its wave",
                    "{column}: {count} rows do not say their wave",
                    int(n),
                    column=self.only.column,
                )
                problems.append(Problem(place, found))
                continue
            self.seen.setdefault(fold(cell), tidy(cell))
            if fold(cell) in wanted:
                own.append(text)
            else:
                self.left_out += int(n)
        return frame.filter(nw.col(column).is_in(own)), problems

    def unseen(self, place: Place) -> Iterator[Problem]:
        """Each wave of the codebook that no row names."""
        waves = [shown(value) for value in list(self.seen.values())[:_MOST_SHOWN]]
        for value in self.only.values:
            if fold(value) not in self.seen:
                found = msg("No row is of the wave {wave}", wave=value)
                yield Problem(place, found, msg("one of {choices}", choices=", ".join(waves)), nearest(value, waves))
