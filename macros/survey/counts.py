"""Results that come as counts already: nobody's answers, only how many gave each.

The file is long, one count a row, with the columns `question, answer, by, group, n`:

    question,answer,by,group,n
    orderingang,minskat,,,39            39 units of all gave the answer
    orderingang,minskat,storlek,1-4,6   6 units of the size class 1-4 did

`answer` is an answer of the codebook, one of `MISSING` (zero where it is not given), or empty for the base: those
who answered, which a multiple choice must have and which otherwise is the sum. A table is whole: every answer, and
for a grouping every group. Belongs here: reading and checking such files. Does not: rows of respondents.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import msg
from macros.survey.codebook import Codebook
from macros.survey.counts_row import COLUMNS, Count, read_count
from macros.survey.question import Question
from macros.survey.table_file import read_table
from macros.survey.tabulation import MISSING, Cell, Tabulation

Key = tuple[str, str | None]


@dataclass(frozen=True)
class Counts:
    """A survey of which only counts are known.

    Attributes:
        tables: by question and grouping; the grouping is None for a question's totals.
    """

    codebook: Codebook
    tables: Mapping[Key, Tabulation]

    def tabulation(self, question: Question, by: tuple[Question, ...], place: Place) -> Tabulation:
        """The table of a question, by nothing or by one grouping.

        Raises:
            ReportError: when the counts do not hold it.
        """
        grouping = by[0].id if by else None
        table = self.tables.get((question.id, grouping))
        if table is not None:
            return table
        known = [name for asked, name in self.tables if asked == question.id and name]
        found = msg("There are no counts of {question} by {grouping}", question=question.id, grouping=grouping or "–")
        allowed = msg("one of {choices}", choices=", ".join(known)) if known else None
        raise ReportError([Problem(place, found, allowed, nearest(grouping or "", known))])


def read_counts(codebook: Codebook, folder: Path, root: Path) -> Counts:
    """Read and check all counts of a survey.

    Raises:
        ReportError: with every problem of every file.
    """
    problems: list[Problem] = []
    counts: dict[tuple[str, str | None, str | None, str | None], Count] = {}
    for name in codebook.files:
        table = read_table(folder / name, root, codebook, COLUMNS)
        problems += table.problems
        for record in table.records if len(table.columns) == len(COLUMNS) else ():
            count, wrong = read_count(codebook, table, record)
            problems += wrong
            if count is not None and (first := counts.setdefault(count.key, count)) is not count:
                problems.append(Problem(count.place, msg("The same count stands at {place}", place=str(first.place))))
    place = Place(f"{folder.relative_to(root).as_posix()}/{codebook.files[0]}")
    tables: dict[Key, Tabulation] = {}
    for question in codebook.questions if not problems else ():
        groupings = {count.by for count in counts.values() if count.question == question.id}
        for by in [None, *(known for known in codebook.questions if known.id in groupings)]:
            builder = _Table(codebook, question, by, counts, place)
            tables[question.id, by.id if by else None] = builder.tabulation()
            problems += builder.problems
    if problems:
        raise ReportError(problems)
    return Counts(codebook, tables)


class _Table:
    """Puts the counts of one table together and notes every hole and contradiction."""

    def __init__(
        self,
        codebook: Codebook,
        question: Question,
        by: Question | None,
        counts: Mapping[tuple[str, str | None, str | None, str | None], Count],
        place: Place,
    ) -> None:
        self.codebook, self.question, self.by, self.counts, self.place = codebook, question, by, counts, place
        self.problems: list[Problem] = []

    def tabulation(self) -> Tabulation:
        """The whole table; worth something only without problems."""
        total = list(self._cells(None))
        if self.by is None:
            return Tabulation(self.codebook, self.question, (), tuple(total))
        groups = [list(self._cells(answer.code)) for answer in self.by.answers]
        rest = [cell.n - sum(group[at].n for group in groups) for at, cell in enumerate(total)]
        for cell, left in zip(total, rest, strict=True):
            if left < 0:
                text = msg(
                    "{question} by {grouping}: the groups of answer {answer} add up to more than their total",
                    question=self.question.id,
                    grouping=self.by.id,
                    answer=cell.answer or "–",
                )
                self.problems.append(Problem(self._count_place(cell.answer), text))
        cells = (*total, *(cell for group in groups for cell in group))
        return Tabulation(self.codebook, self.question, (self.by,), cells, rest[0])

    def _count_place(self, answer: str | None) -> Place:
        count = self.counts.get((self.question.id, answer, None, None))
        return count.place if count else self.place

    def _cells(self, group: str | None) -> Iterator[Cell]:
        by = self.by.id if self.by and group else None
        given = {a: self.counts.get((self.question.id, a, by, group)) for a in (None, *self._codes, *MISSING)}
        holes = [code for code in self._codes if given[code] is None]
        if self.question.type == "multiple" and given[None] is None:
            holes.insert(0, "")
        for code in holes:
            found = msg(
                "The count of {question}, answer {answer}, {grouping} {group} is lacking",
                question=self.question.id,
                answer=code or "–",
                grouping=by or "",
                group=group or "",
            )
            self.problems.append(Problem(self.place, found))
        n = {answer: count.n if count else 0 for answer, count in given.items()}
        ticks = [n[code] for code in self._codes]
        base = given[None]
        if self.question.type == "multiple":
            impossible = base is not None and (max(ticks) > base.n or sum(ticks) < base.n)
        else:
            impossible = base is not None and sum(ticks) != base.n
            n[None] = sum(ticks)
        if impossible and base is not None and not holes:
            found = msg(
                "The base of {question} is {base}, but its answers add up to {sum}",
                question=self.question.id,
                base=base.n,
                sum=sum(ticks),
            )
            self.problems.append(Problem(base.place, found))
        place = (group,) if self.by else ()
        return (Cell(place, answer, count) for answer, count in n.items())

    @property
    def _codes(self) -> list[str]:
        return [answer.code for answer in self.question.answers]
