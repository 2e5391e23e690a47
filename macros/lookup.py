"""Finds what a macro call names in a released table, or says what there is and what was probably meant."""

from dataclasses import replace

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import Message, msg
from macros.release.released import Released, Row
from macros.report.statistics import Statistic
from macros.survey.codebook import Codebook
from macros.survey.part import in_language
from macros.survey.question import Comparison
from macros.survey.tabulation import Group


def group_of(released: Released, by: str | None, group: str | None, place: Place) -> Group:
    """The group that `by` and `group` name together; the total when both are left out.

    Raises:
        ReportError: one without the other, or a group that the table does not show (merged groups have new names).
    """
    if by is None and group is None:
        return (None,) * len(released.variables)
    if by is None or group is None:
        hint = msg("Give both: by= names the grouping, group= one of its groups.")
        raise ReportError([Problem(place, msg("by and group belong together"), hint=hint)])
    codes = [category.code for category in released.groups[by]]
    if group not in codes:
        raise unknown(msg("group"), group, codes, place)
    return (group,)


def own(released: Released, place: Place) -> Released:
    """A table of a survey of our own, with counts and bases.

    Raises:
        ReportError: the figures are somebody else's.
    """
    if released.codebook.kind != "published":
        return released
    found = msg("{survey} holds figures that others published", survey=released.codebook.id)
    raise ReportError([Problem(place, found, hint=msg("Use {macro} instead.", macro="cite(…)"))])


def counted(row: Row) -> Row:
    """The count behind a row, as a number of its own: what is claimed of it is claimed of the count."""
    value = None if row.n is None else float(row.n)
    return replace(row, statistic="count", value=value, percent=None, low=None, high=None, flags=())


def countable(codebook: Codebook, place: Place) -> str:
    """A question that everybody was asked, whose table tells how many the survey reached.

    Raises:
        ReportError: there is none.
    """
    for question in codebook.questions:
        if question.type not in ("text", "date") and question.asked_if is None:
            return question.id
    found = msg("{survey} has no question with answers that can be counted", survey=codebook.id)
    raise ReportError([Problem(place, found)])


def period_of(released: Released, period: str | None, answer: str, place: Place, group: str | None = None) -> Row:
    """The row of a published series for an answer; of the last period unless named, and the only group unless named.

    Raises:
        ReportError: the series has no such answer, group or period, or has several groups and none is named.
    """
    rows = [row for row in released.rows if row.answer == answer]
    if not rows:
        raise unknown(msg("answer"), answer, [category.code for category in released.answers], place)
    rows = _of_population(released, rows, group, place)
    by_period = {str(row.group[-1]): row for row in rows}
    if period is None:
        return rows[-1]
    if period not in by_period:
        raise unknown(msg("period"), period, list(by_period), place)
    return by_period[period]


def _of_population(released: Released, rows: list[Row], group: str | None, place: Place) -> list[Row]:
    """The rows of one group; populations are never mixed."""
    if "group" not in released.variables:
        if group is None:
            return rows
        found = msg("the figures of {question} are all of one group", question=released.question.id)
        raise ReportError([Problem(place, found, hint=msg("Leave out group=."))])
    groups = list(dict.fromkeys(str(row.group[0]) for row in rows))
    if group is None and len(groups) > 1:
        found = msg("the figures of {question} are of several groups", question=released.question.id)
        allowed = msg("{choices}", choices=", ".join(groups))
        raise ReportError([Problem(place, found, allowed, msg("Name one of them with group=."))])
    if group is not None and group not in groups:
        raise unknown(msg("group"), group, groups, place)
    return rows if group is None else [row for row in rows if row.group[0] == group]


def comparable(before: Statistic, after: Statistic, place: Place, language: str) -> Comparison:
    """What the codebook says of comparing two waves; refuse what it does not allow.

    Two censuses need no test: the change is a fact about those who answered, also where some did not.

    Raises:
        ReportError: the question is broken between the waves or nothing is said of it, or nothing is known of chance.
    """
    question = after.table.question.id
    surveys = {"a": before.address.survey, "b": after.address.survey}
    said = after.table.question.comparison(surveys["a"]) or before.table.question.comparison(surveys["b"])
    plain = msg("State both numbers without a verb of change.")
    problems = []
    if said is None:
        found = msg(
            "no survey.yml says whether {question} of {a} and {b} can be compared", question=question, **surveys
        )
        hint = msg("Say so under the question in the later survey, with comparable:.")
        problems.append(Problem(place, found, msg("{choices}", choices="same, bridged, broken"), hint))
    elif said.how == "broken":
        reason = in_language(said.reason or "", language)
        found = msg(
            "{question} of {a} and {b} cannot be compared: {reason}", question=question, reason=reason, **surveys
        )
        problems.append(Problem(place, found, hint=plain))
    if "nonprobability" in (before.table.codebook.design.kind, after.table.codebook.design.kind):
        found = msg("no change can be told between {a} and {b}: one of them is no random sample or census", **surveys)
        problems.append(Problem(place, found, hint=plain))
    if said is None or problems:
        raise ReportError(problems)
    return said


def unknown(kind: Message, word: str, choices: list[str], place: Place) -> ReportError:
    """What to say when there is no such thing: what there is, and the nearest spelling."""
    found = msg("there is no {kind} {id} here", kind=kind, id=word)
    return ReportError([Problem(place, found, msg("{choices}", choices=", ".join(choices)), nearest(word, choices))])
