"""The notes under a figure or table: what the numbers are of, how sure they are, and what is withheld and why."""

from macros.language.catalogue import Language
from macros.language.message import Message, msg, nmsg
from macros.release.agreement import sums
from macros.release.nets import steps_together
from macros.release.released import Released
from macros.release.rounding import ABOVE_99, BELOW_ONE
from macros.report.caution import cautions
from macros.report.periods import in_words
from macros.report.uncertainty import asked_of_all, uncertainty
from macros.survey.part import in_language


def notes_of(released: Released, language: str) -> tuple[Message, ...]:
    """What must be read with the drawing, in reading order."""
    if released.codebook.kind == "published":
        return _published(released, language)
    notes = [*uncertainty(released, language), *_routing(released), *_shares_of(released)]
    notes += _coded(released)
    notes += _withheld(released)
    notes += _merged(released, language)
    notes += cautions(released, language)
    return tuple(notes)


def table_notes_of(released: Released) -> tuple[Message, ...]:
    """What whoever checks the table needs besides: what its numbers are not, and why they may not add up."""
    if released.codebook.kind == "published":
        return ()
    return (*asked_of_all(released), *_rounding(released))


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


def _shares_of(released: Released) -> list[Message]:
    """What the shares are of, where one respondent gives several answers."""
    if released.question.type == "multiple" and released.question.base == "asked":
        return [
            msg(
                "Several answers could be given, or none. The shares are of all who saw the question: who ticked "
                "nothing counts as an answer."
            )
        ]
    if released.question.type == "multiple":
        return [
            msg("Several answers could be given. The shares are of those who gave any; they can pass 100 together.")
        ]
    if released.question.type == "ranking":
        return [msg("The answers were ranked; a share says how many put the answer first.")]
    return []


def _rounding(released: Released) -> list[Message]:
    """Where rounded numbers of one whole do not add up, so that nobody takes it for a slip."""
    every = sums(released.question, released.answers, released.rows, steps_together(released))
    apart = [found.net for found in every if found.shown != found.parts]
    notes = [msg("Does not always add to 100, because of rounding.")] if None in apart else []
    # By group the table has no line for them.
    own = [] if released.by else [net for net in apart if net is not None]
    if own:
        together = "; ".join(dict.fromkeys(net.label for net in own))
        notes.append(
            msg("Worked out from unrounded numbers, which the rounded ones may not add to: {list}.", list=together)
        )
    return notes


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
            figure = ", ".join(said)
            notes.append(msg("{figure}: {note}.", figure=figure[:1].upper() + figure[1:], note=note))
        else:
            notes.append(msg("Note of the source: {note}.", note=note))
    return tuple(notes)
