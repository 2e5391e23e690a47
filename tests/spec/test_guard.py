"""What may lie in git and what may not, a row a file.

Each file is staged in a repository of its own, beside a real survey, an example and a survey of counts.
"""

import csv
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from macros.errors import Problem, ReportError
from macros.publish.guard import guard
from macros.release.sealed_line import COLUMNS
from macros.survey.codebook_file import read_codebook
from tests.projects import Project
from tests.site.copies import copy_project
from tests.unit.survey.sav_files import sav
from tests.unit.survey.workbooks import workbook

HEAD = """\
title: T
publisher: P
population: {label: alla, one: ett, many: flera}
questions: [{id: q, type: single, text: "Q?", answers: [{code: ja, label: Ja}, {code: nej, label: Nej}]}]
"""
REAL = f"id: verklig\nstatus: real\nkind: responses\nfiles: [svar.csv]\n{HEAD}"
EXAMPLE = f"id: exempel\nstatus: example\nkind: responses\nfiles: [svar.csv]\n{HEAD}"
COUNTS = f"id: antal\nstatus: real\nkind: counts\nfiles: [antal.csv]\n{HEAD}"
ALLOWED = 'publish_rows: true\npublish_rows_reason: "Alla har samtyckt."\n'
TREES = ("ek", "al", "asp", "björk", "lind", "rönn", "tall", "gran", "en", "lönn", "sälg", "hägg")


def table(header: str, row: Callable[[int], str], rows: int = 12) -> str:
    return header + "\n" + "\n".join(row(at) for at in range(1, rows + 1)) + "\n"


TABBED = table("id\tq", lambda at: f"{at * 7}\tja")
CODED = table("q;r;s", lambda at: f"{'ja' if at % 2 else 'nej'};{at % 3};{at % 4}").replace(";", ",")
NAMED = table("id,q", lambda at: f"{at * 7},{'ja' if at % 2 else 'nej'}")
OPEN = table("q,mer", lambda at: f"ja,vi behöver fler {TREES[at - 1]} och mindre regn")
TIMED = table("när,q", lambda at: f"2020-05-11 08:{at + 10}:00,ja")
FIGURES = table("question,answer,by,group,n", lambda at: f"q,ja,,g{at},{at}")
YEARS = table("år,andel,antal", lambda at: f"{2008 + at},{30 + at % 3},{100 + at}")
LONG = [f"{tree} som växer långsamt i skogen" for tree in TREES]
SEALED = table(",".join(COLUMNS), lambda at: f"q,rows,,k{at},{LONG[at - 1]},share,ok,8.0,8,96,8.0,,,")
LABELLED = table("answer,label,n", lambda at: f"k{at},{LONG[at - 1]},8")
MAILED = table("q,till", lambda at: f"ja,{TREES[at - 1]}@kommun.se")


