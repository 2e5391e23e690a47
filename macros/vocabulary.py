"""The macros: what a communicator may write on a page. A few lines each; the stages do the work.

Belongs here: the macros' names, arguments and defaults. Does not: the generator (`binding.py`), numbers (`report`) or
their looks (`render`). A macro's place, page and line, comes with every error.
"""

from dataclasses import dataclass

from markupsafe import Markup

from macros.desk import Desk
from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.lookup import comparable, group_of, period_of, unknown
from macros.number import Number, Verdict
from macros.pages import Page
from macros.release.nets import balance, difference, net
from macros.release.released import Released, Row
from macros.render import figure as figure_html
from macros.render import lists, sentences
from macros.render.links import Here
from macros.render.sentences import FORMS, Form
from macros.report.address import Address
from macros.report.figures import Wish, make_figure
from macros.report.methodology import facts
from macros.report.proposals import Evidence
from macros.report.source import source_of
from macros.report.statistics import Kind, Statistic
from macros.report.tables import make_table
from macros.survey.codebook import in_language

NAMES = (
    "chart", "table", "share", "count", "mean", "balance", "change", "n", "claim", "cite", "question", "methodology",
    "proposals", "proposal", "source", "headlines", "downloads", "pdf", "contact_details",
)  # fmt: skip


