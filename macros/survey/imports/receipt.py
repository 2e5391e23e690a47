"""What an import says when it is done: how much it found, what it decided, what it is unsure of, what to do next.

Belongs here: the receipt's lines, and the account of every column. Does not: finding any of it out (`understanding.py`,
`personal.py`). No line holds an answer; a column is told by its header.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.language.catalogue import Language
from macros.language.message import Message, msg, nmsg
from macros.survey.codebook_file import CODEBOOK, PRIVATE
from macros.survey.imports.importer import Imported
from macros.survey.imports.placing import shown_path
from macros.survey.imports.self_told import told_of_itself
from macros.survey.model_problems import shown
from macros.survey.spelling import tidy

MOST_NAMES = 12  # more headers than that nobody reads; all of them stand in the codebook
_LETTERS = 60


@dataclass(frozen=True)
class Account:
    """Where every column of the file went; each is counted once."""

    questions: int
    identifier: int
    design: int
    ignored: int
    personal: int
    refused: int = 0

    @property
    def columns(self) -> int:
        """All of them together."""
        return self.questions + self.identifier + self.design + self.ignored + self.personal + self.refused


def account_of(imported: Imported) -> Account:
    """Count the columns of a file by their use in the draft."""
    codebook = imported.draft.codebook
    personal = len(imported.findings)
    return Account(
        questions=len(imported.draft.question_columns),
        identifier=int(codebook.identifier is not None),
        design=len(codebook.design.columns),
        ignored=len(codebook.ignore) - personal,
        personal=personal,
        refused=sum(len(refusal.columns) for refusal in imported.sheet.refused),
    )


def receipt(imported: Imported, root: Path, language: Language) -> str:
    """The receipt as the lines of a terminal."""
    lines: list[str] = []
    for heading, points in _parts(imported, root):
        said = [language.say(point) for point in points]
        if said:
            lines += [*([""] if lines else []), language.say(heading), *(f"  {line}" for line in said)]
    return "\n".join(lines)


def _parts(imported: Imported, root: Path) -> Iterator[tuple[Message, Sequence[Message | str]]]:
    codebook = imported.draft.codebook
    file, tool = imported.source.name, imported.draft.tool
    yield msg("{file} is imported as {id} ({tool}).", file=file, id=codebook.id, tool=tool), _found(imported)
    itself = told_of_itself(imported.sheet, codebook.identifier)
    yield msg("Against what the file says itself:"), [*imported.draft.said, *itself]
    refused = [refusal.problem.found for refusal in imported.sheet.refused]
    decided = [message for message in imported.sheet.decided if message not in refused]
    yield msg("Decided:"), [*decided, *imported.draft.decisions]
    yield msg("Unsure, look at this:"), [*imported.draft.doubts]
    yield msg("Refused:"), refused
    left = [header for header in codebook.ignore if header not in {finding.name for finding in imported.findings}]
    yield msg("Left out:"), [_named(left)] if left else []
    personal = [msg("{column}: {reason}", column=_quoted(f.name), reason=f.reason) for f in imported.findings]
    yield msg("Looks personal, left out:"), [*personal, *_left_with_it(imported)]
    yield msg("Written:"), [shown_path(path, root) for path in imported.written]
    yield msg("Next:"), [*_next(imported, root)]


def _found(imported: Imported) -> list[Message | str]:
    draft, account = imported.draft, account_of(imported)
    types = ", ".join(f"{count} {kind}" for kind, count in draft.types.items())
    sets = ", ".join(f"{id_} ({options})" for id_, options in draft.multiple_sets)
    points: list[Message | str] = [
        msg("persons: {persons}, of {rows} rows", persons=draft.persons, rows=draft.rows),
        msg(
            "columns: {columns} = {questions} of questions + {identifier} identifier + {design} of the design "
            "+ {ignored} left out + {personal} personal + {refused} refused",
            columns=account.columns, questions=account.questions, identifier=account.identifier,
            design=account.design, ignored=account.ignored, personal=account.personal, refused=account.refused,
        ),
        msg("questions: {count} ({types})", count=len(draft.codebook.questions), types=types),
    ]  # fmt: skip
    if sets:
        points.append(msg("multiple choice, with its options: {sets}", sets=sets))
    codes = ", ".join(f'"{shown(code)}"' for code in draft.missing_codes)
    points.append(msg("codes for no answer: {codes}", codes=codes) if codes else msg("codes for no answer: none"))
    return points


def _left_with_it(imported: Imported) -> list[Message]:
    """Columns that only left because a column of the same question did."""
    if not imported.with_them:
        return []
    return [msg("with it, as part of the same question: {columns}", columns=_named(list(imported.with_them)))]


def _next(imported: Imported, root: Path) -> Iterator[Message]:
    """What is to be done by hand, in its order."""
    codebook, source = shown_path(imported.folder / CODEBOOK, root), imported.source
    page = next((shown_path(path, root) for path in imported.written if path.suffix == ".md"), None)
    survey = shown_path(imported.folder, root) if page is None else imported.draft.codebook.id
    steps = [
        msg("Fill in what begins with FILL IN in {file}, and go through its questions.", file=codebook),
        msg("Count it: {command}.", command=f"report results {survey}"),
    ]
    if page is not None:
        steps.append(msg("Run {command}, and look at {page} with {preview}.", command="report check", page=page,
                         preview="make serve"))  # fmt: skip
    if source.is_relative_to(root) and source.parent.name != PRIVATE:
        where = shown_path(source, root)
        steps.append(msg("Move {file} out of the project: git would take it along.", file=where))
    yield from (msg("{number}. {step}", number=number, step=step) for number, step in enumerate(steps, 1))


def _named(headers: list[str]) -> Message | str:
    """Headers, and how many more there are."""
    listed = ", ".join(map(_quoted, headers[:MOST_NAMES]))
    more = len(headers) - MOST_NAMES
    return nmsg("{listed} and {count} more", "{listed} and {count} more", more, listed=listed) if more > 0 else listed


def _quoted(header: str) -> str:
    return f'"{shown(tidy(header), _LETTERS)}"'
