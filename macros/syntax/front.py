"""What is wrong with a page's front matter, told once a page and at its own line."""

from collections.abc import Collection, Iterator

from macros.errors import Place, Problem, nearest
from macros.front_matter import KEYS
from macros.language.message import msg
from macros.pages import Page
from macros.report.report import no_survey
from macros.vocabulary import NAMES


def front_problems(page: Page, surveys: Collection[str]) -> Iterator[Problem]:
    """Lines of dashes, keys, and the survey that it names."""
    for fault in page.front.faults:
        yield Problem(Place(page.file, fault.line), fault.found, hint=fault.hint)
    for key in page.keys:
        place = Place(page.file, page.front.line_of(key))
        if key in NAMES:
            yield Problem(place, msg("the key {key} hides the macro of that name on this page", key=key))
        elif key not in KEYS:
            found, allowed = (
                msg("the front matter has no key {key}", key=key),
                msg("{choices}", choices=", ".join(KEYS)),
            )
            yield Problem(place, found, allowed, nearest(key, KEYS))
    if page.survey and page.survey not in surveys:
        yield no_survey(page.survey, surveys, Place(page.file, page.front.line_of("survey")))


def survey_missing(page: Page, surveys: Collection[str]) -> Iterator[Problem]:
    """The page names no survey, and a macro on it needs one; said only where nothing else tells why."""
    if not page.survey and not page.front.faults:
        yield no_survey("", surveys, Place(page.file, page.front.line_of("survey")))
