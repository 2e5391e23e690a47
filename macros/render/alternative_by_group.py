"""What a figure by group says to somebody who does not see it: all first, then the largest and the smallest group."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from macros.language.catalogue import Language
from macros.language.listing import listed
from macros.language.message import Message, msg, nmsg
from macros.language.numbers import percent_number
from macros.release.released import Released, Row
from macros.render.alternative_parts import base, chance, few_answers, hidden, largest, named, names_of, quiet, smallest
from macros.report.caution import UNCERTAIN, UNCOMPUTED, caution
from macros.report.figures import Figure
from macros.report.tables import group_labels, in_unit, name_inside, quartiles
from macros.survey.tabulation import Group

BY_GROUP: dict[str, Message] = {
    "stack": msg("Stacked bars"),
    "diverging": msg("Bars to either side of a line"),
    "grouped": msg("Bars side by side"),
    "multiples": msg("A small bar chart for each group"),
    "dots": msg("Dots with intervals"),
}


def of_groups(figure: Figure, language: Language) -> list[Message]:
    """The shares of answers in each group."""
    released = figure.released
    labels = group_labels(released, language.code)
    total, *groups = labels
    all_rows = [released.row(total, answer.code) for answer in released.answers]
    shown = [row for row in all_rows if row.percent is not None]
    label = name_inside(released, language.code)
    if not shown:
        return [msg("{kind}: {label}. Too few answers: no share is shown.", kind=BY_GROUP[figure.kind], label=label)]
    most_common = shown[:1] if figure.kind in ("dots", "diverging") else largest(shown)
    top = most_common[0]
    said = {"kind": BY_GROUP[figure.kind], "label": label, "top": names_of(most_common, language), "p": top}
    sentences = [
        nmsg(
            "{kind}: {label}, by group. Among all, most common is {top} ({p} percent).",
            "{kind}: {label}, by group. Among all, most common are {top} ({p} percent each).",
            len(most_common), **said,
        )
    ]  # fmt: skip
    if figure.kind == "dots" or len(shown) < len(all_rows):  # what is not shown may be more common
        sentences = [msg("{kind}: {label}, by group. Among all, {p} percent answered {top}.", **said)]
    if figure.kind == "diverging":
        numbers = ", ".join(f"{quiet(row)} {percent_number(row.percent or 0, language)}" for row in shown)
        sentences = [
            msg("{kind}: {label}, by group. Among all, in the order of the scale: {list}.", **said, list=numbers)
        ]
    sentences += _extremes([released.row(group, top.answer) for group in groups], labels, language)
    partly = [group for group in groups if any(released.row(group, a.code).percent is None for a in released.answers)]
    names = [language.say(labels[group]) for group in partly]
    return [
        *sentences,
        *chance(top),
        *_group_cautions(released, language),
        *hidden(names, len(groups)),
        *base(released),
    ]


def _extremes(rows: Sequence[Row], labels: Mapping[Group, Message | str], language: Language) -> list[Message]:
    """Where the share of an answer is largest and smallest, among the groups where it is shown."""
    shown = [row for row in rows if row.percent is not None]
    if not shown:
        return []

    def where(found: Sequence[Row]) -> str:
        return listed([language.say(labels[row.group]) for row in found], language)

    most, least = largest(shown), smallest(shown)
    said = {"answer": quiet(most[0]), "most": where(most), "p": most[0], "least": where(least), "q": least[0]}
    if most == least and len(most) == len(rows) > 1:
        return [msg("The share with {answer} is the same in every group.", **said)]
    if most == least:
        return [msg("The share with {answer} is shown for {most}: {p} percent.", **said)]
    if len(shown) < len(rows):
        return [
            msg(
                "Of the groups where it is shown, the share with {answer} is largest in {most} ({p} percent) and "
                "smallest in {least} ({q}).",
                **said,
            )
        ]
    return [msg("The share with {answer} is largest in {most} ({p} percent) and smallest in {least} ({q}).", **said)]


def of_means(figure: Figure, language: Language) -> list[Message]:
    """The mean of each group."""
    released = figure.released
    labels = group_labels(released, language.code)
    total, *groups = labels
    label, unit = name_inside(released, language.code), in_unit(released, language.code)
    everybody = released.row(total, None)
    sentences = [msg("{kind}: {label}. Mean by group{unit}.", kind=BY_GROUP["dots"], label=label, unit=unit)]
    if everybody.value is not None:
        sentences.append(msg("Among all {mean}.", mean=everybody))
    shown = [row for group in groups if (row := released.row(group, None)).value is not None]
    if len(shown) > 1:
        most, least = max(shown, key=lambda row: row.value or 0), min(shown, key=lambda row: row.value or 0)
        sentences.append(
            msg(
                "Highest in {most} ({p}), lowest in {least} ({q}).",
                most=labels[most.group], p=most, least=labels[least.group], q=least,
            )
        )  # fmt: skip
    if everybody.low is not None and everybody.high is not None:
        ends = {"low": replace(everybody, value=everybody.low), "high": replace(everybody, value=everybody.high)}
        sentences.append(msg("The interval among all is {low} to {high}.", **ends))
    withheld = [language.say(labels[group]) for group in groups if released.row(group, None).status == "suppressed"]
    return [*sentences, *_mean_cautions(released, language), *hidden(withheld, len(groups)), *base(released)]


def of_boxes(figure: Figure, language: Language) -> list[Message]:
    """The quartiles of all, and the groups with the highest and the lowest median."""
    released = figure.released
    labels = group_labels(released, language.code)
    total, *groups = labels
    label, unit = name_inside(released, language.code), in_unit(released, language.code)
    sentences = [msg("Boxes: {label}{unit}.", label=label, unit=unit)]
    first, median, last = quartiles(released, total)
    if median.value is not None:
        said = {"first": first, "median": median, "last": last}
        sentences.append(msg("Half of all lie between {first} and {last}, median {median}.", **said))
    medians = {group: quartiles(released, group)[1] for group in groups}
    shown = [row for row in medians.values() if row.value is not None]
    if len(shown) > 1:
        most, least = max(shown, key=lambda row: row.value or 0), min(shown, key=lambda row: row.value or 0)
        sentences.append(
            msg(
                "The median is highest in {most} ({p}) and lowest in {least} ({q}).",
                most=labels[most.group], p=most, least=labels[least.group], q=least,
            )
        )  # fmt: skip
    withheld = [language.say(labels[group]) for group, row in medians.items() if row.status == "suppressed"]
    extremes = msg("Lowest and highest are not shown: each is a single answer.")
    return [*sentences, extremes, *hidden(withheld, len(groups)), *base(released)]


def _mean_cautions(released: Released, language: Language) -> list[Message]:
    labels = group_labels(released, language.code)
    found = {
        text: [g for g in labels if caution(released.row(g, None).flags) == text] for text in (UNCERTAIN, UNCOMPUTED)
    }
    return [named(text, [language.say(labels[group]) for group in groups]) for text, groups in found.items() if groups]


def _group_cautions(released: Released, language: Language) -> list[Message]:
    told = []
    for text in (UNCERTAIN, UNCOMPUTED):
        names = [
            language.say(label)
            for group, label in group_labels(released, language.code).items()
            if any(caution(released.row(group, answer.code).flags) == text for answer in released.answers)
        ]
        told += [named(text, names)] if names else []
    labels = group_labels(released, language.code)
    total, *groups = labels
    few = [group for group in groups if "few" in released.row(group, None).flags]
    everybody = [total] if "few" in released.row(total, None).flags else []
    if everybody:  # then every group does
        return [*told, *few_answers([language.say(labels[total])], 0)]
    return [*told, *few_answers([language.say(labels[group]) for group in few], len(groups))]
