"""What may be said beyond those who answered: who was asked, whether chance has a part in it, and how sure it is.

Belongs here: the sentences of that. Does not: single numbers to be read with care (`caution.py`) or other notes.
"""

from macros.estimate.estimates import Method
from macros.language.message import Message, msg, nmsg
from macros.release.released import Released
from macros.survey.part import in_language

METHODS: dict[Method, Message] = {
    "korn_graubard": msg("exact for few answers too, and fitted to how the sample was drawn (Korn–Graubard)"),
    "xlogit": msg("worked out on the logit scale"),
    "wilson": msg("Wilson's, for a share"),
    "exact_finite": msg("exact, for drawing from a population of known size"),
    "woodruff": msg("for quartiles, the interval of the share below, read back as a value (Woodruff)"),
    "t": msg("the standard error times Student's t"),
    "exact_boundary": msg("exact where nobody or everybody gave the answer (Clopper–Pearson)"),
}
TRUNCATED = msg("exact for few answers too, and never surer than an unweighted sample (Korn–Graubard, as NCHS has it)")


def uncertainty(released: Released, language: str) -> list[Message]:
    """The sentences on a table of a survey of our own."""
    return [*_selection(released, language), *_weights(released, language)]


def asked_of_all(released: Released) -> list[Message]:
    """Why the numbers of a census have no interval, and what they may be off by all the same."""
    everybody = released.asked is not None and released.asked == released.answered and released.method == "census"
    if released.method not in ("census", "census_nonresponse") or everybody:
        return []
    return [msg("Everybody was asked, so there is no sampling error; who did not answer may differ.")]


def _selection(released: Released, language: str) -> list[Message]:
    many = in_language(released.codebook.population.many, language)
    asked, answered = released.asked, released.answered
    if released.method == "census" and asked is not None and asked == answered:
        return [
            msg(
                "Everybody was asked: all {asked} {units} answered. No sampling error; errors of "
                "measurement and interpretation may remain.",
                asked=asked,
                units=many,
            )
        ]
    counted = []
    if asked is not None:
        said = {"answered": answered, "asked": asked, "units": many}
        coded = msg("{answered} of {asked} {units} gave an answer that is coded.", **said)
        plain = msg("{answered} of {asked} {units} answered the question.", **said)
        counted.append(coded if released.question.coded_from else plain)
    if released.method in ("census", "census_nonresponse"):
        return [*counted, *_absent(released, many)]
    if released.method == "nonprobability":
        reason = released.codebook.design.reason
        note = msg(
            "How the respondents were selected is not known: the figures describe those who answered, no others."
        )
        return [*counted, msg("{reason}", reason=in_language(reason, language)) if reason else note]
    return [*counted, *_absent(released, many), *_chance(released)]


def _chance(released: Released) -> list[Message]:
    """How the intervals of a sample were made, and what they take for granted."""
    design, notes = released.codebook.design, []
    if released.methods:
        said = [_method(method, released) for method in released.methods]
        how = said[0]
        for method in said[1:]:
            how = msg("{first}; {second}", first=how, second=method)
        notes.append(
            msg("A sample: the interval shows the uncertainty of chance at 95 percent. Method: {method}.", method=how)
        )
    else:
        notes.append(msg("A sample, whose uncertainty of chance cannot be computed here."))
    if design.nonresponse == "as_random":
        notes.append(
            msg(
                "Everybody was asked. The interval takes for granted that chance alone decided who answered, as if "
                "those who did had been drawn at random."
            )
        )
    if design.at_once and released.methods:
        notes.append(msg("The intervals of all answers hold at the same time (Bonferroni)."))
    if released.methods and not _known_size(released):
        notes.append(
            msg("The size of the population is not given, so nothing is taken off for the part of it that was drawn.")
        )
    return notes


def _method(method: Method, released: Released) -> Message:
    nchs = method == "korn_graubard" and released.codebook.design.interval == "beta-nchs"
    return TRUNCATED if nchs else METHODS[method]


def _known_size(released: Released) -> bool:
    """Whether the sizes are known that the finite population correction needs: of each stratum where there are any."""
    design = released.codebook.design
    if design.population_size is not None:
        return True
    return released.codebook.population.size is not None and not (design.stratum or design.cluster)


def _absent(released: Released, many: str) -> list[Message]:
    """How many of a census gave no answer to anything; what was put to some only does not tell."""
    size, question = released.codebook.population.size, released.question
    routed = question.asked_if is not None or question.derived
    drawn = released.codebook.design.kind != "census"
    if size is None or released.asked is None or routed or drawn or released.asked >= size:
        return []
    return [
        nmsg(
            "{count} of {size} {units} took no part.",
            "{count} of {size} {units} took no part.",
            size - released.asked,
            size=size,
            units=many,
        )
    ]


def _weights(released: Released, language: str) -> list[Message]:
    """That percent and number differ in what they count, what the weights cost, and where they were adjusted to."""
    design, notes = released.codebook.design, []
    by_stratum = design.kind == "srs" and design.stratum is not None and design.population_size is not None
    if design.weight is None and not design.calibrate and not by_stratum:
        return []
    weighed = msg("Percentages and means are weighted; the numbers of answers are not.")
    if released.effective is not None and released.answered is not None:
        weighed = msg(
            "Percentages and means are weighted; the numbers of answers are not. With the weights the {answered} "
            "answers are worth as much as {effective} unweighted ones.",
            answered=released.answered,
            effective=released.effective,
        )
    notes.append(weighed)
    if design.calibrate:
        told = []
        for margin in design.calibrate:
            question = released.codebook.question(margin.question)
            name = in_language(question.label or question.text, language) if question else margin.question
            told.append(f"{name} ({in_language(margin.source, language)})")
        notes.append(msg("The weights are adjusted to known totals: {list}.", list="; ".join(told)))
    return notes
