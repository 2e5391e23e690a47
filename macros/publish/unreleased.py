"""The analyst's view of a survey before disclosure control: never on a page, and nothing in it is rounded.

Belongs here: estimates as records. Does not: any released number (`results.py`).
"""

from dataclasses import replace

from macros.errors import Place
from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate, Estimates
from macros.estimate.numbers import estimate_numbers
from macros.language.catalogue import Language
from macros.language.message import msg
from macros.report.address import Address
from macros.survey.counts import Counts
from macros.survey.part import Text, in_language
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate
from macros.survey.tabulation import Tabulation

HERE = Place("report results --unreleased")


def answered(survey: Survey | Counts, question: str) -> int:
    """How many answered a question."""
    table = tabulate(survey, question, (), HERE)
    return table.cell((), None).n


def unreleased_table(survey: Survey | Counts, address: Address, language: str) -> dict[str, object]:
    """All estimates of a table, as a record with the keys of one of `tables.json` and the uncertainty.

    The standard error of a survey that is no random sample is given as if it were one, drawn from a population without
    end with the weights as they are, for the analyst to judge by; it has no interval.

    Raises:
        ReportError: no such question or grouping, or a design that cannot be.
    """
    table = tabulate(survey, address.question, address.by, HERE)
    made = estimate_numbers(table) if table.question.type == "number" else estimate(table)
    random = made
    if table.codebook.design.kind == "nonprobability":
        as_if = _as_if_random(table)
        random = estimate_numbers(as_if) if table.question.type == "number" else estimate(as_if)
    pairs = zip((*made.rows, *made.nets), (*random.rows, *random.nets), strict=True)
    rows = [_record(row, like, made, language) for row, like in pairs]
    return {
        "survey": address.survey,
        "data": table.codebook.status,
        "question": address.question,
        "type": table.question.type,
        "by": list(address.by),
        "rows": rows,
        "released": False,
    }


def _as_if_random(table: Tabulation) -> Tabulation:
    """The same table, its units taken as drawn at random from a population without end."""
    codebook = table.codebook
    design = codebook.design.model_copy(update={"kind": "srs"})
    population = codebook.population.model_copy(update={"size": None})
    return replace(
        table,
        codebook=codebook.model_copy(update={"design": design, "population": population}),
        strata=tuple(replace(stratum, population=None) for stratum in table.strata),
    )


def _record(row: Estimate, like: Estimate, made: Estimates, language: str) -> dict[str, object]:
    share = row.statistic in ("share", "share_of_answers")
    scale = 100 if share or row.statistic == "balance" else 1
    value = None if row.value is None else float(row.value)
    return {
        "group": dict(zip((by.id for by in made.by), row.group, strict=True)),
        "answer": row.answer,
        "label": _label(row, made, language),
        "statistic": row.statistic,
        "value": None if value is None else value * scale,
        "n": row.n,
        "base": row.base,
        "percent": value * 100 if share and value is not None else None,
        "low": None if row.low is None else row.low * scale,
        "high": None if row.high is None else row.high * scale,
        "status": "ok" if value is not None else "no_base",
        "weighted_base": row.weighted_base,
        "se": None if like.se is None else like.se * scale,
        "method": row.method,
        "df": like.df,
        "n_eff": like.n_eff,
        "deff": row.deff,
    }


def _label(row: Estimate, made: Estimates, language: str) -> str:
    labels: dict[str, Text] = {merge.code: merge.label for merge in made.question.merge}
    labels |= {answer.code: answer.label for answer in made.question.answers}
    if row.answer not in labels:
        return row.answer or row.statistic
    label = in_language(labels[row.answer], language)
    if row.statistic == "share_of_answers":
        return Language(language).say(msg("{answer}, of all answers given", answer=label))
    return label