@dataclass(frozen=True)
class Vocabulary:
    """The macros of one call on one page.

    Attributes:
        shown: the figures that the page has shown so far, where somebody keeps count of them.
    """

    desk: Desk
    page: Page
    place: Place
    shown: set[Address] | None = None

    def chart(
        self, question: str, *, by: str | None = None, survey: str | None = None,
        title: str | None = None, kind: str | None = None,
    ) -> Markup:  # fmt: skip
        """A figure with everything that belongs to it."""
        address, released = self._table(question, by, survey)
        self._stands_here(address, self.desk.figures)
        proposals = tuple(p for p in self.desk.report.proposals if any(e.address == address for e in p.evidence))
        wish = Wish(title, kind)
        figure = make_figure(address, released, self.desk.language.code, wish, proposals, self.place)
        return figure_html.figure(figure, self._here)

    def table(
        self, question: str, *, by: str | None = None, survey: str | None = None, title: str | None = None
    ) -> Markup:
        """A table on its own."""
        address, released = self._table(question, by, survey)
        self._stands_here(address, self.desk.tables)
        return figure_html.standing_table(make_table(address, released, self.desk.language.code), title, self._here)

    def share(
        self, question: str, answer: str, *, by: str | None = None, group: str | None = None,
        survey: str | None = None, form: str = "number",
    ) -> Number:  # fmt: skip
        """The share that gave an answer, of all or of one group."""
        address, released = self._table(question, by, survey)
        row = net(released, group_of(released, by, group, self.place), answer, self.desk.language.code)
        if row is None:
            choices = [*(a.code for a in released.answers), *(merge.code for merge in released.question.merge)]
            raise unknown(msg("answer"), answer, choices, self.place)
        return self._number("share", address, released, row, form)

    def count(
        self, question: str, answer: str, *, by: str | None = None, group: str | None = None,
        survey: str | None = None, form: str = "count",
    ) -> Number:  # fmt: skip
        """How many gave an answer."""
        shown = self.share(question, answer, by=by, group=group, survey=survey).statistic
        return self._number("count", shown.address, shown.table, shown.row, form)

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

    def balance(
        self, question: str, *, by: str | None = None, group: str | None = None, survey: str | None = None
    ) -> Number:
        """The net balance of a scale: the share that went up less the share that went down."""
        address, released = self._table(question, by, survey)
        label = in_language(released.question.label or released.question.text, self.desk.language.code)
        row = balance(released, group_of(released, by, group, self.place), label)
        if row is None:
            found = msg("{question} has no balance: its answers name no sides", question=question)
            raise ReportError([Problem(self.place, found, hint=msg("Give the answers side: in survey.yml."))])
        return self._number("balance", address, released, row, "points")

    def change(
        self, question: str, answer: str, *, since: str, to: str | None = None, survey: str | None = None
    ) -> Number:
        """The change of a share: between two periods of a published series, or since another survey."""
        address, released = self._table(question, None, survey)
        if released.codebook.kind == "published":
            last = period_of(released, to or [row.group[-1] for row in released.rows][-1], answer, self.place)
            row = difference(period_of(released, since, answer, self.place), last, last.label)
        else:
            before, after = (
                self.share(question, answer, survey=since).statistic,
                self.share(question, answer, survey=survey).statistic,
            )
            comparable(before, after, self.place)
            row = difference(before.row, after.row, after.row.label)
        return self._number("change", address, released, row, "points")

    def n(
        self, question: str | None = None, *, by: str | None = None, group: str | None = None,
        survey: str | None = None, form: str = "units",
    ) -> Number:  # fmt: skip
        """How many answered a question; without one, how many the survey reached."""
        if question is None:
            codebook = self.desk.report.codebook(survey or self.page.survey, self.place)
            question = next(q.id for q in codebook.questions if q.type != "text" and q.asked_if is None)
            address, released = self._table(question, None, survey)
            row = Row((), None, "", "count", "ok", released.asked, released.asked, released.asked)
        else:
            address, released = self._table(question, by, survey)
            row = released.row(group_of(released, by, group, self.place), None)
        return self._number("base", address, released, row, form)

    def claim(self, words: str, verdict: object) -> Markup:
        """The words, if the numbers bear them out."""
        if not isinstance(verdict, Verdict):
            hint = msg("As in {example}", example='claim("en majoritet", share("orderingang", "minskat") > 50)')
            found = msg("a claim needs a comparison of a number")
            raise ReportError([Problem(self.place, found, hint=hint)])
        if not verdict:
            now = sentences.written(verdict.statistic, "number", self.desk.language)
            limit = f"{verdict.sign} {verdict.limit:g}"
            found = msg(
                "the claim “{words}” ({limit}) does not hold: the data now say {now}", words=words, limit=limit, now=now
            )
            raise ReportError([Problem(self.place, found, hint=msg("Change the words, or what they rest on."))])
        return sentences.text(words)

    def cite(
        self, survey: str, question: str, answer: str, *, period: str | None = None, form: str = "number"
    ) -> Number:
        """A figure that somebody else published, linked to its source."""
        address, released = self._table(question, None, survey)
        if released.codebook.kind != "published":
            found = msg("{survey} is a survey of our own; cite is for published figures", survey=survey)
            raise ReportError([Problem(self.place, found, hint=msg("Use {macro} instead.", macro="share(…)"))])
        last = period or [row.group[-1] for row in released.rows][-1]
        return self._number("published", address, released, period_of(released, last, answer, self.place), form)

    def question(self, question: str, *, survey: str | None = None) -> Markup:
        """The question as it was asked."""
        _, released = self._table(question, None, survey)
        return sentences.text(in_language(released.question.text, self.desk.language.code))

    def methodology(self, *, survey: str | None = None) -> Markup:
        """The method of a survey, from its codebook and its counts."""
        codebook = self.desk.report.codebook(survey or self.page.survey, self.place)
        question = next(q.id for q in codebook.questions if q.type != "text" and q.asked_if is None)
        _, first = self._table(question, None, survey)
        return lists.facts(facts(codebook, first, self.desk.language), self.desk.language)

    def proposals(self) -> Markup:
        """All proposals with their evidence."""
        return Markup("").join(self.proposal(proposal.id) for proposal in self.desk.report.proposals)

    def proposal(self, id: str) -> Markup:
        """One proposal with its evidence."""
        known = {proposal.id: proposal for proposal in self.desk.report.proposals}
        if id not in known:
            raise unknown(msg("proposal"), id, list(known), self.place)
        self.desk.proposals.setdefault(id, self.page.url)
        evidence = []
        for item in known[id].evidence:
            released, number = self._evidence(item)
            evidence.append((item, released, None if number is None else Markup(number)))  # noqa: S704
        return lists.proposal(known[id], evidence, self._here)

    def source(self, *, survey: str | None = None) -> Markup:
        """The source line of a survey."""
        codebook = self.desk.report.codebook(survey or self.page.survey, self.place)
        return sentences.source(source_of(codebook, self.desk.language.code), self.desk.language)

    def headlines(self, *pairs: tuple[Number, str]) -> Markup:
        """A row of headline numbers, each with its sentence."""
        return lists.headlines([(Markup(number.show(True)), words) for number, words in pairs])  # noqa: FBT003, S704

    def downloads(self) -> Markup:
        """Every table of the site, to download."""
        return lists.downloads(self.desk.report.tables().items(), self._here)

    def pdf(self) -> Markup:
        """A button that downloads the whole report as PDF."""
        return lists.pdf_button(self._here)

    def contact_details(self) -> Markup:
        """The contact of the settings, or that there is none."""
        return sentences.contact(self.desk.settings.contact, self.desk.language)

    @property
    def _here(self) -> Here:
        return self.desk.here(self.page)

    def _table(self, question: str, by: str | None, survey: str | None) -> tuple[Address, Released]:
        address = Address(survey or self.page.survey, question, (by,) if by else ())
        released = self.desk.report.table(address, self.place)
        self.desk.ask(address, self.page)
        return address, released

    def _number(self, kind: Kind, address: Address, released: Released, row: Row, form: str) -> Number:
        if form not in FORMS:
            raise unknown(msg("form"), form, list(FORMS), self.place)
        if row.status != "ok":
            found = msg(
                "{question} {answer}: this number is not published, too few answers",
                question=address.question,
                answer=row.label,
            )
            hint = msg("Say something of a larger group, or leave it out.")
            raise ReportError([Problem(self.place, found, hint=hint)])
        statistic = Statistic(kind, address, released, row)
        chosen: Form = form  # type: ignore[assignment]  # checked above
        return Number(statistic, self.place, lambda big: sentences.number(statistic, chosen, self._here, big=big))

    def _evidence(self, item: Evidence) -> tuple[Released, Number | None]:
        _, released = self._table(item.question, item.by, item.survey)
        if item.answer is None:
            return released, None
        if released.codebook.kind == "published":
            return released, self.cite(item.survey, item.question, item.answer)
        return released, self.share(item.question, item.answer, by=item.by, group=item.group, survey=item.survey)

    def _stands_here(self, address: Address, homes: dict[Address, str]) -> None:
        homes.setdefault(address, self.page.url)
        if self.shown is None:
            return
        if address in self.shown:
            found = msg("the page shows {key} twice", key=address.key)
            raise ReportError([Problem(self.place, found, hint=msg("Show it once, and refer to it with share(…)."))])
        self.shown.add(address)
