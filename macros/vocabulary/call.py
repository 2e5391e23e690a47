"""One macro call: the page and place it stands at, and the ways to the tables and numbers that it names."""

from dataclasses import dataclass

from macros.desk import Desk
from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.lookup import unknown
from macros.number import Number
from macros.pages import Page
from macros.release.changes import Verdict
from macros.release.released import Released, Row
from macros.render import sentences
from macros.render.links import Here
from macros.render.sentences import FORMS, Form
from macros.report.address import Address
from macros.report.statistics import Kind, Statistic
from macros.survey.codebook import Codebook


@dataclass(frozen=True)
class Call:
    """What every macro has at hand.

    Attributes:
        shown: the figures that the page has shown so far, where somebody keeps count of them.
    """

    desk: Desk
    page: Page
    place: Place
    shown: set[Address] | None = None

    @property
    def _here(self) -> Here:
        return self.desk.here(self.page)

    def _table(self, question: str, by: str | None, survey: str | None) -> tuple[Address, Released]:
        address = Address(survey or self.page.survey, question, (by,) if by else ())
        released = self.desk.report.table(address, self.place)
        self.desk.asked.setdefault(address, set()).add(self.page.url)
        self.desk.used.setdefault(address.survey, set()).add(self.page.url)
        return address, released

    def _codebook(self, survey: str | None) -> Codebook:
        codebook = self.desk.report.codebook(survey or self.page.survey, self.place)
        self.desk.used.setdefault(codebook.id, set()).add(self.page.url)
        return codebook

    def _number(  # noqa: PLR0913 -- what a number is
        self, kind: Kind, address: Address, released: Released, row: Row, form: str, *,
        against: str = "", verdict: Verdict | None = None,
    ) -> Number:  # fmt: skip
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
        statistic = Statistic(kind, address, released, row, against, verdict)
        chosen: Form = form  # type: ignore[assignment]  # checked above
        return Number(statistic, self.place, lambda big: sentences.number(statistic, chosen, self._here, big=big))
