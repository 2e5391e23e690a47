"""`report guard`: no answer of a real respondent, no row of a person and no personal data goes into git.

Belongs here: which file breaks which rule. Does not: what git keeps (`tracked.py`), the shape of rows
(`survey/row_shape.py`) or what is personal (`survey/personal_file.py`).
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path, PurePosixPath

from macros.errors import Place, Problem, ReportError
from macros.language.message import Message, msg, nmsg
from macros.publish.tracked import PRIVATE, Tracked, tracked
from macros.release.sealed_line import COLUMNS
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import CODEBOOK, SURVEYS
from macros.survey.counts_row import COLUMNS as COUNTS
from macros.survey.decisions import read_decisions
from macros.survey.imports.personal import KINDS
from macros.survey.model_problems import validate
from macros.survey.parquet_file import read_parquet
from macros.survey.personal_file import Hit, is_text, personal_cells, personal_lines
from macros.survey.quotes import QUOTES, Quotes
from macros.survey.row_shape import row_shaped
from macros.survey.sealed_file import SEALED_ROWS
from macros.survey.sheet import Sheet, read_sheet
from macros.survey.yaml_file import read_yaml

DECISIONS = "data/guard.decisions.yml"
TABLES = frozenset({".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".sav", ".zsav", ".parquet"})
CLOSED = frozenset(
    {".xls", ".xlsb", ".ods", ".numbers", ".por", ".dta", ".sas7bdat", ".rds", ".rdata", ".feather", ".arrow", ".pkl",
     ".sqlite", ".sqlite3", ".db", ".mdb", ".accdb", ".zip", ".gz", ".7z", ".jsonl", ".ndjson"}
)  # fmt: skip
"""Kinds of files that hold answers elsewhere and are not looked into here."""
_MOST_LINES = 20
_OUT = msg("Take it out of git: git rm --cached. Was it committed? See “Svar i git” in README.md.")


@dataclass(frozen=True)
class Guarded:
    """What was looked at, for the receipt."""

    files: int
    tables: int


@dataclass(frozen=True)
class _Looked:
    """The files, and what the codebooks say of them."""

    kept: Tracked
    codebooks: Mapping[str, Codebook]
    sheets: dict[str, Sheet] = field(default_factory=dict)

    def sheet(self, name: str) -> Sheet:
        """A file as a table."""
        if name not in self.sheets:
            path = self.kept.folder / name
            read = read_parquet if path.suffix.casefold() == ".parquet" else read_sheet
            self.sheets[name] = read(path, self.kept.folder)
        return self.sheets[name]

    def survey(self, name: str) -> Codebook | None:
        """The codebook of the survey's folder that a file lies in."""
        return self.codebooks.get("/".join(PurePosixPath(name).parts[:3]))


def guard(root: Path) -> Guarded:
    """Look at everything that git keeps or is about to.

    Raises:
        ReportError: with every file that must not be there, and every line with personal data.
    """
    with tracked(root) as kept:
        looked = _Looked(kept, _codebooks(kept))
        let = {exception.finding for exception in read_decisions(kept.folder / DECISIONS, kept.folder)}
        problems = [problem for name in kept.names for problem in _problems(name, looked, let)]
    if problems:
        raise ReportError(problems)
    return Guarded(len(kept.names), len(looked.sheets))


def _codebooks(kept: Tracked) -> dict[str, Codebook]:
    """Each codebook that can be read, by its survey's folder; the others are for `report check` to tell of."""
    found = {}
    for name in kept.names:
        if name.startswith(f"{SURVEYS}/") and PurePosixPath(name).name == CODEBOOK:
            try:
                codebook, _ = validate(Codebook, read_yaml(kept.folder / name, kept.folder))
            except ReportError:
                continue
            if codebook is not None:
                found[PurePosixPath(name).parent.as_posix()] = codebook
    return found


