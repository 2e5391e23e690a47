"""How accessible a site is must have been tried within a year of what is published, where the site says when.

Belongs here: that it is too old. Does not: reading the day (`settings.py`), or saying it (`vocabulary`).
"""

import datetime
import os

from macros.errors import Place, Problem, ReportError
from macros.language import dates
from macros.language.message import msg
from macros.publish.clock import EPOCH
from macros.settings import FILE, Settings

LONGEST = datetime.timedelta(days=366)


def must_be_recent(settings: Settings) -> None:
    """Hold the day of the last assessment against the day of the build.

    Raises:
        ReportError: it is more than a year back.
    """
    today = datetime.datetime.fromtimestamp(int(os.environ[EPOCH]), datetime.UTC).date()
    if settings.assessed is None or today - settings.assessed <= LONGEST:
        return
    day = dates.date(settings.assessed, settings.spoken)
    found = msg("how accessible the site is was last tried on {day}, more than a year ago", day=day)
    hint = msg("Try it again, mend the page that says so, and write the day under extra: assessed_on.")
    raise ReportError([Problem(Place(FILE), found, hint=hint)])
