"""Which browser the site's tests drive."""

from pathlib import Path

import pytest

from tests.site.chromium import find_chromium


def program(folder: Path, name: str, status: int) -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setattr("tests.site.chromium.CANDIDATES", ("chromium", "google-chrome"))
    return tmp_path


def test_none_where_there_is_none(path: Path) -> None:
    assert find_chromium() is None
    assert list(path.iterdir()) == []


def test_a_pointer_to_a_store_is_no_browser(path: Path) -> None:
    program(path, "chromium", status=1)
    assert find_chromium() is None


def test_takes_the_next_that_runs(path: Path) -> None:
    program(path, "chromium", status=1)
    chrome = program(path, "google-chrome", status=0)
    assert find_chromium() == chrome


def test_chrome_from_the_environment_goes_first(
    path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(path, "chromium", status=0)
    own = program(tmp_path_factory.mktemp("own"), "min-chrome", status=0)
    monkeypatch.setenv("CHROME", own)
    assert find_chromium() == own


def test_a_wrong_chrome_in_the_environment_is_not_replaced_in_silence(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(path, "chromium", status=0)
    monkeypatch.setenv("CHROME", str(path / "stavfel"))
    assert find_chromium() is None
