"""The rehearsal: every macro call of every page is made once before anything is built.

It finds all mistakes of all pages in one go, each with its page and line, and learns which page shows which figure,
so that numbers can link to figures that come later. Belongs here: walking through the pages. Does not: what a
macro does (`vocabulary.py`), the generator (`binding.py`).
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from traceback import walk_tb
from types import FrameType

import jinja2

from macros.calls import guarded, parts
from macros.conflicts import conflicts
from macros.desk import Desk, open_desk
from macros.docs_files import stray_files
from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.menu import menu_problems
from macros.number import Calculated, Verdict
from macros.pages import Page
from macros.report.address import Address
from macros.report.ledger import Ledger
from macros.report.report import no_survey
from macros.syntax.front import front_problems, survey_missing
from macros.syntax.literal import literals
from macros.syntax.markup import tag_problems
from macros.syntax.names import unknown_names
from macros.syntax.slip import Slip, slips
from macros.unfinished import unfinished_surveys
from macros.vocabulary import NAMES, Vocabulary

_UNREADABLE = {
    True: msg("a comparison stands alone: it needs claim(…) round it"),
    False: msg("a macro lacks its parentheses"),
}


@dataclass(frozen=True)
class Rehearsal:
    """What a rehearsal found: the desk that knows every figure's place, and all problems of all pages."""

    desk: Desk
    problems: tuple[Problem, ...]


class Failed(jinja2.ChainableUndefined):
    """What a call that failed leaves behind: it takes part in anything and says nothing, so that it is told once."""

    def _self(self, *_args: object, **_arguments: object) -> "Failed":
        return self

    __call__ = __lt__ = __le__ = __gt__ = __ge__ = _self  # type: ignore[assignment]
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _self  # type: ignore[assignment]


def rehearse(root: Path) -> Rehearsal:
    """Go through all pages of a project.

    Raises:
        ReportError: settings, data or pages that cannot be read at all.
    """
    unfinished = conflicts(root)
    if unfinished:
        raise ReportError(unfinished)
    desk = open_desk(root)
    problems = _all_pages(desk)
    if desk.report.decide():
        # Together the tables would tell what none of them does: what they hide now, the pages must not say either.
        desk = Desk(root, desk.settings, desk.report, desk.pages)
        problems = _all_pages(desk)
    # The first round did not know of figures on later pages, so its links are not the ones that will be shown.
    told = [*stray_files(root), *menu_problems(desk), *unfinished_surveys(desk), *problems]
    return Rehearsal(replace(desk, ledger=Ledger()), tuple(dict.fromkeys(told)))


def _all_pages(desk: Desk) -> list[Problem]:
    return [problem for page in desk.pages if page.macros for problem in _go_through(page, desk)]


def _go_through(page: Page, desk: Desk) -> list[Problem]:
    surveys = desk.report.surveys
    problems = [*front_problems(page, surveys), *tag_problems(page)]
    shown: set[Address] = set()

    def on_the_page(value: object) -> object:
        """What stands between the braces must be something to read."""
        if isinstance(value, Calculated):
            problems.append(value.problem)
            return ""
        if isinstance(value, Verdict) or (callable(value) and not isinstance(value, Failed)):
            place = _place(page, sys._getframe(1))  # noqa: SLF001
            problems.append(Problem(place, _UNREADABLE[isinstance(value, Verdict)]))
            return ""
        return value

    # Markdown, and thrown away: nothing to escape.
    environment = jinja2.Environment(undefined=Failed, autoescape=False, finalize=on_the_page)  # noqa: S701

    def bound(name: str) -> Callable[..., object]:
        def call(*args: object, **arguments: object) -> object:
            # The page's line is known to Jinja's frame only.
            place = _place(page, sys._getframe(1), name, args)  # noqa: SLF001
            if any(isinstance(value, Failed) for value in parts(args, arguments)):
                return Failed()
            try:
                return guarded(Vocabulary(desk, page, place, shown), name, args, arguments)
            except ReportError as error:
                # What the front matter lacks is told once, and not by every call that needs it.
                nowhere = no_survey(page.survey, surveys, place)
                told = [problem for problem in error.problems if problem != nowhere]
                if len(told) < len(error.problems):
                    problems.extend(survey_missing(page, surveys))
                problems.extend(told)
                return Failed()

        return call

    misread = [_problem(slip, page) for slip in slips(page.body, environment)]
    if misread:
        return [*problems, *misread]
    try:
        tree = environment.parse(page.body)
        problems += [_problem(slip, page) for slip in (*literals(page.body), *unknown_names(tree, page.body))]
        environment.from_string(page.body).render({name: bound(name) for name in NAMES})
    except (jinja2.TemplateError, TypeError, ValueError) as error:
        problems.append(Problem(_place_of(error, page), msg("a macro call fails: {why}", why=str(error))))
    return problems


def _problem(slip: Slip, page: Page) -> Problem:
    place = Place(page.file, slip.line + page.first_line - 1, call=slip.call)
    return Problem(place, slip.found, slip.allowed, slip.hint)


def _place(page: Page, frame: FrameType | None, name: str = "", args: Sequence[object] = ()) -> Place:
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(frame.f_lineno)
            return Place(page.file, line + page.first_line - 1, call=_source(page, line, name, args))
        frame = frame.f_back
    return Place(page.file, call=name)


def _place_of(error: Exception, page: Page) -> Place:
    """Where on the page an operator or a filter failed: Jinja puts the page's lines into the traceback."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return Place(page.file, lines[-1] + page.first_line - 1) if lines else Place(page.file)


def _source(page: Page, line: int, name: str = "", args: Sequence[object] = ()) -> str:
    """The macro call as the page has it on that line: of several, the one that names most of the arguments."""
    lines = page.body.splitlines()
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    calls = [call.partition("}}")[0].strip() for call in text.split("{{")[1:]]
    named = [call for call in calls if name in call]
    return max(named, key=lambda call: sum(f'"{arg}"' in call or f"'{arg}'" in call for arg in args), default=name)
