"""The macros that give a block of a page: figures, tables, proposals, method, lists."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from macros.errors import Place, Problem, ReportError
from macros.language import dates
from macros.language.message import msg
from macros.lookup import countable, unknown
from macros.number import Number
from macros.release.changes import Change, adjusted
from macros.release.quotes import find_quote, release_quote
from macros.release.released import Released
from macros.render import figure as figure_html
from macros.render import lists, quotes, sentences
from macros.render import waves as waves_html
from macros.report.address import Address
from macros.report.figures import Wish, make_figure
from macros.report.kinds import choose_waves_kind
from macros.report.methodology import facts
from macros.report.proposals import Evidence
from macros.report.source import publications, source_of
from macros.report.tables import make_table
from macros.report.waves import Pair, make_waves, pair_label
from macros.survey.part import in_language
from macros.vocabulary.numbers import Numbers


@dataclass(frozen=True)
class Vocabulary(Numbers):
    """All macros: the numbers, and the blocks that are made of them."""

    def chart(
        self, question: str, *, by: str | None = None, survey: str | None = None,
        title: str | None = None, kind: str | None = None, order: str | None = None,
    ) -> Markup:  # fmt: skip
        """A figure with everything that belongs to it."""
        address, released = self._table(question, by, survey)
        self._stands_here(address, self.desk.figures)
        proposals = tuple(p for p in self.desk.report.proposals if any(e.address == address for e in p.evidence))
        wish = Wish(title, kind, order, address in self.desk.balances)
        figure = make_figure(address, released, self.desk.language.code, wish, proposals, self.place)
        return figure_html.figure(figure, self._here)

    def waves(
        self, *pairs: tuple[str, str], since: str, survey: str | None = None,
        title: str | None = None, kind: str | None = None,
    ) -> Markup:  # fmt: skip
        """A comparison with an earlier wave: questions and answers, each with its share before, now, and the change."""
        code = self.desk.language.code
        compared: list[tuple[Pair, Change]] = []
        problems: list[Problem] = []
        for pair in pairs:
            try:
                compared.append(self._compared(*_pair(pair, self.place), since, survey))
            except ReportError as error:
                problems.extend(error.problems)
        if problems:
            raise ReportError(dict.fromkeys(problems))
        if not compared:
            raise ReportError([Problem(self.place, msg("waves takes pairs of a question and an answer"))])
        judged = adjusted([change for _, change in compared])
        told = [replace(pair, verdict=change.verdict) for (pair, _), change in zip(compared, judged, strict=True)]
        shown = make_waves(tuple(told), title, code, choose_waves_kind(kind, len(told), self.place))
        self._stands_here(shown.address, self.desk.figures)
        if self.desk.waves.setdefault(shown.address, shown).pairs != shown.pairs:
            found = msg("{key} compares other answers on another page", key=shown.address.key)
            hint = msg("Name the questions in another order: the figures then have names of their own.")
            raise ReportError([Problem(self.place, found, hint=hint)])
        return waves_html.waves(shown, self._here)

    def table(
        self, question: str, *, by: str | None = None, survey: str | None = None, title: str | None = None
    ) -> Markup:
        """A table on its own."""
        address, released = self._table(question, by, survey)
        self._stands_here(address, self.desk.tables)
        shown = make_table(address, released, self.desk.language.code, balance=address in self.desk.balances)
        return figure_html.standing_table(shown, title, self._here)

    def question(self, question: str, *, survey: str | None = None) -> Markup:
        """The question as it was asked."""
        _, released = self._table(question, None, survey)
        return sentences.quoted(in_language(released.question.text, self.desk.language.code))

    def methodology(self, *, survey: str | None = None) -> Markup:
        """The method of a survey, from its codebook and its counts."""
        codebook = self._codebook(survey)
        question = countable(codebook, self.place)
        _, first = self._table(question, None, survey)
        self.desk.methods.setdefault(codebook.id, self.page.url)
        corrected = self.desk.report.corrections(codebook.id)
        return lists.facts(codebook.id, facts(codebook, first, self.desk.language, corrected), self.desk.language)

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

    def quote(self, id: str, *, survey: str | None = None) -> Markup:
        """An approved answer in somebody's own words, with the group that is quoted."""
        codebook = self._codebook(survey)
        quote = find_quote(self.desk.report.surveys[codebook.id], id, self.place)
        _, released = self._table(quote.by or countable(codebook, self.place), None, codebook.id)
        said = release_quote(quote, released, self.desk.language.code, self.place)
        self.desk.quotes[codebook.id, id] = quote
        size = self.count(quote.by, str(quote.group), survey=survey) if quote.by else self.n(survey=survey)
        return quotes.quote(said, Markup(size.show(False)))  # noqa: FBT003, S704

    def source(self, *, survey: str | None = None) -> Markup:
        """The source line of a survey."""
        codebook = self._codebook(survey)
        questions = codebook.questions if codebook.kind == "published" else ()
        tables = [self._table(question.id, None, codebook.id)[1] for question in questions]
        return sentences.source(source_of(codebook, self.desk.language.code, publications(tables)), self.desk.language)

    def headlines(self, *pairs: object) -> Markup:
        """A row of headline numbers, each with its sentence."""
        shown = []
        for pair in pairs:
            match pair:
                case (Number() as number, str(words)):
                    self._sure(number)
                    shown.append((Markup(number.show(True)), words))  # noqa: FBT003, S704
                case _:
                    found = msg("headlines takes pairs of a number and its sentence")
                    hint = msg("As in {example}", example='(n(), "svarade")')
                    raise ReportError([Problem(self.place, found, hint=hint)])
        return lists.headlines(shown)

    def _sure(self, number: Number) -> None:
        """Stop at a number too uncertain to stand alone in large figures.

        Source: statistics.md 4.3.
        """
        statistic = number.statistic
        if not statistic.uncertain:
            return
        found = msg(
            "{question} {answer}: the number is uncertain and cannot be a headline",
            question=statistic.address.question,
            answer=statistic.row.label,
        )
        hint = msg("Say it in a sentence, where it is marked as uncertain, or take a number of more answers.")
        raise ReportError([Problem(number.place, found, hint=hint)])

    def downloads(self) -> Markup:
        """Every table and comparison of the site, to download; what drafts alone ask for is not for readers yet."""
        waves = [self.desk.waves[address] for address in sorted(self.desk.waves)]
        listed = self.desk.listed()
        tables = [(address, table) for address, table in self.desk.report.tables().items() if address in listed]
        here = self._here
        # What only a page asks for that is no part of the report stands last.
        tables.sort(key=lambda item: self.desk.asked[item[0]] <= here.aside)
        return lists.downloads(tables, waves, here)

    def pdf(self) -> Markup:
        """A button that downloads the whole report as PDF."""
        return lists.pdf_button(self._here)

    def contact_details(self) -> Markup:
        """The contact of the settings, or that there is none."""
        return sentences.contact(self.desk.settings.contact, self.desk.language)

    def assessed(self) -> str:
        """The day on which somebody last tried how accessible the site is."""
        day = self.desk.settings.assessed
        if day is None:
            found = msg("the settings do not say when it was tried how accessible the site is")
            hint = msg("Write the day in mkdocs.yml, under extra: assessed_on.")
            raise ReportError([Problem(self.place, found, hint=hint)])
        return dates.date(day, self.desk.language)

    def _compared(self, question: str, answer: str, since: str, survey: str | None) -> tuple[Pair, Change]:
        code = self.desk.language.code
        before, after, change, said = self._change(question, answer, since, survey)
        bridged = in_language(said.reason, code) if said.reason else ""
        return Pair(pair_label(after, code), before, after, change.row, bridged, change.verdict), change

    def _evidence(self, item: Evidence) -> tuple[Released, Number | None]:
        _, released = self._table(item.question, item.by, item.survey)
        if item.answer is None:
            return released, None
        if released.codebook.kind == "published":
            return released, self.cite(item.survey, item.question, item.answer, group=item.group)
        return released, self.share(item.question, item.answer, by=item.by, group=item.group, survey=item.survey)

    def _stands_here(self, address: Address, homes: dict[Address, list[str]]) -> None:
        pages = homes.setdefault(address, [])
        if self.page.url not in pages:
            pages.append(self.page.url)
        if self.shown is None:
            return
        if address in self.shown:
            found = msg("the page shows {key} twice", key=address.key)
            raise ReportError([Problem(self.place, found, hint=msg("Show it once, and refer to it with share(…)."))])
        self.shown.add(address)


def _pair(pair: object, place: Place) -> tuple[str, str]:
    match pair:
        case (str(question), str(answer)):
            return question, answer
    found = msg("waves takes pairs of a question and an answer")
    example = 'waves(("orderingang", "minskat"), since="…")'
    raise ReportError([Problem(place, found, hint=msg("As in {example}", example=example))])
