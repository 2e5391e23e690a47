"""What `make` looks for on the machine before it builds: what is lacking, whether it may be mended, what is said."""

import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def system(project: Path) -> Any:
    spec = spec_from_file_location("system", project / ".ci" / "system.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty PATH, to put programs in."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def program(folder: Path, name: str, script: str = "exit 0") -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def lack(system: Any, monkeypatch: pytest.MonkeyPatch, flag: Path) -> None:
    """Let the site lack one thing until a file says that it was installed."""
    needs = (system.Need("libpango-1.0-0", lambda: True), system.Need("libharfbuzz-subset0", flag.exists))
    monkeypatch.setattr(system, "NEEDS", {"site": needs})


def test_a_library_is_found_by_loading_it(system: Any) -> None:
    assert system._has_library("harfbuzz-subset", 0)
    assert not system._has_library("there-is-no-such-library", 0)


def test_tests_need_what_the_site_needs_a_browser_and_java(system: Any) -> None:
    site, test = ({need.package for need in system.NEEDS[purpose]} for purpose in ("site", "test"))
    assert test - site == {"chromium", "libatomic1", "openjdk-17-jre-headless"}
    assert site <= test


def test_a_java_that_does_not_run_is_none(system: Any, monkeypatch: pytest.MonkeyPatch, programs: Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert not system._has_java()
    program(programs, "java", "exit 1")
    assert not system._has_java()
    program(programs, "java")
    assert system._has_java()


@pytest.mark.usefixtures("programs")
def test_without_apt_one_line_names_what_is_lacking(
    system: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lack(system, monkeypatch, tmp_path / "installed")
    said = system.main("site")
    assert said == (
        "Lacking on this machine: libharfbuzz-subset0. "
        "Debian and Ubuntu: sudo apt-get install libharfbuzz-subset0; then make again."
    )


@pytest.mark.parametrize("sudo", [None, "exit 1"], ids=["no sudo", "sudo asks for a password"])
def test_nothing_is_installed_where_somebody_would_be_asked(
    system: Any, monkeypatch: pytest.MonkeyPatch, programs: Path, sudo: str | None
) -> None:
    program(programs, "apt-get", f"touch {programs}/installed")
    if sudo:
        program(programs, "sudo", sudo)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    lack(system, monkeypatch, programs / "installed")
    assert "libharfbuzz-subset0" in system.main("site")
    assert not (programs / "installed").exists()


@pytest.mark.parametrize("user", [0, 1000], ids=["root", "sudo without a password"])
def test_installs_what_is_lacking_after_one_update(
    system: Any, monkeypatch: pytest.MonkeyPatch, programs: Path, user: int
) -> None:
    program(programs, "env", 'export "$1"; shift; exec "$@"')
    program(programs, "sudo", 'shift; exec "$@"')
    program(
        programs,
        "apt-get",
        f'echo "$DEBIAN_FRONTEND $*" >> {programs}/log; [ "$2" = update ] || : > {programs}/installed',
    )
    program(programs, "true")
    monkeypatch.setattr(os, "geteuid", lambda: user)
    lack(system, monkeypatch, programs / "installed")
    assert system.main("site") is None
    assert (programs / "log").read_text(encoding="utf-8").splitlines() == [
        "noninteractive -qq update",
        "noninteractive -qq install -y --no-install-recommends libharfbuzz-subset0",
    ]


def test_an_install_that_did_not_help_is_said(system: Any, monkeypatch: pytest.MonkeyPatch, programs: Path) -> None:
    program(programs, "env", 'shift; exec "$@"')
    program(programs, "apt-get", "exit 100")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    lack(system, monkeypatch, programs / "installed")
    assert "libharfbuzz-subset0" in system.main("site")


def test_an_older_python_says_so(system: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system.sys, "version_info", (3, 9, 2, "final", 0))
    assert system.main("site") == "Python 3.11 or newer is needed, this is 3.9; name another: make PYTHON=python3.11"


def test_make_stops_before_it_builds(project: Path, tmp_path: Path) -> None:
    """Run make in a copy with a Python that finds something lacking: nothing else runs, nothing is made."""
    (tmp_path / "Makefile").write_bytes((project / "Makefile").read_bytes())
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    program(tmp_path, "python", f'echo "$*" >> {tmp_path}/asked; echo "Lacking on this machine: x" >&2; exit 1')
    before = set(tmp_path.iterdir())
    make = ["make", "site", f"PYTHON={tmp_path}/python"]
    result = subprocess.run(make, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert result.returncode != 0
    assert "Lacking on this machine: x" in result.stderr
    assert (tmp_path / "asked").read_text(encoding="utf-8").splitlines() == [".ci/system.py site"]
    assert set(tmp_path.iterdir()) - before == {tmp_path / "asked"}


@pytest.mark.parametrize("purpose", ["site", "test"])
def test_this_machine_has_what_it_needs(project: Path, purpose: str) -> None:
    script = [sys.executable, ".ci/system.py", purpose]
    result = subprocess.run(script, cwd=project, check=False, capture_output=True, text=True)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
