"""What the columns of a table are called: one name each, no two alike.

Belongs here: names out of one, two or three header rows. Does not: which rows those are (`headers.py`), or what a
column means.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from macros.survey.spelling import fold, tidy

Fields = Sequence[str]


def column_names(rows: Sequence[Fields]) -> tuple[str, ...]:
    """One name for each column, no two alike.

    >>> column_names([["Hur?", "Vad?", "", ""], ["", "Kurs", "Robot", ""]])
    ('Hur?', 'Vad? / Kurs', 'Vad? / Robot', '[4]')
    >>> column_names([["a", "", "A"]])
    ('a', '[2]', 'A (2)')
    """
    return tuple(_each_its_own(column_headers(rows)))


def column_headers(rows: Sequence[Fields]) -> list[str]:
    """What the header says of each column: "" where it says nothing, and the same where it says the same."""
    return list(_questions_and_options(*rows)) if len(rows) == 2 else [tidy(field) for field in rows[0]]  # noqa: PLR2004


def _questions_and_options(top: Fields, second: Fields) -> Iterator[str]:
    width = max(len(top), len(second))
    questions = [tidy(field) for field in (*top, *[""] * (width - len(top)))]
    options = [tidy(field) for field in (*second, *[""] * (width - len(second)))]
    # Where a question stands once over all its columns, the same words once more are another question.
    named = next((at for at, question in enumerate(questions) if question), width)
    once = any(options[at] and not questions[at] for at in range(named, width))
    over = 0  # which column the question stands in
    spans: list[int] = []
    for at, question in enumerate(questions):
        other = once or fold(question) != fold(questions[over])
        if not at or (other if question else not options[at]):
            over = at
        spans.append(over)
    count = Counter(spans)
    for span, option in zip(spans, options, strict=True):
        question = questions[span]
        if count[span] == 1 or not option:
            yield question or option
        else:
            yield f"{question} / {option}" if question else option


def _each_its_own(names: Sequence[str]) -> Iterator[str]:
    folded = [fold(name) for name in names]
    taken = set(folded)
    seen: Counter[str] = Counter()
    for at, (name, key) in enumerate(zip(names, folded, strict=True), 1):
        own, number = name or f"[{at}]", 1
        if name:
            seen[key] += 1
            number = seen[key]
        if number > 1 or (not name and own in taken):
            number = max(number, 2)
            while fold(f"{own} ({number})") in taken:
                number += 1
            own = f"{own} ({number})"
            taken.add(fold(own))
        yield own
