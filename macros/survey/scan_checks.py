"""What must hold between the rows of a scanned survey, asked of the engine by group-by queries.

Belongs here: respondents who come again, and what a design says of its strata. Does not: what one row says
(`recode.py`). An id is counted here and never shown.
"""

from collections.abc import Iterator

import narwhals as nw

from macros.errors import Place, Problem
from macros.language.message import msg, nmsg
from macros.survey.codebook import Codebook
from macros.survey.recode import Frame
from macros.survey.survey import CLUSTER, IDENTIFIER, POPULATION, STRATUM, WEIGHT

_N = "__n__"


def whole_problems(codebook: Codebook, frame: Frame, place: Place) -> Iterator[Problem]:
    """Everything that is wrong between rows; `place` stands for all files."""
    if codebook.identifier is not None:
        yield from _respondent_problems(codebook.identifier, frame, place)
    if codebook.design.weight is not None and not _count(frame.filter(nw.col(WEIGHT).cast(nw.Float64) > 0)):
        yield Problem(place, msg("All weights are 0"), msg("at least one above 0"))
    if codebook.design.population_size is not None:
        yield from _stratum_problems(codebook, frame, place)


def _respondent_problems(header: str, frame: Frame, place: Place) -> Iterator[Problem]:
    """Ids that are lacking or come again, whatever their capitals and the blanks at their ends."""
    same = frame.select(nw.col(IDENTIFIER).str.strip_chars().str.to_lowercase().alias(IDENTIFIER))
    nameless = _count(same.filter(nw.col(IDENTIFIER) == ""))
    if nameless:
        found = nmsg("{column}: {count} respondent has no id", "{column}: {count} respondents have no id", nameless,
                     column=header)  # fmt: skip
        yield Problem(place, found)
    known = same.filter(nw.col(IDENTIFIER) != "").group_by(IDENTIFIER).agg(nw.len().alias(_N))
    again = _count(known.filter(nw.col(_N) > 1))
    if again:
        found = nmsg("{column}: {count} respondent has answered more than once",
                     "{column}: {count} respondents have answered more than once", again, column=header)  # fmt: skip
        yield Problem(place, found)


def _count(frame: Frame) -> int:
    return int(frame.select(nw.len().alias(_N)).collect("pyarrow").item(0, _N))


def _stratum_problems(codebook: Codebook, frame: Frame, place: Place) -> Iterator[Problem]:
    """Strata with two sizes, or from which more was drawn than they have."""
    design = codebook.design
    keys = [name for name, header in ((STRATUM, design.stratum), (CLUSTER, design.cluster)) if header]
    counted = frame.group_by(*keys, POPULATION).agg(nw.len().alias(_N)).collect("pyarrow")
    sizes: dict[str, set[int]] = {}
    drawn: dict[str, int] = {}
    for row in counted.iter_rows(named=True):
        stratum = str(row.get(STRATUM, ""))
        sizes.setdefault(stratum, set()).add(int(row[POPULATION]))
        drawn[stratum] = drawn.get(stratum, 0) + (1 if design.cluster else int(row[_N]))
    for stratum, found in sorted(sizes.items()):
        if len(found) > 1:
            several = ", ".join(map(str, sorted(found)))
            text = msg("The stratum {stratum} has several sizes: {sizes}", stratum=stratum or "–", sizes=several)
            yield Problem(place, text, msg("one size in all rows of a stratum"))
        elif drawn[stratum] > max(found):
            text = nmsg("The stratum has {count} unit, but {drawn} were drawn from it",
                        "The stratum has {count} units, but {drawn} were drawn from it", max(found),
                        drawn=drawn[stratum])  # fmt: skip
            yield Problem(place, text, msg("a whole number from {low}", low=drawn[stratum]))
