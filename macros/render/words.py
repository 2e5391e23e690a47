"""What a figure says to somebody who does not see it: one pattern for each kind of chart, from released numbers only.

Order: kind and question, largest, smallest, the rest in order, base, what is withheld. No colour, no "picture".
"""

from collections.abc import Sequence
from dataclasses import replace

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.language.numbers import percent_number
from macros.release.released import Released, Row
from macros.render.charts.bars import ordered
from macros.render.numbers import decimals_of
from macros.report.caution import UNCERTAIN, UNCOMPUTED, caution
from macros.report.figures import Figure
from macros.report.notes import published_base
from macros.report.periods import in_words
from macros.report.tables import group_labels, question_label

ONE_WAY: dict[str, Message] = {
    "bars": msg("Bar chart"),
    "stack": msg("Stacked bar"),
    "waffle": msg("A square for each answer"),
    "histogram": msg("Histogram"),
}
BY_GROUP: dict[str, Message] = {"stack": msg("Stacked bars"), "grouped": msg("Bars side by side")}


def speak(message: Message | str, language: Language, decimals: int = 0) -> str:
    """Say a message that may hold released rows: a row is said as its number, without unit."""
    if isinstance(message, str):
        return message
    values = tuple((name, _spoken(value, language, decimals)) for name, value in message.values)
    return language.say(Message(message.template, values, message.plural, message.count))


def _spoken(value: object, language: Language, decimals: int) -> object:
    if isinstance(value, Row):
        return percent_number(value.percent or 0, language, decimals)
    return speak(value, language, decimals) if isinstance(value, Message) else value


def alternative(figure: Figure, language: Language) -> str:
    """The text alternative of a figure, two to four sentences.

    Sources: W3C WAI, Complex Images (long descriptions say what a sighted reader sees first).
    """
    if figure.kind == "series":
        sentences = _series(figure, language)
    elif figure.released.by:
        sentences = _groups(figure, language)
    else:
        sentences = _one_way(figure, language)
    return " ".join(speak(sentence, language, decimals_of(figure.released)) for sentence in sentences)


def _one_way(figure: Figure, language: Language) -> list[Message]:
    released = figure.released
    kind = ONE_WAY[figure.kind]
    label = question_label(released, language.code)
    rows = ordered(figure)
    shown = [row for row in rows if row.percent is not None]
    if not shown:
        return [msg("{kind}: {label}. Too few answers: no share is shown.", kind=kind, label=label)]
    hidden = _hidden([row.label for row in rows if row.status == "suppressed"])
    top, bottom = _largest(shown), _smallest(shown)
    if top is bottom:
        only = msg("{kind}: {label}. {p} percent answered {top}.", kind=kind, label=label, p=top, top=_quiet(top))
        return [only, *_chance(top), *_cautions(shown), *hidden, *_base(released)]
    sentences = [
        msg(
            "{kind}: {label}. Most common is {top} ({p} percent), least common {bottom} ({q}).",
            kind=kind, label=label, top=_quiet(top), p=top, bottom=_quiet(bottom), q=bottom,
        )
    ]  # fmt: skip
    listed = ", ".join(f"{_quiet(row)} {percent_number(row.percent or 0, language)}" for row in shown)
    in_order = msg("In the order of the scale: {list}.", list=listed)
    by_size = msg("In falling order: {list}.", list=listed)
    sentences.append(in_order if released.question.type == "scale" else by_size)
    return [*sentences, *_chance(top), *_cautions(shown), *hidden, *_base(released)]


