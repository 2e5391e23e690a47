"""What the project needs from the system and pip cannot give; `make` runs this before it builds anything.

`python3 .ci/system.py site` sees to what the site needs, `python3 .ci/system.py test` to what the tests need
besides. What is lacking is installed with apt where nobody has to be asked (root, or sudo without a password);
otherwise one line names it and the exit status is 1. Belongs here: system packages. Does not: anything that pip
installs.

It runs before the environment exists, so it needs only the standard library, and an older Python must be able to
read it in order to say that it is too old.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

OLDEST = (3, 11)
CHROMIUM = Path(__file__).parents[1] / "tests" / "site" / "chromium.py"


class Need(NamedTuple):
    """A package by its name in Debian and Ubuntu, and how to see that what it gives is there, whoever gave it."""

    package: str
    present: Callable[[], bool]


def _has_library(name: str, version: int) -> bool:
    files = (
        f"lib{name}.so.{version}",
        f"lib{name}.{version}.dylib",
        f"lib{name}.dylib",
        ctypes.util.find_library(name),
    )
    for file in filter(None, files):
        try:
            ctypes.CDLL(file)
        except OSError:
            continue
        return True
    return False


def _has_chromium() -> bool:
    return subprocess.run([sys.executable, str(CHROMIUM)], check=False, capture_output=True).returncode == 0


def _has_java() -> bool:
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=os.path.join(home, "bin") if home else None)  # noqa: PTH118 -- as which takes it
    return java is not None and subprocess.run([java, "-version"], check=False, capture_output=True).returncode == 0


def _has_pip_for_environments() -> bool:
    found = importlib.util.find_spec("ensurepip")
    return found is not None and found.origin is not None


SITE = (
    Need("python3-venv", _has_pip_for_environments),
    Need("libpango-1.0-0", lambda: _has_library("pango-1.0", 0)),
    Need("libpangoft2-1.0-0", lambda: _has_library("pangoft2-1.0", 0)),
    Need("libharfbuzz-subset0", lambda: _has_library("harfbuzz-subset", 0)),
)
TEST = (
    *SITE,
    Need("chromium", _has_chromium),
    # Playwright's own program is linked to it; bare Debian lacks it.
    Need("libatomic1", lambda: sys.platform != "linux" or _has_library("atomic", 1)),
    Need("openjdk-17-jre-headless", _has_java),  # PySpark runs in it
)
NEEDS = {"site": SITE, "test": TEST}


def lacking(needs: tuple[Need, ...]) -> tuple[str, ...]:
    """Name the packages whose gift is not there."""
    return tuple(need.package for need in needs if not need.present())


def way_to_root() -> tuple[str, ...] | None:
    """Give the words before a command that make it root's without asking anybody, or None when there is no way."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ("env",)
    sudo = shutil.which("sudo")
    if sudo is None or subprocess.run([sudo, "-n", "true"], check=False, stderr=subprocess.DEVNULL).returncode:
        return None
    return (sudo, "-n", "env")


def install(packages: tuple[str, ...], as_root: tuple[str, ...]) -> None:
    """Install with apt; whether it helped is for the caller to look."""
    print("Installing", *packages, flush=True)
    apt = [*as_root, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.run([*apt, "update"], check=False)
    subprocess.run([*apt, "install", "-y", "--no-install-recommends", *packages], check=False)


def main(purpose: str) -> str | None:
    """See to the needs of `site` or `test`; give the one line that says what is still lacking."""
    if sys.version_info < OLDEST:
        return "Python 3.11 or newer is needed, this is {}.{}; name another: make PYTHON=python3.11".format(
            *sys.version_info
        )
    needs = NEEDS[purpose]
    packages = lacking(needs)
    as_root = way_to_root() if packages else None
    if packages and as_root:
        install(packages, as_root)
        importlib.invalidate_caches()
        packages = lacking(needs)
    if not packages:
        return None
    names = " ".join(packages)
    return f"Lacking on this machine: {names}. Debian and Ubuntu: sudo apt-get install {names}; then make again."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
