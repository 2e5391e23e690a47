"""A quote is released with a label of who is quoted that is wide enough to point at nobody.

Belongs here: the rule for the group, and the label. Does not: whether the words are somebody's (`survey/quotes.py`).
"""

from dataclasses import dataclass

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import msg
from macros.release.released import Released
from macros.release.sealed import not_sealed
from macros.survey.part import in_language
from macros.survey.quote import Quote
from macros.survey.sealed_file import Sealed
from macros.survey.survey import Survey
from macros.survey.surveys import AnySurvey


@dataclass(frozen=True)
class ReleasedQuote:
    """What a page says: the words, and the name of the group that is quoted, or of all."""

    text: str
    group: str


def find_quote(survey: AnySurvey, id_: str, place: Place) -> Quote:
    """A survey's quote by its id.

    Raises:
        ReportError: there is none, or none that was held against the answers where those are.
    """
    quotes = {quote.id: quote for quote in survey.quotes} if isinstance(survey, Survey | Sealed) else {}
    if id_ not in quotes:
        found = msg("there is no quote {id} in {survey}", id=id_, survey=survey.codebook.id)
        allowed = msg("one of {choices}", choices=", ".join(quotes)) if quotes else None
        raise ReportError([Problem(place, found, allowed, nearest(id_, quotes))])
    if isinstance(survey, Sealed) and survey.facts.quotes.get(id_) != quotes[id_].digest:
        raise not_sealed(survey, msg("The quote {id}, as it is now,", id=id_), list(survey.facts.quotes), place)
    return quotes[id_]


def release_quote(quote: Quote, table: Released, language: str, place: Place) -> ReleasedQuote:
    """Release a quote.

    Args:
        table: the released one-way table of the quote's grouping; without one, of any question that all were asked.
        place: of the macro call.

    Raises:
        ReportError: nobody approved it; or its group is withheld, merged with others, or smaller than a base may be.
    """
    if quote.approved_by is None:
        hint = msg("Whoever approves it writes approved_by and date in quotes.yml.")
        raise ReportError([Problem(place, msg("nobody has approved the quote {id}", id=quote.id), hint=hint)])
    least = table.codebook.disclosure.min_base
    groups = {category.code: category.label for category in table.answers}
    if quote.by is not None and quote.group not in groups:
        hint = nearest(str(quote.group), groups) or msg("Name one of the groups as they are released.")
        found = msg("{by} has no group {group} among those that are shown", by=quote.by, group=str(quote.group))
        raise ReportError([Problem(place, found, msg("one of {choices}", choices=", ".join(groups)), hint)])
    n = table.asked if quote.by is None else table.row((), quote.group).n
    if n is None or n < least:
        hint = msg("Say less of who is quoted: a wider group, or none.")
        found = msg("the group of the quote {id} is withheld or smaller than {least}", id=quote.id, least=least)
        raise ReportError([Problem(place, found, hint=hint)])
    label = table.codebook.population.label
    group = in_language(label, language) if quote.by is None else groups[str(quote.group)]
    return ReleasedQuote(" ".join(quote.text.split()), group)
