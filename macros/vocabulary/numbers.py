"""The macros that give a number or words that rest on one."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.errors import Problem, ReportError
from macros.language.message import msg
from macros.lookup import comparable, countable, counted, group_of, own, period_of, unknown
from macros.number import Number, Verdict
from macros.release.changes import Change
from macros.release.nets import balance, difference, net, share_of_answers
from macros.release.released import Released, Row
from macros.render import sentences
from macros.report.statistics import Statistic
from macros.report.tables import quartiles
from macros.survey.bridge import answer_before
from macros.survey.question import Comparison
from macros.survey.tabulation import Group
from macros.vocabulary.call import Call

ALL_ANSWERS = "answers"
N_OF_A_GROUP = 'n("orderingang", by="storlek", group="1-9")'


@dataclass(frozen=True)
class Numbers(Call):
    """Numbers inside running text, and claims about them."""

    def share(  # noqa: PLR0913 -- which share, and how it is written
        self, question: str, answer: str, *, by: str | None = None, group: str | None = None,
        survey: str | None = None, form: str = "number", of: str | None = None,
    ) -> Number:  # fmt: skip
        """The share that gave an answer, of all or of one group; with `of="answers"` the share of all answers given."""
        address, released = self._table(question, by, survey)
        at = group_of(own(released, self.place), by, group, self.place)
        if of is not None:
            return self._number("share_of_answers", address, released, self._of_answers(released, at, answer, of), form)
        row = net(released, at, answer)
        if row is None:
            choices = [*(a.code for a in released.answers), *(merge.code for merge in released.question.merge)]
            raise unknown(msg("answer"), answer, choices, self.place)
        return self._number("share", address, released, row, form)

    def _of_answers(self, released: Released, group: Group, answer: str, of: str) -> Row:
        """The released row of an option's share of all answers.

        Raises:
            ReportError: another base, a question with one answer each, or no such option.
        """
        if of != ALL_ANSWERS:
            raise unknown(msg("base"), of, [ALL_ANSWERS], self.place)
        if released.question.type != "multiple":
            found = msg("{question} is no multiple choice: everybody gave one answer", question=released.question.id)
            raise ReportError([Problem(self.place, found, hint=msg("Leave out of=."))])
        row = share_of_answers(released, group, answer)
        if row is None:
            raise unknown(msg("answer"), answer, [known.code for known in released.answers], self.place)
        return row

    def count(
        self, question: str, answer: str, *, by: str | None = None, group: str | None = None,
        survey: str | None = None, form: str = "count",
    ) -> Number:  # fmt: skip
        """How many gave an answer."""
        shown = self.share(question, answer, by=by, group=group, survey=survey).statistic
        return self._number("count", shown.address, shown.table, counted(shown.row), form)

    def mean(
        self, question: str, *, by: str | None = None, group: str | None = None, survey: str | None = None
    ) -> Number:
        """The mean of a number question, with its unit."""
        address, released = self._table(question, by, survey)
        at = group_of(released, by, group, self.place)
        row = next((row for row in released.rows if row.group == at and row.statistic == "mean"), None)
        if row is None:
            raise ReportError([Problem(self.place, msg("{question} is not a number question", question=question))])
        return self._number("mean", address, released, row, "number")

    def median(
        self, question: str, *, by: str | None = None, group: str | None = None, survey: str | None = None
    ) -> Number:
        """The median of a number question, with its unit, rounded as it is released."""
        address, released = self._table(question, by, survey)
        at = group_of(released, by, group, self.place)
        row = next((row for row in quartiles(released, at) if row.answer == "median"), None)
        if row is None:
            raise ReportError([Problem(self.place, msg("{question} has no median", question=question))])
        return self._number("median", address, released, row, "number")

    def balance(
        self, question: str, *, by: str | None = None, group: str | None = None, survey: str | None = None
    ) -> Number:
        """The net balance of a scale: the share that went up less the share that went down."""
        address, released = self._table(question, by, survey)
        at = group_of(own(released, self.place), by, group, self.place)
        row = balance(released, at)
        if row is None:
            found = msg("{question} has no balance: its answers name no sides", question=question)
            raise ReportError([Problem(self.place, found, hint=msg("Give the answers side: in survey.yml."))])
        self.desk.balances.add(address)
        return self._number("balance", address, released, row, "points")

    def change(  # noqa: PLR0913 -- published series and waves alike
        self, question: str, answer: str, *, since: str, to: str | None = None, group: str | None = None,
        survey: str | None = None, form: str = "points",
    ) -> Number:  # fmt: skip
        """The change of a share: between two periods of a published series, or since another survey."""
        address, released = self._table(question, None, survey)
        if released.codebook.kind == "published":
            last = period_of(released, to, answer, self.place, group)
            row = difference(period_of(released, since, answer, self.place, group), last, last.label)
            return self._number("change", address, released, row, form, against=since)
        if group is not None:
            found = msg("a change between surveys is of all who answered, not of a group")
            raise ReportError([Problem(self.place, found, hint=msg("Leave out group=."))])
        _, _, change, _ = self._change(question, answer, since, survey)
        made = self._told(change, form)
        return self._number("change", address, released, made.row, form, against=since, verdict=made.verdict)

    def difference(  # noqa: PLR0913 -- two groups
        self, question: str, answer: str, *, by: str, group: str, than: str, survey: str | None = None,
        form: str = "points",
    ) -> Number:  # fmt: skip
        """How much larger a share is in one group than in another."""
        first = self.share(question, answer, by=by, group=than, survey=survey).statistic
        second = self.share(question, answer, by=by, group=group, survey=survey).statistic
        made = self._told(self.desk.report.difference(first, second, self.place), form)
        return self._number(
            "difference", second.address, second.table, made.row, form, against=than, verdict=made.verdict
        )

    def _told(self, change: Change, form: str) -> Change:
        """A change that can be told in the form that was asked for.

        Raises:
            ReportError: no test can tell it, and words would claim that one did.
        """
        if change.verdict == "unknown" and (form in ("words", "Words") or change.row.status != "ok"):
            found = msg("no test can tell whether this is more than chance")
            raise ReportError([Problem(self.place, found, hint=msg("State both numbers without a verb of change."))])
        return change

    def _change(
        self, question: str, answer: str, since: str, survey: str | None
    ) -> tuple[Statistic, Statistic, Change, Comparison]:
        """A share before and now, the change, and what the codebook says of comparing them."""
        before = self.share(question, self._counterpart(question, answer, since, survey), survey=since).statistic
        after = self.share(question, answer, survey=survey).statistic
        said = comparable(before, after, self.place, self.desk.language.code)
        return before, after, self.desk.report.change(before, after, self.place), said

    def _counterpart(self, question: str, answer: str, since: str, survey: str | None) -> str:
        """The answer of the earlier wave that stands for one of the later wave, where a bridge says so."""
        later = self._codebook(survey)
        after, before = later.question(question), self.desk.report.codebook(since, self.place).question(question)
        if after is None or before is None:
            return answer
        found = answer_before(after, before, (later.id, since), answer)
        if found is not None:
            return found
        said = {"question": question, "survey": since, "answer": answer}
        hint = msg("Several answers that stand for it need a merge: there.")
        text = msg("no one answer to {question} in {survey} stands for {answer}", **said)
        raise ReportError([Problem(self.place, text, hint=hint)])

    def n(
        self, question: str | None = None, *, by: str | None = None, group: str | None = None,
        survey: str | None = None, form: str = "units",
    ) -> Number:  # fmt: skip
        """How many answered a question; without one, how many the survey reached."""
        if question is None and (by is not None or group is not None):
            found = msg("n of a group needs a question")
            raise ReportError([Problem(self.place, found, hint=msg("As in {example}", example=N_OF_A_GROUP))])
        if question is None:
            codebook = self._codebook(survey)
            question = countable(codebook, self.place)
            address, released = self._table(question, None, survey)
            asked = own(released, self.place).asked
            row = Row((), None, "", "count", "suppressed" if asked is None else "ok", asked, asked, asked)
        else:
            address, released = self._table(question, by, survey)
            row = counted(released.row(group_of(own(released, self.place), by, group, self.place), None))
        return self._number("base", address, released, row, form)

    def claim(self, words: str, verdict: object) -> Markup:
        """The words, if the numbers bear them out."""
        if not isinstance(verdict, Verdict):
            hint = msg("As in {example}", example='claim("en majoritet", share("orderingang", "minskat") > 50)')
            found = msg("a claim needs a comparison of a number")
            raise ReportError([Problem(self.place, found, hint=hint)])
        if verdict.unknown is not None:
            raise verdict.unknown
        if not verdict:
            now = sentences.written(verdict.statistic, "number", self.desk.language)
            limit = f"{verdict.sign} {verdict.limit:g}"
            found = msg(
                "the claim “{words}” ({limit}) does not hold: the data now say {now}", words=words, limit=limit, now=now
            )
            raise ReportError([Problem(self.place, found, hint=msg("Change the words, or what they rest on."))])
        return sentences.text(words)

    def cite(
        self, survey: str, question: str, answer: str, *, period: str | None = None, group: str | None = None,
        form: str = "number",
    ) -> Number:  # fmt: skip
        """A figure that somebody else published, linked to its source; the last one unless a period is named."""
        address, released = self._table(question, None, survey)
        if released.codebook.kind != "published":
            found = msg("{survey} is a survey of our own; cite is for published figures", survey=survey)
            raise ReportError([Problem(self.place, found, hint=msg("Use {macro} instead.", macro="share(…)"))])
        row = period_of(released, period, answer, self.place, group)
        return self._number("published", address, released, row, form)