class Repository(Project):
    """A project in git; what is written is staged at once."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, verklig=(REAL, ""), exempel=(EXAMPLE, NAMED), antal=(COUNTS, ""))
        for empty in ("verklig", "antal"):
            (root / f"data/surveys/{empty}/svar.csv").unlink()
        self.git("init", "--quiet")
        self.git("add", "--all")

    def git(self, *words: str) -> None:
        subprocess.run(["git", "-C", str(self.root), *words], check=True, capture_output=True)

    def stage(self, name: str, content: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.git("add", "--force", name)

    def found(self) -> list[Problem]:
        try:
            guard(self.root)
        except ReportError as error:
            return list(error.problems)
        return []


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_such_a_repository_is_in_order_as_it_is(repository: Repository) -> None:
    assert repository.found() == []
    assert guard(repository.root).tables == 1  # the invented answers are looked through for personal data


# fmt: off
FILES = [
    # name                                  content     what is said, or None
    ("data/surveys/verklig/svar.csv",       CODED,      "answers of real respondents ({survey})"),
    ("data/surveys/verklig/svar.csv",       NAMED,      "answers of real respondents ({survey})"),
    ("data/surveys/verklig/private/x.txt",  "a\n",      "what lies in private/ stays out of git"),
    ("anywhere/private/x.png",              "a\n",      "what lies in private/ stays out of git"),
    ("data/surveys/verklig/gammal.csv",     NAMED,      "looks like one row a person ({count} rows): {why}"),
    ("docs/assets/svar.csv",                OPEN,       "looks like one row a person ({count} rows): {why}"),
    ("svar.TSV",                            TABBED,     "looks like one row a person ({count} rows): {why}"),
    ("tests/svar.csv",                      TIMED,      "looks like one row a person ({count} rows): {why}"),
    ("tests/svar.csv",                      MAILED,     "looks like one row a person ({count} rows): {why}"),
    ("data/surveys/antal/sealed.csv",       NAMED,      "looks like one row a person ({count} rows): {why}"),
    ("data/surveys/antal/antal.csv",        NAMED,      "looks like one row a person ({count} rows): {why}"),
    ("data/broken.csv",                     b"a,b\n\x00\x81\n", "looks like one row a person ({count} rows): {why}"),
    ("svar.ods",                            b"PK",      "a file of this kind can hold answers, and is not looked into"),
    ("data/surveys/exempel/svar.csv",       NAMED,      None),
    ("data/surveys/antal/antal.csv",        FIGURES,    None),
    ("data/surveys/verklig/sealed.csv",     SEALED,     None),
    ("data/surveys/verklig/other.csv",      LABELLED,   "looks like one row a person ({count} rows): {why}"),
    ("data/serie.csv",                      YEARS,      None),
    ("data/coded.csv",                      CODED,      None),
    ("data/few.csv",                        table("id,q", lambda at: f"{at},ja", 9), None),
    ("notes.txt",                           NAMED,      None),
]
# fmt: on


@pytest.mark.parametrize(("name", "content", "said"), FILES)
def test_a_staged_file(repository: Repository, name: str, content: str | bytes, said: str | None) -> None:
    repository.stage(name, content)
    found = [problem for problem in repository.found() if problem.place.path == name and problem.place.line is None]
    assert [problem.found.template for problem in found] == ([said] if said else [])


def test_rows_in_a_workbook_and_in_spss_and_parquet_files_are_seen(repository: Repository) -> None:
    rows = list(csv.reader(io.StringIO(NAMED)))
    (repository.root / "bok.xlsx").write_bytes(workbook({"Svar": rows}))
    columns = {name: list(cells) for name, *cells in zip(*rows, strict=True)}
    sav(repository.root / "svar.sav", columns)
    pd.DataFrame(columns).to_parquet(repository.root / "svar.parquet")
    repository.git("add", "--all")
    assert sorted(problem.place.path for problem in repository.found()) == ["bok.xlsx", "svar.parquet", "svar.sav"]


def test_what_is_staged_counts_and_not_what_lies_in_the_folder(repository: Repository) -> None:
    repository.stage("data/surveys/verklig/svar.csv", CODED)
    (repository.root / "data/surveys/verklig/svar.csv").unlink()
    assert len(repository.found()) == 1
    repository.git("rm", "--cached", "--quiet", "data/surveys/verklig/svar.csv")
    repository.write("data/surveys/verklig/svar.csv", CODED)
    assert repository.found() == []


def test_rows_may_be_published_with_a_reason(repository: Repository) -> None:
    repository.stage("data/surveys/verklig/svar.csv", NAMED)
    repository.stage("data/surveys/verklig/survey.yml", REAL + ALLOWED)
    assert repository.found() == []
    repository.stage("data/surveys/verklig/survey.yml", REAL + "publish_rows: true\n")
    assert len(repository.found()) == 1


@pytest.mark.parametrize(
    ("kind", "keys", "found"),
    [
        ("responses", "publish_rows: true\n", "publish_rows: true and publish_rows_reason belong together"),
        ("responses", "publish_rows_reason: därför\n", "publish_rows: true and publish_rows_reason belong together"),
        ("counts", ALLOWED, "Only a survey of kind responses has rows to publish"),
    ],
)
def test_publishing_rows_takes_a_reason_and_rows(repository: Repository, kind: str, keys: str, found: str) -> None:
    repository.write("data/surveys/verklig/survey.yml", REAL.replace("responses", kind) + keys)
    repository.write("data/surveys/verklig/svar.csv", NAMED)
    with pytest.raises(ReportError) as stopped:
        read_codebook(repository.root / "data/surveys/verklig", repository.root)
    assert [problem.found.template for problem in stopped.value.problems] == [found]


def test_publishing_rows_lets_no_private_file_through(repository: Repository) -> None:
    repository.stage("data/surveys/verklig/private/svar.csv", NAMED)
    repository.stage("data/surveys/verklig/survey.yml", REAL.replace("svar.csv", "private/svar.csv") + ALLOWED)
    assert [p.found.template for p in repository.found()] == ["what lies in private/ stays out of git"]


# Check digits worked out by hand (Luhn): one number that has it right, and the same one off.
LINES = [
    ("ann.ek@kommun.se", ["email"]),
    ("skriv till info@kommun.se, eller prov@example.org", []),
    ("ring 070-174 06 05", ["phone"]),
    ("född 811218-9876", ["civic_number"]),
    ("född 811218-9875", []),
    ("företaget 202100-5489", ["organisation_number"]),
    ("företaget 202100-5488", []),
    ("https://example.org/202100-5489/070-174 i mars 2020", []),
    ("mellan 1 000 och 1 747 svar under 2020-03-16/2020-03-17", []),
]


@pytest.mark.parametrize(("line", "kinds"), LINES)
@pytest.mark.parametrize("name", ["docs/sida.md", "data/surveys/verklig/survey.yml", "data/lista.csv"])
def test_personal_data_is_told_by_line_and_kind_and_never_by_value(
    repository: Repository, name: str, line: str, kinds: list[str]
) -> None:
    above = REAL if name.endswith("survey.yml") else "rubrik\n"
    comment = "# " if name.endswith("survey.yml") else ""
    repository.stage(name, f'{above}{comment}"{line}"\n')
    found = repository.found()
    at = above.count("\n") + 1
    what = {"email": "an e-mail address", "phone": "a telephone number",
            "civic_number": "a Swedish personal identity number",
            "organisation_number": "a Swedish organisation number, which names a company and not a person"}  # fmt: skip
    assert [(p.place.path, p.place.line) for p in found] == [(name, at)] * len(kinds)
    assert [getattr(dict(p.found.values)["what"], "template", "") for p in found] == [what[kind] for kind in kinds]
    digits = [word for word in line.split() if any(map(str.isdigit, word)) or "@" in word]
    assert not any(word in repr(problem) for problem in found for word in digits)


def test_a_column_of_names_is_told_by_its_header(repository: Repository) -> None:
    repository.stage("data/lista.csv", table("Förnamn,Svar", lambda at: f"{TREES[at - 1].title()},ja"))
    assert [(p.place.line, p.found.template) for p in repository.found()] == [
        (None, "looks like one row a person ({count} rows): {why}"),
        (1, "looks like {what}"),
    ]


def test_many_lines_are_not_all_told(repository: Repository) -> None:
    repository.stage("docs/sida.md", "".join(f"{'abcdefghij'[at % 10]}{at}@kommun.se\n" for at in range(30)))
    found = repository.found()
    assert len(found) == 21
    assert found[-1].found.count == 10


@pytest.mark.parametrize(
    ("finding", "left"),
    [("email: docs/kontakt.md", 0), ("phone: docs/kontakt.md", 1), ("email: docs/annan.md", 1)],
)
def test_a_person_may_let_one_kind_in_one_file_through(repository: Repository, finding: str, left: int) -> None:
    repository.stage("docs/kontakt.md", "ann.ek@kommun.se\n")
    said = f"exceptions:\n  - {{finding: '{finding}', reason: kontakt, by: Ann Ek, date: 2020-06-01}}\n"
    repository.stage("data/guard.decisions.yml", said)
    assert len(repository.found()) == left


def test_letting_through_needs_a_reason(repository: Repository) -> None:
    repository.stage("data/guard.decisions.yml", "exceptions:\n  - {finding: 'rows: x.csv', by: A, date: 2020-06-01}\n")
    assert [problem.place.path for problem in repository.found()] == ["data/guard.decisions.yml"]


def test_without_git_the_files_of_data_and_docs_are_looked_at(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("docs/sida.md", "ann.ek@kommun.se\n")
    project.write("data/surveys/enkat/private/svar.csv", NAMED)
    with pytest.raises(ReportError) as stopped:
        guard(tmp_path)
    assert [problem.place.path for problem in stopped.value.problems] == ["docs/sida.md"]


def test_nothing_in_this_repository_tells_of_a_person(project: Path) -> None:
    assert guard(project).tables >= 8


def test_the_hook_stops_a_commit(project: Path, tmp_path: Path) -> None:
    root = copy_project(project, tmp_path)
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    who = {f"GIT_{role}_{part}": "prov@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}

    def git(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *words], cwd=root, env=os.environ | who, capture_output=True, text=True, check=False
        )

    assert git("init", "--quiet").returncode == 0
    git("config", "core.hooksPath", ".ci/hooks")
    git("add", "--all")
    first = git("commit", "--quiet", "-m", "start")
    assert first.returncode == 0, first.stderr
    (root / "data" / "svar.csv").write_text(NAMED, encoding="utf-8")
    git("add", "--all")
    stopped = git("commit", "-m", "svar")
    assert stopped.returncode != 0
    assert "data/svar.csv" in stopped.stderr
