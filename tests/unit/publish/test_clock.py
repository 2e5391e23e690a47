"""The date of a build comes from outside or from the sources, so that it does not change from day to day."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from macros.language.catalogue import Language
from macros.publish.clock import set_clock


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock is set before a test, and what it sets is gone after it."""
    for name in ("SOURCE_DATE_EPOCH", "SITE_DATE"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.mark.parametrize(("code", "shown"), [("sv", "24 november 2026"), ("en", "24 November 2026")])
def test_a_date_given_from_outside_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, shown: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795500000")
    set_clock(tmp_path, Language(code))
    assert os.environ["SOURCE_DATE_EPOCH"] == "1795500000"
    assert os.environ["SITE_DATE"] == shown


def test_words_given_from_outside_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_DATE", "våren 2021")
    set_clock(tmp_path, Language("sv"))
    assert os.environ["SITE_DATE"] == "våren 2021"


def test_else_the_last_commit_counts(tmp_path: Path) -> None:
    date = {"GIT_COMMITTER_DATE": "2020-06-12T12:00:00+00:00"}
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", "a"], check=True, env=os.environ | date)
    set_clock(tmp_path, Language("sv"))
    assert os.environ["SOURCE_DATE_EPOCH"] == "1591963200"
    assert os.environ["SITE_DATE"] == "12 juni 2020"


def test_without_a_commit_it_is_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    before = int(time.time())
    set_clock(tmp_path, Language("sv"))
    assert before <= int(os.environ["SOURCE_DATE_EPOCH"]) <= time.time()
