"""What columns of one question are together: options, ranks, places, or the rows of a grid.

Belongs here: telling these by the cells of all of them. Does not: one column alone (`single.py`), or whether a
proposal reads every cell (`understanding.py`).
"""

import re
from collections.abc import Callable, Sequence

from macros.survey.answer import Missing
from macros.survey.imports import doubts as about
from macros.survey.imports.answers import answers_of, taking_others
from macros.survey.imports.column import Column
from macros.survey.imports.doubts import Doubt
from macros.survey.imports.ground import Ground, Naming, Proposal
from macros.survey.imports.joined import Joined, joined
from macros.survey.imports.missing_codes import unseen_codes
from macros.survey.imports.scales import OTHERS
from macros.survey.imports.single import choice, is_number
from macros.survey.imports.values import Values, united
from macros.survey.options import TICKED_SPELLINGS, UNTICKED_SPELLINGS
from macros.survey.question import Question
from macros.survey.spelling import fold

_TICKS = TICKED_SPELLINGS | UNTICKED_SPELLINGS
_RANK = re.compile(
    r"(?:rank(?:ing)?|rang|plats|place|position|choice|val|prioritet|priority)\s*#?\s*\d+|#?\d+(?:st|nd|rd|th|:[ae])?"
)
_LEAST = 3
_PASSED_OVER = 0.02  # of the rows; fewer may be slips
_MOST_STEPS = 25
_MANY = 10  # rows; in so many, ranks that are not ranks would agree once


def set_proposals(
    columns: Sequence[Column], whole: Column | None, other: Column | None, naming: Naming, ground: Ground
) -> list[Proposal]:
    """The questions that several columns together may be, the likeliest first; none where they have nothing in common.

    Args:
        columns: the items of one question, in the order of the file.
        whole: the column that holds all their answers joined, where there is one besides.
        other: the column with what was written under "Other", where there is one.
        naming: of the question.
        ground: what holds for the whole file.
    """
    values = [ground.answers(column.position) for column in columns]
    if ranking := _ranking(columns, values, naming):
        return [ranking]
    options = _options(columns, values, naming, ground)
    if options is None or whole is None:
        counted = _with_written(options, other, ground) if options and other else None
        return [proposal for proposal in (counted, options) if proposal]
    (question,) = options.questions
    joined = [
        Proposal((_with(question, column=whole.name, separator=separator),), options.doubts)
        for separator in ground.separators
    ]
    out = Proposal((question,), (*options.doubts, Doubt(about.JOINED_LEFT_OUT, whole.name)), (whole.name,))
    return [*joined, out]


def _options(columns: Sequence[Column], values: Sequence[Values], naming: Naming, ground: Ground) -> Proposal | None:
    """Multiple choice with a column an option: its own word or a tick in each, and no other word."""
    silent = unseen_codes(columns, dict(zip((c.position for c in columns), values, strict=True)))
    values = [known.without(silent) for known in values]
    words: list[str | None] = []
    for column, known in zip(columns, values, strict=True):
        own = [label for key, label in known.labels.items() if key not in _TICKS or _is_label(key, column, known)]
        if len(own) > 1:
            return None
        words.append(own[0] if own else None)
    given = [fold(word) for word in words if word is not None]
    if len(set(given)) < len(given) or not any(known.spellings for known in values):
        return None
    labels: list[str] = []
    in_file: dict[str, list[str]] = {}
    for column, word in zip(columns, words, strict=True):
        wanted = column.item or word or column.item_code or column.name
        label = _unlike(wanted, labels)
        labels.append(label)
        if word is not None and (fold(word) != fold(label) or fold(word) in _TICKS):
            in_file[label] = [word]
    declared = {key for column in columns for _, text in ground.fact(column.position).values for key in [fold(text)]}
    reserved = ground.missing | silent | _TICKS
    answers = answers_of(labels, reserved, in_file=in_file)
    if not silent and _asked_apart(values):
        return None
    explicit = any(set(known.counts) & UNTICKED_SPELLINGS for known in values) or bool(declared & UNTICKED_SPELLINGS)
    missing = Missing(no_answer=["", *sorted(ground.missing)], not_asked=sorted(silent)) if silent else naming.missing
    question = Question(
        id=naming.id, type="multiple", text=naming.text, label=naming.label, answers=answers, missing=missing,
        columns={answer.code: column.name for answer, column in zip(answers, columns, strict=True)},
        base="asked" if explicit else "answered",
    )  # fmt: skip
    untold = [Doubt(about.UNTOLD_SETS, naming.id)] if columns[0].key.startswith("options@") else []
    return Proposal((question,), tuple(untold))


def _asked_apart(values: Sequence[Values]) -> bool:
    """Whether columns of yes and no were each answered or passed over by themselves, as questions are and options not.

    Of one question with options, either all cells of a respondent are filled or none.
    """
    blanks = [known.blanks for known in values if set(known.counts) & UNTICKED_SPELLINGS]
    rows = values[0].n + values[0].blanks
    return len(blanks) == len(values) and max(blanks) - min(blanks) > max(2, _PASSED_OVER * rows)


