"""A figure: the message, the question, the table behind it, its notes and its source.

Belongs here: what it says, and which kinds of chart can say it. Does not: how it looks (`render`).
"""

from dataclasses import dataclass

from macros.errors import Place
from macros.language.catalogue import Language
from macros.language.listing import listed
from macros.language.message import Message, msg, nmsg
from macros.release.released import Released
from macros.report.address import Address
from macros.report.caution import refuse_uncertain
from macros.report.kinds import Kind, Order, choose_kind, choose_order
from macros.report.notes import notes_of, table_notes_of
from macros.report.periods import in_words
from macros.report.proposals import Proposal
from macros.report.source import Source, source_of_table
from macros.report.tables import Table, in_unit, make_table, name_inside, quartiles
from macros.survey.part import in_language


@dataclass(frozen=True)
class Figure:
    """All that a figure says.

    Attributes:
        title: the finding; from the page, or made from the data.
        subtitle: the question as asked, unit and base.
        proposals: the proposals whose evidence it is.
        notes, table_notes: what must be read with the drawing, and what with the table.
        order: of a list's answers: by size, or as the codebook gives them.
    """

    address: Address
    kind: Kind
    title: Message | str
    subtitle: tuple[Message | str, ...]
    table: Table
    notes: tuple[Message, ...]
    source: Source
    proposals: tuple[Proposal, ...]
    order: Order = "size"
    table_notes: tuple[Message, ...] = ()

    @property
    def released(self) -> Released:
        """The released table that the figure draws."""
        return self.table.released


@dataclass(frozen=True)
class Wish:
    """What a page may say of a figure: the finding in its words, the kind of chart, the order; None is for the data.

    Attributes:
        balance: whether a page states the net balance, so that the table needs a line for it.
    """

    title: str | None = None
    kind: str | None = None
    order: str | None = None
    balance: bool = False


def make_figure(
    address: Address, released: Released, language: str, wish: Wish, proposals: tuple[Proposal, ...], place: Place
) -> Figure:
    """Compose a figure of a released table.

    Raises:
        ReportError: no such kind or order, or one that cannot show this table; a title that names an uncertain number
            as if it were not.
    """
    chosen = choose_kind(released, wish.kind, place)
    if wish.title:
        refuse_uncertain(wish.title, released, language, place)
    return Figure(
        address=address,
        kind=chosen,
        title=wish.title or _finding(released, chosen, language),
        subtitle=_subtitle(released, chosen, language),
        table=make_table(address, released, language, balance=wish.balance),
        notes=(*notes_of(released, language), *_sign(released, chosen)),
        source=source_of_table(released, language),
        proposals=proposals,
        order=choose_order(wish.order, place),
        table_notes=table_notes_of(released),
    )


def _sign(released: Released, kind: Kind) -> tuple[Message, ...]:
    """What the sign means that stands for the word where a chart has no room for it."""
    marked = kind in ("stack", "diverging", "multiples", "histogram") and any(
        row.statistic == "share" and row.uncertain for row in released.rows
    )
    return (msg("* in the chart: uncertain."),) if marked else ()


def _subtitle(released: Released, kind: Kind, language: str) -> tuple[Message | str, ...]:
    question = in_language(released.question.text, language)
    population = in_language(released.codebook.population.label, language)
    if released.codebook.kind == "published":
        return (_sentence(question), msg("{population}, percent.", population=population[:1].upper() + population[1:]))
    base = released.row((None,) * len(released.variables), None).n
    if released.question.type == "number":
        unit = in_unit(released, language)
        if kind == "box" and base is not None:
            told = msg("The middle half of the {base} who answered, and the median{unit}.", base=base, unit=unit)
            return (_sentence(question), told)
        if base is None:
            return (_sentence(question), msg("Mean{unit}.", unit=unit))
        return (_sentence(question), msg("Mean of the {base} who answered{unit}.", base=base, unit=unit))
    if kind == "waffle":
        one = in_language(released.codebook.population.one, language)
        return (_sentence(question), msg("Each square is one of {base} {one}, row by row.", base=base, one=one))
    if base is None:
        return (_sentence(question), msg("Percent of those who answered."))
    return (_sentence(question), msg("Percent of the {base} who answered.", base=base))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _finding(released: Released, kind: Kind, language: str) -> Message:
    label = name_inside(released, language)
    if released.codebook.kind == "published":
        first, last = released.rows[0], released.rows[-1]
        if len(released.answers) > 1:
            ends = [in_words(str(row.group[-1]), Language(language)) for row in (first, last)]
            return msg("{label}, {first} to {last}", label=label, first=ends[0], last=ends[1])
        return msg("{label}: from {first} to {last} percent", label=label, first=first, last=last)
    if released.question.type == "number":
        return _of_number(released, kind, label, language)
    return _of_shares(released, label, language)


def _of_shares(released: Released, label: str, language: str) -> Message:
    total = (None,) * len(released.variables)
    rows = [row for row in released.rows if row.group == total and row.statistic == "share"]
    shown = [row for row in rows if row.percent is not None]
    if not shown:
        return msg("{label}: too few answers to be shown", label=label)
    most = max(row.percent or 0 for row in shown)
    top = [row for row in shown if row.percent == most]
    if len(shown) < len(rows):
        top = top[:1]
    names = listed([row.label.lower() for row in top], Language(language))
    said = {"label": label, "answer": names, "percent": top[0]}
    if top[0].uncertain:
        if len(shown) < len(rows):
            return msg("{label}: {percent} percent answered {answer} (uncertain)", **said)
        return msg("{label}: most common is {answer} ({percent} percent, uncertain)", **said)
    if len(shown) < len(rows):  # whether another is more common is not to be told
        return msg("{label}: {percent} percent answered {answer}", **said)
    if len(top) == len(shown) > 1:
        return msg("{label}: {answer} are as common ({percent} percent each)", **said)
    return nmsg(
        "{label}: most common is {answer} ({percent} percent)",
        "{label}: most common are {answer} ({percent} percent each)",
        len(top), **said,
    )  # fmt: skip


def _of_number(released: Released, kind: Kind, label: str, language: str) -> Message:
    total = (None,) * len(released.variables)
    unit, mean = in_unit(released, language, "\N{NO-BREAK SPACE}"), released.row(total, None)
    if mean.value is None:
        return msg("{label}: too few answers to be shown", label=label)
    if kind == "box":
        first, _, last = quartiles(released, total)
        if first.value is not None and not (first.uncertain or last.uncertain):
            said = {"label": label, "first": first, "last": last, "unit": unit}
            return msg("{label}: half have from {first} to {last}{unit}", **said)
    if mean.uncertain:
        return msg("{label}: {mean}{unit} on average (uncertain)", label=label, mean=mean, unit=unit)
    return msg("{label}: {mean}{unit} on average", label=label, mean=mean, unit=unit)
