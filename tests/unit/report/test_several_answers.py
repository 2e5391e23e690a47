"""Under a multiple choice and a ranking stands what its shares are of."""

from pathlib import Path

import pytest

from tests.projects import HEAD, Project

ENGLISH = "theme: {name: material, language: en}\n"
RESPONSES = HEAD.replace("counts", "responses").replace("census", "nonprobability")
ANSWERS = "answers: [{code: pris, label: Pris}, {code: tid, label: Tid}]}\n"
TICKED = "Several answers could be given. The shares are of those who gave any; they can pass 100 together."
ASKED = (
    "Several answers could be given, or none. The shares are of all who saw the question: who ticked nothing "
    "counts as an answer."
)
FIRST = "The answers were ranked; a share says how many put the answer first."


def said(root: Path, keys: str, rows: str) -> str:
    question = f"  - {{id: behov, text: Vad, label: Behov, columns: {{pris: p, tid: t}}, {keys}, {ANSWERS}"
    project = Project(root, ENGLISH, enkat=(f"id: enkat\n{RESPONSES}questions:\n{question}", f"p,t\n{rows}"))
    return project.said('chart("behov")')


@pytest.mark.parametrize(
    ("keys", "rows", "expected"),
    [
        ("type: multiple", "1,0\n" * 20 + "1,1\n" * 10, TICKED),
        ("type: multiple, base: asked", "1,0\n" * 20 + "0,1\n" * 10 + "0,0\n" * 10, ASKED),
        ("type: ranking", "1,2\n" * 20 + "2,1\n" * 10, FIRST),
    ],
)
def test_what_the_shares_are_of(tmp_path: Path, keys: str, rows: str, expected: str) -> None:
    shown = said(tmp_path, keys, rows)
    assert [note for note in (TICKED, ASKED, FIRST) if note in shown] == [expected]


def test_who_ticked_nothing_makes_the_shares_smaller(tmp_path: Path) -> None:
    shown = said(tmp_path, "type: multiple, base: asked", "1,0\n" * 20 + "0,1\n" * 10 + "0,0\n" * 10)
    assert "40 of 40 företag answered the question." in shown
    assert "50" in shown
    assert "25" in shown
