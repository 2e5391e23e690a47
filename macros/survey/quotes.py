"""Quotes: answers in a respondent's own words that a person chose, read and approved for publication.

They stand in `quotes.yml` beside the codebook. Belongs here: reading them, and whether each is word for word what
somebody in that group answered. Does not: whether the group is wide enough (`release/quotes.py`).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import narwhals as nw
from pydantic import Field

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.imports.personal import KINDS
from macros.survey.imports.personal_contents import in_cell
from macros.survey.model_problems import validate
from macros.survey.part import Part
from macros.survey.quote import Quote
from macros.survey.spelling import tidy
from macros.survey.survey import Survey
from macros.survey.tabulation import MISSING
from macros.survey.yaml_file import YamlFile, read_yaml

QUOTES = "quotes.yml"
_GROUPING = ("single", "scale")


class Quotes(Part):
    """All of `quotes.yml`."""

    quotes: list[Quote] = Field(default_factory=list)


def read_quotes(codebook: Codebook, folder: Path, root: Path) -> tuple[Quote, ...]:
    """The quotes of a survey; none where there is no file.

    Raises:
        ReportError: with every one that is not as it must be, personal data in it included.
    """
    if not (folder / QUOTES).is_file():
        return ()
    file = read_yaml(folder / QUOTES, root)
    read, problems = validate(Quotes, file)
    if read is not None:
        problems = [*_problems(read.quotes, codebook, file)]
    if read is None or problems:
        raise ReportError(problems)
    return tuple(read.quotes)


def answered_so(survey: Survey, quotes: Sequence[Quote], folder: Path, root: Path) -> None:
    """Hold each quote against the answers.

    Raises:
        ReportError: nobody, or nobody in that group, answered so word for word; whoever did is not told.
    """
    file = read_yaml(folder / QUOTES, root) if quotes else None
    problems = []
    for at, quote in enumerate(quotes):
        groups = set(_groups(survey, quote))
        asked = _parts(survey.codebook, quote)
        if file is not None and not (groups & asked if quote.by else groups):
            found = msg("nobody answered {question} so, word for word", question=quote.question)
            if groups:
                found = msg("nobody in the group {group} answered {question} so", group=quote.group or "",
                            question=quote.question)  # fmt: skip
            problems.append(Problem(file.place(("quotes", at, "text")), found, hint=msg("A quote is a whole answer.")))
    if problems:
        raise ReportError(problems)


def _problems(quotes: Sequence[Quote], codebook: Codebook, file: YamlFile) -> Iterator[Problem]:
    open_ones = [question.id for question in codebook.questions if question.type == "text"]
    groupings = [question.id for question in codebook.questions if question.type in _GROUPING]
    seen: set[str] = set()
    for at, quote in enumerate(quotes):
        place = file.place(("quotes", at, "text"))
        if quote.id in seen:
            yield Problem(file.place(("quotes", at, "id")), msg("two quotes have the id {id}", id=quote.id))
        seen.add(quote.id)
        if quote.question not in open_ones:
            what = msg("{id} is no open question", id=quote.question)
            yield _unknown(what, quote.question, open_ones, file.place(("quotes", at, "question")))
        if quote.by is not None and quote.by not in groupings:
            what = msg("{id} cannot group", id=quote.by)
            yield _unknown(what, quote.by, groupings, file.place(("quotes", at, "by")))
        elif quote.by is not None and not _parts(codebook, quote):
            question = codebook.question(quote.by)
            codes = [*(a.code for a in question.answers), *(m.code for m in question.merge)] if question else []
            what = msg("{by} has no answer {group}", by=quote.by, group=quote.group or "")
            yield _unknown(what, quote.group or "", codes, file.place(("quotes", at, "group")))
        for found in in_cell(quote.text):
            text = msg("the quote holds what looks like {what}", what=KINDS[found.kind])
            yield Problem(place, text, hint=msg("What points at somebody is not published, approved or not."))


def _unknown(found: Message, word: str, known: Sequence[str], place: Place) -> Problem:
    allowed = msg("one of {choices}", choices=", ".join(known)) if known else None
    return Problem(place, found, allowed, nearest(word, known))


def _parts(codebook: Codebook, quote: Quote) -> set[str]:
    """The answers that the quote's group is made of: itself, or those that are merged into it."""
    question = codebook.question(quote.by) if quote.by else None
    if question is None:
        return set()
    merged = {merge.code: set(merge.of) for merge in question.merge}
    return merged.get(quote.group or "", {answer.code for answer in question.answers} & {quote.group})


def _groups(survey: Survey, quote: Quote) -> Iterator[str]:
    """The groups of those who answered just so; "" for everybody where the quote names no grouping."""
    frame = nw.from_native(survey.frame)
    columns = [quote.question, *([quote.by] if quote.by else [])]
    found = frame.select(columns).unique()
    rows = found.collect("pyarrow") if isinstance(found, nw.LazyFrame) else found
    wanted = tidy(quote.text)
    texts, groups = (rows.get_column(column).to_list() for column in (columns[0], columns[-1]))
    for text, group in zip(texts, groups, strict=True):
        if tidy(text) == wanted and text not in MISSING:
            yield group if quote.by else ""