def _groups(figure: Figure, language: Language) -> list[Message]:
    released = figure.released
    labels = group_labels(released, language.code)
    total, *groups = labels
    all_rows = [released.row(total, answer.code) for answer in released.answers]
    shown = [row for row in all_rows if row.percent is not None]
    label = question_label(released, language.code)
    if not shown:
        return [msg("{kind}: {label}. Too few answers: no share is shown.", kind=BY_GROUP[figure.kind], label=label)]
    top = _largest(shown)
    sentences = [
        msg(
            "{kind}: {label}, by group. Among all, most common is {top} ({p} percent).",
            kind=BY_GROUP[figure.kind], label=label, top=_quiet(top), p=top,
        )
    ]  # fmt: skip
    of_top = [released.row(group, top.answer) for group in groups]
    comparable = [row for row in of_top if row.percent is not None]
    if len(comparable) > 1:
        most, least = _largest(comparable), _smallest(comparable)
        sentences.append(
            msg(
                "The share with {answer} is largest in {most} ({p} percent) and smallest in {least} ({q}).",
                answer=_quiet(top), most=labels[most.group], p=most, least=labels[least.group], q=least,
            )
        )  # fmt: skip
    hidden = [group for group in groups if any(released.row(group, a.code).percent is None for a in released.answers)]
    names = [language.say(labels[group]) for group in hidden]
    return [*sentences, *_chance(top), *_group_cautions(released, language), *_hidden(names), *_base(released)]


def _series(figure: Figure, language: Language) -> list[Message]:
    released = figure.released
    sentences: list[Message] = []
    for answer in released.answers:
        rows = [row for row in released.rows if row.answer == answer.code and row.percent is not None]
        if not rows:
            continue
        first, last, top, bottom = rows[0], rows[-1], _largest(rows), _smallest(rows)
        sentences += [
            msg(
                "Line chart: {label}, {answer}. From {p} percent ({first}) to {q} percent ({last}).",
                label=question_label(released, language.code), answer=answer.label.lower(),
                p=first, first=period_words(first, language), q=last, last=period_words(last, language),
            ),
            msg("Highest {p}, lowest {q}, {count} times of measurement.", p=top, q=bottom, count=len(rows)),
        ]  # fmt: skip
    return [*sentences, *_base(released)]


def period_words(row: Row, language: Language) -> str:
    """The period of a published row, in words."""
    return in_words(row.group[-1] or "", language)


def _chance(top: Row) -> list[Message]:
    """How far chance may have moved the number that was named first."""
    if top.low is None or top.high is None:
        return []
    ends = {"low": replace(top, percent=top.low), "high": replace(top, percent=top.high)}
    return [msg("The interval of {answer} is {low} to {high} percent.", answer=_quiet(top), **ends)]


def _cautions(rows: Sequence[Row]) -> list[Message]:
    """Which numbers are to be read with care, each kind of care in a sentence of its own."""
    found = {text: [_quiet(row) for row in rows if caution(row.flags) == text] for text in (UNCERTAIN, UNCOMPUTED)}
    return [_named(text, names) for text, names in found.items() if names]


def _group_cautions(released: Released, language: Language) -> list[Message]:
    told = []
    for text in (UNCERTAIN, UNCOMPUTED):
        names = [
            language.say(label)
            for group, label in group_labels(released, language.code).items()
            if any(caution(released.row(group, answer.code).flags) == text for answer in released.answers)
        ]
        told += [_named(text, names)] if names else []
    few = [
        language.say(label)
        for group, label in group_labels(released, language.code).items()
        if "few" in released.row(group, None).flags
    ]
    return [*told, msg("Few answers: {names}.", names=", ".join(few))] if few else told


def _named(text: Message, names: Sequence[str]) -> Message:
    listed = ", ".join(names)
    if text == UNCERTAIN:
        return msg("Uncertain: {names}.", names=listed)
    return msg("Uncertainty cannot be computed: {names}.", names=listed)


def _hidden(names: Sequence[str]) -> list[Message]:
    return [msg("Not shown in full, too few answers: {names}.", names=", ".join(names))] if names else []


def _base(released: Released) -> list[Message]:
    if released.codebook.kind == "published":
        return [published_base(released)]
    total = released.row((None,) * len(released.variables), None)
    if total.n is None:
        return []
    several = [msg("Several answers could be given.")] if released.question.type == "multiple" else []
    return [msg("Base: {n} answers.", n=total.n), *several]


def _quiet(row: Row) -> str:
    return row.label[:1].lower() + row.label[1:]


def _largest(rows: Sequence[Row]) -> Row:
    return max(rows, key=lambda row: row.percent or 0)


def _smallest(rows: Sequence[Row]) -> Row:
    return min(rows, key=lambda row: row.percent or 0)
