"""The composition root: from checked surveys to released tables, each made once.

Belongs here: which stages a table goes through. Does not: what any stage does.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.catalogue import Language
from macros.language.message import Message, msg, nmsg
from macros.release.changes import Change
from macros.release.corrected import Corrected, release_corrections
from macros.release.decision import Asked, Decision, decide
from macros.release.disclosure import release_table
from macros.release.earlier import Publication, published_before
from macros.release.joint import decide_together
from macros.release.published import release_published
from macros.release.released import Released
from macros.release.sealed import not_sealed, release_sealed, sealed_change, sealed_corrections
from macros.report.address import Address
from macros.report.comparisons import change_of, difference_of
from macros.report.proposals import Proposal
from macros.report.statistics import Statistic
from macros.survey.codebook import Codebook
from macros.survey.counts import Counts
from macros.survey.published import Published
from macros.survey.sealed_file import Sealed
from macros.survey.survey import Survey
from macros.survey.surveys import AnySurvey
from macros.survey.tabulate import tabulate


@dataclass(frozen=True)
class Report:
    """All surveys and proposals of a project, and the tables that were released so far.

    Attributes:
        earlier: what the project published before, which readers may have kept.
    """

    surveys: Mapping[str, AnySurvey]
    proposals: tuple[Proposal, ...]
    language: Language
    earlier: tuple[Publication, ...] = ()
    _tables: dict[Address, Released] = field(default_factory=dict, repr=False)
    _changes: dict[tuple[Address, Address, str], Change] = field(default_factory=dict, repr=False)
    _counted: dict[Address, Asked] = field(default_factory=dict, repr=False)
    _decisions: dict[Address, Decision] = field(default_factory=dict, repr=False)

    def codebook(self, survey: str, place: Place) -> Codebook:
        """Find a survey's codebook.

        Raises:
            ReportError: no such survey.
        """
        if survey not in self.surveys:
            raise ReportError([no_survey(survey, self.surveys, place)])
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

    def decide(self, wanted: Iterable[Address] = ()) -> bool:
        """Decide on all tables released so far, and those wanted besides, together: what each merges and hides.

        Returns:
            Whether any table is another than without this, so that whoever has one must ask again.

        Raises:
            ReportError: as `table`.
        """
        by_survey: dict[str, list[Address]] = {}
        for address in sorted({*self._tables, *wanted}):
            by_survey.setdefault(address.survey, []).append(address)
        changed = False
        for survey_id, addresses in by_survey.items():
            survey = self.surveys[survey_id]
            if isinstance(survey, Published | Sealed):
                continue
            asked = [self._asked(survey, address, Place(address.key)) for address in addresses]
            alone = [
                self._decisions.get(address) or decide(table) for address, table in zip(addresses, asked, strict=True)
            ]
            decisions = decide_together(asked, alone, published_before(self.earlier, survey_id))
            self._decisions.update(zip(addresses, decisions, strict=True))
            changed |= decisions != alone
        if changed:
            self._tables.clear()
            self._changes.clear()
        return changed

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
        return self._compared("change", before, after, place, change_of)

    def difference(self, first: Statistic, second: Statistic, place: Place) -> Change:
        """Release the difference of a share between two groups of one table.

        Raises:
            ReportError: as `table`.
        """
        return self._compared("difference", first, second, place, difference_of)

    def changes(self, survey: str) -> dict[str, Change]:
        """Every change and difference released so far that a survey has part in, by its key in order."""
        ours = {key: change for key, change in self._changes.items() if survey in (key[0].survey, key[1].survey)}
        return {key[2]: ours[key] for key in sorted(ours)}

    def _compared(
        self, kind: str, first: Statistic, second: Statistic, place: Place,
        make: Callable[[AnySurvey, AnySurvey, Statistic, Statistic, Place], Change],
    ) -> Change:  # fmt: skip
        """The same comparison is made once; where a survey is sealed, it was made where the answers are."""
        key = first.address, second.address, f"{kind} {first.key} {second.key}"
        if key not in self._changes:
            sealed = [known for at in key[:2] if isinstance(known := self.surveys[at.survey], Sealed)]
            made = next((change for known in sealed if (change := sealed_change(known, key[2]))), None)
            if sealed and made is None:
                raise not_sealed(sealed[0], msg("{table}", table=key[2]), [], place)
            surveys = self.surveys[first.address.survey], self.surveys[second.address.survey]
            self._changes[key] = made or make(*surveys, first, second, place)
        return self._changes[key]

    def tables(self) -> dict[Address, Released]:
        """Every table released so far, by address in order."""
        return {address: self._tables[address] for address in sorted(self._tables)}

    def _release(self, address: Address, place: Place) -> Released:
        survey = self.surveys[address.survey]
        if isinstance(survey, Published):
            return release_published(survey, address.question, self.language.code, place)
        if isinstance(survey, Sealed):
            return release_sealed(survey, address.question, address.by, self.language.code, place)
        asked = self._asked(survey, address, place)
        decision = self._decisions.get(address) or decide(asked)
        self._decisions[address] = decision
        return release_table(asked.tabulation, asked.one_way, self.language.code, decision)

    def _asked(self, survey: Survey | Counts, address: Address, place: Place) -> Asked:
        """The counts behind a table, counted once."""
        if address not in self._counted:
            one_way = tabulate(survey, address.question, (), place)
            by_group = tabulate(survey, address.question, address.by, place) if address.by else one_way
            self._counted[address] = Asked(by_group, one_way)
        return self._counted[address]

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


def no_survey(survey: str, known: Iterable[str], place: Place) -> Problem:
    """What to say of a survey that is not there, or of a page that names none."""
    names = sorted(known)
    found = msg("there is no survey {survey}", survey=survey) if survey else msg("the page names no survey")
    hint = nearest(survey, names) or msg("Name the page's survey in its front matter: survey: …")
    return Problem(place, found, msg("{choices}", choices=", ".join(names)), hint)
