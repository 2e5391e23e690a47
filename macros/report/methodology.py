"""How a survey was made, as terms and descriptions from its codebook and its released counts.

Nothing is invented: a field that the codebook lacks is said to be missing.
"""

from collections.abc import Iterable

from macros.language import dates
from macros.language.catalogue import Language
from macros.language.message import Message, msg, nmsg
from macros.release.corrected import Corrected
from macros.release.released import Released
from macros.survey.codebook import Codebook
from macros.survey.part import Text, in_language

Fact = tuple[Message, Message | str]
DESIGNS = {
    "census": msg("Everybody in the population was asked (a census)."),
    "srs": msg("Simple random sample."),
    "nonprobability": msg("Self-selected or unknown: nothing can be said of anybody but those who answered."),
}
STATUSES = {
    "example": msg("Example data: invented answers that show how the report works."),
    "real": msg("Real answers."),
}
PUBLISHED = msg("Figures published by others, quoted with their source.")
LACKING = msg("Not stated.")


def facts(
    codebook: Codebook, first: Released, language: Language, corrected: Iterable[Corrected] = ()
) -> tuple[Fact, ...]:
    """The facts of a survey.

    Args:
        first: a one-way table of a question that everybody was asked, for the response.
        corrected: the known errors of the source that were put right.
    """

    def said(text: Text | None) -> Message | str:
        words = in_language(text, language.code) if text else ""
        return words[:1].upper() + words[1:] or LACKING

    field = codebook.fieldwork
    lines: list[Fact] = [
        (msg("Survey"), said(codebook.title)),
        (msg("Status"), PUBLISHED if codebook.kind == "published" else STATUSES[codebook.status]),
        (msg("Published by"), said(codebook.publisher)),
        (msg("Population"), said(codebook.population.label)),
        (msg("Time"), dates.period(field.first, field.last, language) if field else _unknown_time(codebook)),
        (msg("Collected by"), said(codebook.mode)),
    ]
    if codebook.kind == "published":
        return tuple(lines)
    lines += [
        (msg("Selection"), DESIGNS[codebook.design.kind]),
        (msg("Response"), _response(codebook, first, language)),
        (msg("Protection of respondents"), _protection(codebook)),
        (msg("Limitations"), said(codebook.limitations)),
    ]
    if told := [language.say(_correction(correction)) for correction in corrected]:
        lines.append((msg("Corrections to the material"), " ".join(told)))
    return tuple(lines)


def _correction(correction: Corrected) -> Message:
    """What was put right, how often, why, and who decided it."""
    words = {"question": correction.question, "to": correction.to, "was": correction.was}
    because = msg("Reason: {why}. Decided by: {who}.", why=correction.why.rstrip("."), who=correction.who.rstrip("."))
    count = correction.count
    if count is None:
        how_many = msg("fewer than {few} answers", few=correction.few)
    else:
        how_many = nmsg("{count} answer", "{count} answers", count)
    if correction.was and correction.to:
        what = msg("{question}: “{was}” is read as “{to}” in {how_many}.", how_many=how_many, **words)
    elif correction.to:
        what = msg("{question}: what the file says is read as “{to}” in {how_many}.", how_many=how_many, **words)
    else:
        what = msg("{question}: another value is read in {how_many}.", question=correction.question, how_many=how_many)
    return msg("{what} {because}", what=what, because=because)


def _unknown_time(codebook: Codebook) -> Message:
    return msg("Stands with each figure.") if codebook.kind == "published" else LACKING


def _response(codebook: Codebook, first: Released, language: Language) -> Message:
    if first.asked is None:
        return LACKING
    many = in_language(codebook.population.many, language.code)
    size = codebook.population.size
    if size is None:
        return msg("{answered} {units} answered; how many were asked is not known.", answered=first.asked, units=many)
    return msg("{answered} of {size} {units} took part.", answered=first.asked, size=size, units=many)


def _protection(codebook: Codebook) -> Message:
    rules = codebook.disclosure
    return msg(
        "A number that rests on fewer than {cell} answers is withheld, as are groups with fewer than {base} answers, "
        "and as many more as it takes that nobody can work them out. Small categories are merged first.",
        cell=rules.min_cell,
        base=rules.min_base,
    )