def _with_written(options: Proposal, other: Column, ground: Ground) -> Proposal | None:
    """The options and "Other", ticked by whatever is written there; None where there is such an option already."""
    (question,) = options.questions
    label = other.item or other.item_code or other.name
    if any(_is_other(str(answer.label)) for answer in question.answers) or not _is_other(label):
        return None
    labels = [*(str(answer.label) for answer in question.answers), label]
    *_, last = answers_of(labels, ground.missing | _TICKS | {answer.code for answer in question.answers})
    counted = _with(
        question,
        answers=[*question.answers, *taking_others([last], 0)],
        columns={**(question.columns or {}), last.code: other.name},
    )
    return Proposal((counted,), (*options.doubts, Doubt(about.OTHERS, question.id)))


def _is_other(label: str) -> bool:
    return fold(label) in OTHERS or re.fullmatch(r"(?:other|annat|övrigt)\b.*", fold(label)) is not None


def _is_label(key: str, column: Column, values: Values) -> bool:
    """Whether a word such as "No" is the option's own label, and not the sign that it is not ticked."""
    return key == fold(column.item or "") and set(values.counts) == {key}


def _unlike(label: str, labels: Sequence[str]) -> str:
    """The label, told apart from one before it that is the same."""
    known = {fold(other) for other in labels}
    number, candidate = 2, label
    while fold(candidate) in known:
        candidate, number = f"{label} ({number})", number + 1
    return candidate


def _ranking(columns: Sequence[Column], values: Sequence[Values], naming: Naming) -> Proposal | None:
    """Places with an answer in each, or answers with a rank in each, where the file leaves no doubt of it."""
    if len(columns) < _LEAST or not all(known.spellings for known in values):
        return None
    pooled = united(list(values))
    if all(_RANK.fullmatch(fold(column.item or column.item_code or "")) for column in columns):
        plain = not any(key in _TICKS or key.isdigit() for key in pooled.counts)
        common = all(len(set(known.counts) & _others(values, at)) > 1 for at, known in enumerate(values))
        told = any(re.search(r"[a-zåäö]", fold(column.item or "")) for column in columns)
        if plain and common and len(pooled.counts) >= len(columns) - 1 and (told or values[0].n >= _MANY):
            answers = answers_of(sorted(pooled.labels.values(), key=fold))
            question = Question(
                id=naming.id,
                type="ranking",
                text=naming.text,
                answers=answers,
                places=[c.name for c in columns],
            )
            return Proposal((question,), (Doubt(about.RANKED, naming.id),))
    ranks = {str(rank) for rank in range(1, len(columns) + 1)}
    numbers = {key.removesuffix(".0") for key in pooled.counts}
    if numbers == ranks and all(len(known.counts) > 1 for known in values):
        labels: list[str] = []
        for column in columns:
            labels.append(_unlike(column.item or column.item_code or column.name, labels))
        answers = answers_of(labels)
        question = Question(
            id=naming.id, type="ranking", text=naming.text, answers=answers,
            columns={answer.code: column.name for answer, column in zip(answers, columns, strict=True)},
        )  # fmt: skip
        return Proposal((question,), (Doubt(about.RANKED, naming.id),))
    return None


def grid_proposals(
    columns: Sequence[Column], name: str, naming_of: Callable[[Column], Naming], ground: Ground
) -> list[Proposal]:
    """The rows of a grid, each a question with the answers of all; none where the columns have other answers each."""
    values = [ground.answers(column.position) for column in columns]
    pooled = united([known for known in values if known.spellings])
    steps = {fold(text) for column in columns for _, text in ground.fact(column.position).values}
    most = max((len(known.counts) for known in values), default=0)
    if (several := joined(pooled, ground.separators)) and not several.ranked:
        return [_checked_rows(columns, several, naming_of, ground)]
    if most < 2 or len(pooled.counts) > max(most + most // 2, len(steps)) or len(pooled.counts) > _MOST_STEPS:  # noqa: PLR2004
        return []
    if any(is_number(known, ground.decimal) for known in values) and is_number(pooled, ground.decimal):
        return []
    shared = [len(set(known.counts) & _others(values, at)) for at, known in enumerate(values)]
    alike = all(2 * common >= len(known.counts) for common, known in zip(shared, values, strict=True))
    coded = choice(pooled, ground)
    declared = any(ground.fact(column.position).values for column in columns)  # each row then has its own labels
    if not alike or coded is None or declared:
        return []
    kind, answers, unsure = coded
    questions = []
    for column in columns:
        naming = naming_of(column)
        questions.append(
            Question(
                id=naming.id,
                type=kind,
                text=naming.text,
                label=naming.label,
                grid=name,
                scale=name,
                answers=answers,
                missing=naming.missing,
                column=None if column.name == naming.id else column.name,
            )
        )
    return [Proposal(tuple(questions), tuple(Doubt(kind_, name) for kind_ in unsure if kind_ != about.ONE_VALUE))]


def _checked_rows(
    columns: Sequence[Column], several: Joined, naming_of: Callable[[Column], Naming], ground: Ground
) -> Proposal:
    """A grid of boxes to tick: each row a multiple choice of the same options, joined in its cell."""
    answers = answers_of(several.options, reserved=ground.missing)
    questions = []
    for column in columns:
        naming = naming_of(column)
        questions.append(
            Question(
                id=naming.id, type="multiple", text=naming.text, label=naming.label, answers=answers,
                separator=several.separator, column=None if column.name == naming.id else column.name,
            )
        )  # fmt: skip
    return Proposal(tuple(questions))


def _others(values: Sequence[Values], at: int) -> set[str]:
    return {key for place, known in enumerate(values) if place != at for key in known.counts}


def _with(question: Question, **changes: object) -> Question:
    return Question(**{**question.model_dump(by_alias=True), **changes})
