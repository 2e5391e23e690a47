"""The date of a build: given from outside, or the last commit's, so that the same sources give the same bytes.

Source: reproducible-builds.org, SOURCE_DATE_EPOCH.
"""

import datetime
import os
import subprocess
import time
from pathlib import Path

from macros.language import dates
from macros.language.catalogue import Language

EPOCH = "SOURCE_DATE_EPOCH"
SHOWN = "SITE_DATE"


def set_clock(root: Path, language: Language) -> None:
    """Tell the generator and the PDF what time it is, unless they are told already.

    The footer's date, in words, follows from it.
    """
    epoch = os.environ.setdefault(EPOCH, _last_commit(root) or str(int(time.time())))
    day = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    os.environ.setdefault(SHOWN, dates.date(day, language))


def _last_commit(root: Path) -> str:
    """Seconds of the last commit; empty where there is no git or no commit."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  (fixed words)
    except OSError:
        return ""
    return found.stdout.strip() if found.returncode == 0 else ""