def _problems(name: str, looked: _Looked, let: set[str]) -> Iterator[Problem]:
    suffix = PurePosixPath(name).suffix.casefold()
    if PRIVATE in PurePosixPath(name).parts[:-1]:
        yield Problem(Place(name), msg("what lies in private/ stays out of git"), hint=_OUT)
        return
    if not (looked.kept.folder / name).is_file() or (looked.kept.folder / name).is_symlink():
        return  # deleted, or a link, which holds nothing itself
    codebook = looked.survey(name)
    answers = codebook is not None and codebook.kind == "responses" and _is_named(name, codebook)
    if answers and codebook is not None and codebook.status == "real" and not codebook.publish_rows:
        hint = msg(
            "Run report seal {survey} and take the file out of git (git rm --cached), or write publish_rows: true with "
            "its reason in survey.yml. Was it committed? See “Svar i git” in README.md.",
            survey=codebook.id,
        )  # fmt: skip
        yield Problem(Place(name), msg("answers of real respondents ({survey})", survey=codebook.id), hint=hint)
    elif f"rows: {name}" not in let and not answers:
        yield from _shape_problems(name, suffix, looked)
    if codebook is not None and codebook.status == "real" and PurePosixPath(name).name == QUOTES:
        yield from _quote_problems(name, looked)
    if name.startswith(("data/", "docs/")):
        yield from _personal_problems(name, suffix, looked, let)


def _quote_problems(name: str, looked: _Looked) -> Iterator[Problem]:
    """What nobody approved is not published by a page, and not by the repository either."""
    try:
        file = read_yaml(looked.kept.folder / name, looked.kept.folder)
    except ReportError:
        return  # told by report check
    quotes, _ = validate(Quotes, file)
    for at, quote in enumerate(quotes.quotes if quotes is not None else ()):
        if quote.approved_by is None:
            found = msg("nobody has approved the quote {id}", id=quote.id)
            yield Problem(file.place(("quotes", at, "id")), found, hint=msg("Keep it out of git until somebody has."))


def _is_named(name: str, codebook: Codebook) -> bool:
    inside = "/".join(PurePosixPath(name).parts[3:])
    return inside in codebook.files or inside in {question.coding for question in codebook.questions}


def _shape_problems(name: str, suffix: str, looked: _Looked) -> Iterator[Problem]:
    let = msg("Is it none? Write in {file}: finding: '{finding}', with reason, by and date.", file=DECISIONS,
              finding=f"rows: {name}")  # fmt: skip
    if suffix in CLOSED:
        yield Problem(Place(name), msg("a file of this kind can hold answers, and is not looked into"), hint=let)
    elif suffix in TABLES and not _is_known(name, looked):
        sheet = looked.sheet(name)
        why = row_shaped(sheet) or (msg("it cannot be read to the end") if sheet.problems else None)
        if why is not None:
            found = msg("looks like one row a person ({count} rows): {why}", count=len(sheet.records), why=why)
            yield Problem(Place(name), found, _OUT, let)


def _is_known(name: str, looked: _Looked) -> bool:
    """Counts, published figures and sealed tables, by their codebook and by their columns."""
    codebook = looked.survey(name)
    if codebook is None or PurePosixPath(name).suffix.casefold() != ".csv":
        return False
    names = set(_header(looked.kept.folder / name))
    if PurePosixPath(name).name == SEALED_ROWS:
        return names == set(COLUMNS)
    needed = {"counts": set(COUNTS), "published": {"question", "answer", "period", "value"}}.get(codebook.kind)
    return needed is not None and needed <= names and _is_named(name, codebook)


def _header(path: Path) -> Sequence[str]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return next(csv.reader(file), [])


def _personal_problems(name: str, suffix: str, looked: _Looked, let: set[str]) -> Iterator[Problem]:
    path = looked.kept.folder / name
    hits: list[Hit] = []
    if suffix in TABLES:
        hits = list(personal_cells(looked.sheet(name)))
    elif is_text(path):
        hits = list(personal_lines(path.read_text(encoding="utf-8")))
    for kind, same in groupby(sorted(hits, key=lambda hit: (hit[1], hit[0])), key=lambda hit: hit[1]):
        if f"{kind}: {name}" not in let:
            yield from _personal(name, kind, [line for line, _ in same])


def _personal(name: str, kind: str, lines: Sequence[int]) -> Iterator[Problem]:
    hint = msg(
        "Take it away. May everybody know it? Write in {file}: finding: '{finding}', with reason, by and date.",
        file=DECISIONS, finding=f"{kind}: {name}",
    )  # fmt: skip
    what: Message = KINDS[kind]
    for line in lines[:_MOST_LINES]:
        yield Problem(Place(name, line), msg("looks like {what}", what=what), hint=hint)
    if (rest := len(lines) - _MOST_LINES) > 0:
        more = nmsg("{count} line more looks like {what}", "{count} lines more look like {what}", rest, what=what)
        yield Problem(Place(name, lines[_MOST_LINES]), more, hint=hint)
