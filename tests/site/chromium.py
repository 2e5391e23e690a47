"""Finds the browser that the site's tests drive; run as a script it says which, or fails.

The order: `$CHROME`, then Chromium and Chrome in PATH, then where macOS keeps Chrome. A program that cannot tell
its version does not count: on Ubuntu the package `chromium-browser` is only a pointer to a store. Needs only the
standard library, because `.ci/system.py` runs it before the environment exists.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

CANDIDATES = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find_chromium() -> str | None:
    """Give the path of the first browser that runs; `$CHROME`, where it is set, is the only one asked."""
    chosen = os.environ.get("CHROME")
    for name in (chosen,) if chosen else CANDIDATES:
        path = shutil.which(name)
        if path and subprocess.run([path, "--version"], check=False, capture_output=True).returncode == 0:
            return path
    return None


if __name__ == "__main__":
    sys.exit(print(found) if (found := find_chromium()) else "no Chromium or Chrome found")
