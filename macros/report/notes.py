"""The notes under a figure or table: what the numbers are of, how sure they are, and what is withheld and why."""

from macros.language.catalogue import Language
from macros.language.message import Message, msg, nmsg
from macros.release.released import Released
from macros.release.rounding import ABOVE_99, BELOW_ONE
from macros.report.periods import in_words
from macros.report.tables import group_labels
from macros.survey.part import in_language

FEW = 30  # answers; below it a percentage moves by more than three points with one answer (house rule, NCHS)


def notes_of(released: Released, language: str) -> tuple[Message, ...]:
    """All notes that this table needs, in reading order."""
    if released.codebook.kind == "published":
        return _published(released, language)
    notes = [*_uncertainty(released, language), *_routing(released)]
    if released.question.type == "multiple" and released.question.base == "asked":
        notes.append(
            msg("Several answers could be given, or none: who saw the question and ticked nothing counts as an answer.")
        )
    elif released.question.type == "multiple":
        notes.append(msg("Several answers could be given, so the shares add to more than 100."))
    elif released.question.type == "ranking":
        notes.append(msg("The answers were ranked; a share says how many put the answer first."))
    elif _rounded_off(released):
        notes.append(msg("Does not always add to 100, because of rounding."))
    notes += _coded(released)
    notes += _withheld(released)
    notes += _merged(released, language)
    notes += _few(released, language)
    return tuple(notes)


def _uncertainty(released: Released, language: str) -> list[Message]:
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
        note = msg("Everybody was asked, so there is no sampling error; who did not answer may differ.")
        return [*counted, *_absent(released, many), note]
    if released.method == "nonprobability":
        reason = released.codebook.design.reason
        note = msg(
            "How the respondents were selected is not known: the figures describe those who answered, no others."
        )
        return [*counted, msg("{reason}", reason=in_language(reason, language)) if reason else note]
    return [*counted, msg("A sample: the interval shows the uncertainty of chance at 95 percent (Korn–Graubard).")]


def _absent(released: Released, many: str) -> list[Message]:
    """How many of a census gave no answer to anything; what was put to some only does not tell."""
    size, question = released.codebook.population.size, released.question
    routed = question.asked_if is not None or question.derived
    if size is None or released.asked is None or routed or released.asked >= size:
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


def _routing(released: Released) -> list[Message]:
    one_way = next((row for row in released.rows if row.answer == "__not_asked__" and not any(row.group)), None)
    if one_way is None or one_way.n == 0:
        return []
    if one_way.n is None:
        return [msg("The question was put to some only.")]
    return [
        nmsg(
            "The question was not put to {count} of the respondents, whom it did not concern.",
            "The question was not put to {count} of the respondents, whom it did not concern.",
            one_way.n,
        )
    ]


def _rounded_off(released: Released) -> bool:
    for group in dict.fromkeys(row.group for row in released.rows):
        parts = [row.percent for row in released.rows if row.group == group and row.statistic == "share"]
        shown = [part for part in parts if part is not None]
        if len(shown) == len(parts) and parts and sum(shown) != 100:  # noqa: PLR2004  (percent)
            return True
    return False


def _coded(released: Released) -> list[Message]:
    """How far answers in the respondents' own words were coded: the reader cannot see who sorted them, and how."""
    coded = released.coded
    if coded is None:
        return []
    shares = {"coded": _share(coded.coded), "uncoded": _share(coded.uncoded), "answered": coded.answered}
    if coded.several is None:
        return [
            msg(
                "Answers in the respondents' own words, coded by hand. Of {answered} such answers {coded} percent are "
                "coded and {uncoded} percent are not.",
                **shares,
            )
        ]
    return [
        msg(
            "Answers in the respondents' own words, coded by hand. Of {answered} such answers {coded} percent are "
            "coded and {uncoded} percent are not; {several} percent have more than one code.",
            several=_share(coded.several),
            **shares,
        )
    ]


def _share(percent: float) -> str:
    """A released percent: whole, or beyond the ends of what is told apart."""
    return {BELOW_ONE: "<1", ABOVE_99: ">99"}.get(percent, f"{percent:.0f}")


def _withheld(released: Released) -> list[Message]:
    if all(row.status != "suppressed" for row in released.rows if row.statistic != "count"):
        return []
    return [
        msg("Withheld: too few answers to be shown without pointing somebody out, or needed to protect such a cell.")
    ]


def _merged(released: Released, language: str) -> list[Message]:
    together = []
    for where, merged in released.merged.items():
        question = released.question if where == "answer" else released.codebook.question(where)
        if question is None:
            continue
        labels = {answer.code: in_language(answer.label, language) for answer in question.answers}
        names = {merge.code: in_language(merge.label, language) for merge in question.merge}
        for code, parts in merged.items():
            told = all(labels[part] in names[code] for part in parts)
            together.append(names[code] + ("" if told else f" ({', '.join(labels[part] for part in parts)})"))
    return [msg("Shown together because they are few: {list}.", list="; ".join(together))] if together else []


def _few(released: Released, language: str) -> list[Message]:
    notes = []
    for group, label in group_labels(released, language).items():
        base = next((row.n for row in released.rows if row.group == group and row.answer is None), None)
        if base is not None and 0 < base < FEW:
            notes.append((label, base))
    if not notes:
        return []
    if len(notes) == 1:
        return [msg("{group}: rests on {base} answers only; read with care.", group=notes[0][0], base=notes[0][1])]
    return [msg("Groups with fewer than {few} answers: read with care.", few=FEW)]


def published_base(released: Released) -> Message:
    """How many answers others' figures rest on, as far as it was published."""
    bases = sorted({row.base for row in released.rows if row.base is not None})
    if not bases:
        return msg("The number of answers was not published.")
    if len(bases) == 1:
        return msg("Base: {n} answers.", n=bases[0])
    return msg("Base: {low} to {high} answers.", low=bases[0], high=bases[-1])


def _published(released: Released, language: str) -> tuple[Message, ...]:
    notes = [published_base(released)]
    for row in released.rows:
        if not (note := released.citation(row).note):
            continue
        said = [*map(str, row.group[:-1]), in_words(row.group[-1] or "", Language(language))]
        said += [row.label.lower()] if len(released.answers) > 1 else []
        if len(released.rows) > 1:
            notes.append(msg("{figure}: {note}.", figure=", ".join(said), note=note))
        else:
            notes.append(msg("Note of the source: {note}.", note=note))
    return tuple(notes)
