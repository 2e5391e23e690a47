"""Figures that somebody else published, released as they stand, each with its citation.

Belongs here: making them `Released`. Does not: reading or checking them (`survey/published.py`).
"""

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.catalogue import Language
from macros.language.message import msg
from macros.release.labels import row_label
from macros.release.released import _STAMP, Category, Citation, Released, Row
from macros.survey.part import in_language
from macros.survey.published import Published, PublishedFigure
from macros.survey.question import Question
from macros.survey.tabulation import Group

PERIOD = "period"
GROUP = "group"


def release_published(
    published: Published, question_id: str, language: str = "sv", place: Place | None = None
) -> Released:
    """Release all figures of a question: neither rounded nor judged, since they are public already.

    Rows by period in order of time, and by group too where the figures are of several. Percent of a row is set when
    its unit is percent; `base` is the source's own base, `n` the count itself. Citations stand under the row's codes
    joined by `|`; where the answers of one row have different sources, under those codes and the answer's.

    Args:
        language: of the labels.
        place: what to name in a problem; the survey itself when not given.

    Raises:
        ReportError: for a question without figures.
    """
    codebook = published.codebook
    figures = [figure for figure in published.figures if figure.question == question_id]
    question = codebook.question(question_id)
    if question is None or not figures:
        known = list(dict.fromkeys(figure.question for figure in published.figures))
        found = msg("No published figures on {question}", question=question_id)
        allowed = msg("one of {choices}", choices=", ".join(known))
        where = place or Place(f"data/surveys/{codebook.id}")
        raise ReportError([Problem(where, found, allowed, nearest(question_id, known))])
    periods = sorted({figure.period for figure in figures})
    groups = list(dict.fromkeys(figure.group for figure in figures))
    several = len(groups) > 1
    order = {answer.code: i for i, answer in enumerate(question.answers)}
    figures.sort(key=lambda f: (groups.index(f.group), periods.index(f.period), order[f.answer]))
    variables = {GROUP: groups, PERIOD: periods} if several else {PERIOD: periods}
    words = Language(language)
    given = {figure.answer for figure in figures}
    return Released(
        codebook=codebook,
        question=question,
        by=(),
        rows=tuple(_row(figure, _group(figure, several=several), question, words) for figure in figures),
        answers=tuple(
            Category(answer.code, in_language(answer.label, language), side=answer.side)
            for answer in question.answers
            if answer.code in given
        ),
        groups={name: tuple(Category(code, code) for code in codes) for name, codes in variables.items()},
        merged={},
        rules=(),
        method="none",
        asked=None,
        answered=None,
        citations=_citations(published, figures, language, several=several),
        stamp=_STAMP,
    )


def _group(figure: PublishedFigure, *, several: bool) -> Group:
    return (figure.group, figure.period) if several else (figure.period,)


def _row(figure: PublishedFigure, group: Group, question: Question, language: Language) -> Row:
    value = float(figure.value)
    percent = figure.unit == "percent"
    return Row(
        group=group,
        answer=figure.answer,
        label=row_label(question, figure.answer, language),
        statistic="published",
        status="ok",
        value=value,
        n=None if percent else int(figure.value),
        base=figure.n,
        percent=value if percent else None,
    )


def _citations(
    published: Published, figures: list[PublishedFigure], language: str, *, several: bool
) -> dict[str, Citation]:
    codebook = published.codebook
    citations: dict[str, Citation] = {}
    for figure in figures:
        citation = Citation(
            publisher=in_language(codebook.publisher, language),
            title=in_language(codebook.title, language),
            published=figure.published,
            url=figure.url,
            note=figure.note,
        )
        key = "|".join(str(code) for code in _group(figure, several=several))
        if citations.setdefault(key, citation) != citation:
            citations[f"{key}|{figure.answer}"] = citation
    return citations
