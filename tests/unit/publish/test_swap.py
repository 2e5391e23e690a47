"""A new site takes the place of the old one whole, or not at all."""

import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.errors import ReportError
from macros.publish.swap import fresh_site

KILLED = """
import os, signal, sys
from pathlib import Path
from macros.publish.swap import fresh_site
with fresh_site(Path(sys.argv[1])) as site:
    (site / "index.html").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("old", encoding="utf-8")
    (tmp_path / "site" / "gone.html").write_text("old", encoding="utf-8")
    return tmp_path


def publish(root: Path, text: str = "new") -> None:
    with fresh_site(root) as site:
        (site / "index.html").write_text(text, encoding="utf-8")


def publish_half(root: Path, error: type[BaseException]) -> None:
    with fresh_site(root) as site:
        (site / "index.html").write_text("half", encoding="utf-8")
        raise error


def found(root: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((root / "site").iterdir())}


def leavings(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir() if path.name not in ("site", ".site.lock"))


def test_the_new_site_takes_the_place_of_the_old_one_whole(root: Path) -> None:
    publish(root)
    assert found(root) == {"index.html": "new"}
    assert leavings(root) == []


def test_the_first_build_needs_no_site_before_it(tmp_path: Path) -> None:
    publish(tmp_path)
    assert found(tmp_path) == {"index.html": "new"}
    assert leavings(tmp_path) == []


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_whatever_fails_leaves_the_old_site_and_nothing_else(root: Path, error: type[BaseException]) -> None:
    before = found(root)
    with pytest.raises(error):
        publish_half(root, error)
    assert found(root) == before
    assert leavings(root) == []


def test_the_old_site_is_readable_while_the_new_one_is_built(root: Path) -> None:
    before = found(root)
    with fresh_site(root) as site:
        (site / "index.html").write_text("new", encoding="utf-8")
        assert found(root) == before


def test_a_killed_build_leaves_the_old_site_and_the_next_one_cleans_up(root: Path, project: Path) -> None:
    before = found(root)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(root)], cwd=project, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert found(root) == before
    assert leavings(root) == [".site.new"]
    publish(root)
    assert found(root) == {"index.html": "new"}
    assert leavings(root) == []


def test_two_builds_do_not_meet(root: Path) -> None:
    with fresh_site(root) as site:
        (site / "index.html").write_text("first", encoding="utf-8")
        with pytest.raises(ReportError, match="another build"), fresh_site(root):
            pytest.fail("the second build began")
    assert found(root) == {"index.html": "first"}
    publish(root, "later")
    assert found(root) == {"index.html": "later"}


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot let two folders change names in one step."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace())


@pytest.mark.usefixtures("two_steps")
def test_without_an_exchange_the_swap_is_made_in_two_steps(root: Path) -> None:
    publish(root)
    assert found(root) == {"index.html": "new"}
    assert leavings(root) == []


@pytest.mark.usefixtures("two_steps")
def test_a_swap_in_two_steps_that_fails_half_way_is_taken_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, rename = found(root), os.rename

    def fail(source: Path, target: Path) -> Path:
        if source.name == ".site.new":
            raise OSError(28, "No space left on device")
        rename(source, target)
        return target

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="No space left"):
        publish(root)
    assert found(root) == before
    assert leavings(root) == []
