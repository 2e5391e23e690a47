"""What a figure says to somebody who does not see it: one pattern for each kind of chart, from released numbers only.

Order: kind and question, largest, smallest, the rest in order, base, what is withheld. No colour, no "picture".
"""

from macros.language.catalogue import Language
from macros.language.message import Message, msg, nmsg
from macros.language.numbers import percent_number
from macros.render.alternative_by_group import of_boxes, of_groups, of_means
from macros.render.alternative_parts import base, cautions, chance, hidden, largest, names_of, quiet, smallest
from macros.render.charts.bars import ordered
from macros.render.numbers import decimals_of
from macros.render.words import period_words, speak
from macros.report.figures import Figure
from macros.report.tables import name_inside

ONE_WAY: dict[str, Message] = {
    "bars": msg("Bar chart"),
    "stack": msg("Stacked bar"),
    "diverging": msg("Bar to either side of a line"),
    "dots": msg("Dots with intervals"),
    "waffle": msg("A square for each answer"),
    "histogram": msg("Histogram"),
}


def alternative(figure: Figure, language: Language) -> str:
    """The text alternative of a figure, two to four sentences.

    Sources: W3C WAI, Complex Images (long descriptions say what a sighted reader sees first).
    """
    if figure.kind == "series":
        sentences = _series(figure, language)
    elif figure.kind == "box":
        sentences = of_boxes(figure, language)
    elif figure.released.question.type == "number":
        sentences = of_means(figure, language)
    elif figure.released.by:
        sentences = of_groups(figure, language)
    else:
        sentences = _one_way(figure, language)
    return " ".join(speak(sentence, language, decimals_of(figure.released)) for sentence in sentences)


def _one_way(figure: Figure, language: Language) -> list[Message]:
    released = figure.released
    kind = ONE_WAY[figure.kind]
    label = name_inside(released, language.code)
    rows = ordered(figure)
    shown = [row for row in rows if row.percent is not None]
    if not shown:
        return [msg("{kind}: {label}. Too few answers: no share is shown.", kind=kind, label=label)]
    withheld = hidden([row.label for row in rows if row.status == "suppressed"])
    top, bottom = largest(shown), smallest(shown)
    said = {"kind": kind, "label": label, "p": top[0], "top": names_of(top, language)}
    if top == bottom:
        only = nmsg(
            "{kind}: {label}. {p} percent answered {top}.", "{kind}: {label}. {p} percent each answered {top}.",
            len(top), **said,
        )  # fmt: skip
        return [only, *chance(top[0]), *cautions(shown), *withheld, *base(released)]
    sentences = [
        nmsg(
            "{kind}: {label}. Most common is {top} ({p} percent), least common {bottom} ({q}).",
            "{kind}: {label}. Most common are {top} ({p} percent each), least common {bottom} ({q}).",
            len(top), **said, bottom=names_of(bottom, language), q=bottom[0],
        )
    ]  # fmt: skip
    if withheld:  # the least common may be among what is not shown
        sentences = [msg("{kind}: {label}. Of the answers shown, most common is {top} ({p} percent).", **said)]
    listed = ", ".join(f"{quiet(row)} {percent_number(row.percent or 0, language)}" for row in shown)
    in_order = msg("In the order of the scale: {list}.", list=listed)
    by_size = msg("In falling order: {list}.", list=listed)
    as_given = msg("In the order they were given: {list}.", list=listed)
    if released.question.type == "scale":
        sentences.append(in_order)
    else:
        sentences.append(as_given if figure.order == "given" else by_size)
    return [*sentences, *chance(top[0]), *cautions(shown), *withheld, *base(released)]


def _series(figure: Figure, language: Language) -> list[Message]:
    released = figure.released
    sentences: list[Message] = []
    for answer in released.answers:
        rows = [row for row in released.rows if row.answer == answer.code and row.percent is not None]
        if not rows:
            continue
        first, last, top, bottom = rows[0], rows[-1], largest(rows)[0], smallest(rows)[0]
        sentences += [
            msg(
                "Line chart: {label}, {answer}. From {p} percent ({first}) to {q} percent ({last}).",
                label=name_inside(released, language.code), answer=answer.label.lower(),
                p=first, first=period_words(first, language), q=last, last=period_words(last, language),
            ),
            msg("Highest {p}, lowest {q}, {count} times of measurement.", p=top, q=bottom, count=len(rows)),
        ]  # fmt: skip
    return [*sentences, *base(released)]
