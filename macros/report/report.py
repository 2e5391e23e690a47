"""The composition root: from checked surveys to released tables, each made once.

Belongs here: which stages a table goes through. Does not: what any stage does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.errors import Place, Problem, ReportError, nearest
from macros.estimate.comparison import compare_groups, compare_waves
from macros.language.catalogue import Language
from macros.language.message import Message, msg, nmsg
from macros.release.changes import Change, release_change
from macros.release.corrected import Corrected, release_corrections
from macros.release.disclosure import release_table
from macros.release.published import release_published
from macros.release.released import Released
from macros.release.sealed import not_sealed, release_sealed, sealed_change, sealed_corrections
from macros.report.address import Address
from macros.report.proposals import Proposal, read_proposals
from macros.report.statistics import Statistic
from macros.survey.codebook import Codebook
from macros.survey.match import match
from macros.survey.merge import ANSWERS, merge_categories
from macros.survey.published import Published
from macros.survey.sealed_file import Sealed
from macros.survey.survey import Survey
from macros.survey.surveys import AnySurvey, open_surveys
from macros.survey.tabulate import tabulate
from macros.survey.tabulation import Tabulation


@dataclass(frozen=True)
class Report:
    """All surveys and proposals of a project, and the tables that were released so far."""

    surveys: Mapping[str, AnySurvey]
    proposals: tuple[Proposal, ...]
    language: Language
    _tables: dict[Address, Released] = field(default_factory=dict, repr=False)
    _changes: dict[tuple[Address, Address, str], Change] = field(default_factory=dict, repr=False)

    def codebook(self, survey: str, place: Place) -> Codebook:
        """Find a survey's codebook.

        Raises:
            ReportError: no such survey.
        """
        if survey not in self.surveys:
            raise ReportError(
                [
                    Problem(
                        place,
                        msg("there is no survey {survey}", survey=survey or "''"),
                        msg("{choices}", choices=", ".join(sorted(self.surveys))),
                        nearest(survey, self.surveys) or msg("Name the page's survey in its front matter: survey: …"),
                    )
                ]
            )
        return self.surveys[survey].codebook

    def table(self, address: Address, place: Place) -> Released:
        """Release the table of an address, or give it again.

        Raises:
            ReportError: unknown survey, question or grouping; a figure that cannot be made.
        """
        if address not in self._tables:
            codebook = self.codebook(address.survey, place)
            self._check_question(codebook, address, place)
            self._tables[address] = self._release(address, place)
        return self._tables[address]

    def base(self, address: Address, place: Place) -> int | None:
        """How many answered a question, also an open one; None where that is withheld or not known.

        Raises:
            ReportError: unknown survey or question; a figure that cannot be made.
        """
        question = self.codebook(address.survey, place).question(address.question)
        known = self.surveys[address.survey]
        if isinstance(known, Sealed) and not known.holds(address.question, address.by):
            return None
        if question is not None and question.type in ("text", "date"):
            return self._release(address, place).answered
        return self.table(address, place).answered

    def corrections(self, survey: str) -> tuple[Corrected, ...]:
        """The known errors of a survey's source that were put right; a survey that came in as counts has none."""
        known = self.surveys[survey]
        if isinstance(known, Sealed):
            return sealed_corrections(known)
        made = known.corrections if isinstance(known, Survey) else ()
        return release_corrections(known.codebook, made, self.language)

    def reading(self) -> dict[str, tuple[Message, ...]]:
        """How each survey's files were read, where that was found out, and what of them was left out."""
        told: dict[str, tuple[Message, ...]] = {}
        for id_, survey in self.surveys.items():
            if isinstance(survey, Survey):
                count = survey.left_out
                rows = nmsg(
                    "{count} row of another wave is left out", "{count} rows of other waves are left out", count
                )
                told[id_] = (*dict.fromkeys(survey.decided), *([rows] if count else []))
        return told

    def change(self, before: Statistic, after: Statistic, place: Place) -> Change:
        """Release the change of a share from one wave to the next.

        Raises:
            ReportError: as `table`.
        """
        return self._compared("change", before, after, place, self._change)

    def difference(self, first: Statistic, second: Statistic, place: Place) -> Change:
        """Release the difference of a share between two groups of one table.

        Raises:
            ReportError: as `table`.
        """
        return self._compared("difference", first, second, place, self._difference)

    def changes(self, survey: str) -> dict[str, Change]:
        """Every change and difference released so far that a survey has part in, by its key in order."""
        ours = {key: change for key, change in self._changes.items() if survey in (key[0].survey, key[1].survey)}
        return {key[2]: ours[key] for key in sorted(ours)}

    def _compared(
        self, kind: str, first: Statistic, second: Statistic, place: Place,
        make: Callable[[Statistic, Statistic, Place], Change],
    ) -> Change:  # fmt: skip
        """The same comparison is made once; where a survey is sealed, it was made where the answers are."""
        key = first.address, second.address, f"{kind} {first.key} {second.key}"
        if key not in self._changes:
            sealed = [known for at in key[:2] if isinstance(known := self.surveys[at.survey], Sealed)]
            made = next((change for known in sealed if (change := sealed_change(known, key[2]))), None)
            if sealed and made is None:
                raise not_sealed(sealed[0], msg("{table}", table=key[2]), [], place)
            self._changes[key] = made or make(first, second, place)
        return self._changes[key]

    def _change(self, before: Statistic, after: Statistic, place: Place) -> Change:
        surveys = [self.surveys[side.address.survey] for side in (before, after)]
        tables = []
        for survey, side in zip(surveys, (before, after), strict=True):
            if isinstance(survey, Published | Sealed):
                raise TypeError("figures of others have no test")
            tables.append(tabulate(survey, side.address.question, (), place))
        codes = tuple(_parts(table, str(side.row.answer)) for table, side in zip(tables, (before, after), strict=True))
        matched = None
        one_each = tables[1].question.type in ("single", "scale")
        if isinstance(surveys[0], Survey) and isinstance(surveys[1], Survey) and one_each:
            matched = match(surveys[0], surveys[1], tables[1].question, (codes[0], codes[1]))
        made = compare_waves(tables[0], tables[1], (codes[0], codes[1]), matched)
        return release_change(before.row, after.row, made)

    def _difference(self, first: Statistic, second: Statistic, place: Place) -> Change:
        survey = self.surveys[second.address.survey]
        if isinstance(survey, Published | Sealed):
            raise TypeError("figures of others have no test")
        merged = {by: list(codes) for by, codes in second.table.merged.items() if by != ANSWERS}
        table = merge_categories(tabulate(survey, second.address.question, second.address.by, place), merged)
        codes = _parts(table, str(second.row.answer))
        return release_change(first.row, second.row, compare_groups(table, codes, first.row.group, second.row.group))

    def tables(self) -> dict[Address, Released]:
        """Every table released so far, by address in order."""
        return {address: self._tables[address] for address in sorted(self._tables)}

    def _release(self, address: Address, place: Place) -> Released:
        survey = self.surveys[address.survey]
        if isinstance(survey, Published):
            return release_published(survey, address.question, self.language.code, place)
        if isinstance(survey, Sealed):
            return release_sealed(survey, address.question, address.by, self.language.code, place)
        one_way = tabulate(survey, address.question, (), place)
        by_group = tabulate(survey, address.question, address.by, place) if address.by else one_way
        return release_table(by_group, one_way, self.language.code)

    def _check_question(self, codebook: Codebook, address: Address, place: Place) -> None:
        if len(address.by) > 1:
            found = msg("{count} groupings at once", count=len(address.by))
            raise ReportError([Problem(place, found, msg("at most one grouping"))])
        if any({address.question, by} == set(pair) for by in address.by for pair in codebook.disclosure.forbidden):
            found = msg("{question} is not shown by {grouping}", question=address.question, grouping=address.by[0])
            raise ReportError([Problem(place, found, hint=msg("The codebook forbids it: disclosure: forbidden."))])
        if codebook.kind == "published" and address.by:
            found = msg("{survey} holds figures that others published; they cannot be grouped", survey=codebook.id)
            raise ReportError([Problem(place, found, hint=msg("Leave out by=."))])
        ids = [question.id for question in codebook.questions]
        wanted = [(msg("question"), address.question), *((msg("grouping"), by) for by in address.by)]
        for place_in_table, (kind, id_) in enumerate(wanted):
            question = codebook.question(id_)
            if question is None:
                found = msg("there is no {kind} {id} in {survey}", kind=kind, id=id_, survey=codebook.id)
                raise ReportError([Problem(place, found, msg("{choices}", choices=", ".join(ids)), nearest(id_, ids))])
            if question.type == "text" and not place_in_table:
                found = msg("{id} is an open question; open answers are never published", id=id_)
                raise ReportError([Problem(place, found)])
            if question.type == "date" and not place_in_table:
                hint = msg("Group the dates in the codebook: a scale with bands_of.")
                raise ReportError([Problem(place, msg("{id} is a date", id=id_), hint=hint)])
            if place_in_table and question.type not in ("single", "scale"):
                found = msg("{id} cannot group: it is of type {type}", id=id_, type=question.type)
                choices = ", ".join(q.id for q in codebook.questions if q.type in ("single", "scale"))
                raise ReportError([Problem(place, found, msg("{choices}", choices=choices))])


def _parts(table: Tabulation, answer: str) -> tuple[str, ...]:
    """The answers that a released answer stands for: itself, or those that the codebook merges into it."""
    merge = next((merge for merge in table.question.merge if merge.code == answer), None)
    return tuple(merge.of) if merge else (answer,)


def open_report(root: Path, language: str) -> Report:
    """Read everything under `data/` of a project.

    Raises:
        ReportError: all problems of all surveys and proposals at once.
    """
    problems: list[Problem] = []
    surveys: Mapping[str, AnySurvey] = {}
    proposals: tuple[Proposal, ...] = ()
    try:
        surveys = open_surveys(root)
    except ReportError as error:
        problems.extend(error.problems)
    try:
        proposals = read_proposals(root)
    except ReportError as error:
        problems.extend(error.problems)
    if problems:
        raise ReportError(problems)
    return Report(surveys, proposals, Language(language))
