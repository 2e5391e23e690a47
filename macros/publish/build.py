"""`report build`: rehearse, generate, add what comes after the pages, look at it all, swap it in.

The only file that knows MkDocs. Belongs here: the order. Does not: any of the steps.
"""

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as generate_site
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from macros.binding import desk_of, rehearsal_of
from macros.desk import Desk
from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.publish.assessment import must_be_recent
from macros.publish.audit import audit_build
from macros.publish.clock import set_clock
from macros.publish.downloads import write_downloads
from macros.publish.joined import join_assets
from macros.publish.link_warnings import link_problems
from macros.publish.marks import mark_examples
from macros.publish.page_markup import mend_markup
from macros.publish.pdf import PDF_PATH, write_pdf
from macros.publish.pdf_facts import tell_pdf_facts
from macros.publish.pdf_text import pdf_text
from macros.publish.pictures import check_pictures
from macros.publish.policy import write_policies
from macros.publish.search_stems import search_stems
from macros.publish.site_checks import check_site
from macros.publish.social import write_social
from macros.publish.swap import fresh_site
from macros.settings import FILE


@dataclass(frozen=True)
class Built:
    """What a build made, for its receipt."""

    pages: int
    figures: int
    tables: int
    numbers: int
    pdf_bytes: int


def check(root: Path) -> Desk:
    """Rehearse every page.

    Raises:
        ReportError: all problems of settings, data, proposals and pages.
    """
    rehearsal = rehearsal_of(root)
    if rehearsal.problems:
        raise ReportError(rehearsal.problems)
    return rehearsal.desk


def build(root: Path, against: Iterable[Path] = ()) -> Built:
    """Build a project's site into `site/`; the last good site stays until the new one has passed every check.

    Args:
        against: earlier publications, beside those of `data/published/`, that it is attacked together with.

    Raises:
        ReportError: whatever stops it; `site/` is as it was.
    """
    desk = check(root)
    set_clock(root, desk.language)
    must_be_recent(desk.settings)
    with fresh_site(root) as site:
        _generate(root, site)
        desk = desk_of(root)
        check_pictures(desk, site)
        write_downloads(desk, site)
        audit_build(desk, site, against)
        mark_examples(desk, site)
        write_social(desk, site)
        write_pdf(desk, site)
        tell_pdf_facts(desk.language, site)
        mend_markup(site)
        join_assets(site)
        search_stems(site)
        write_policies(site)
        check_site(desk, site, pdf_text(site / PDF_PATH))
        size = (site / PDF_PATH).stat().st_size
    return Built(len(desk.pages), len(desk.figures), len(desk.report.tables()), len(desk.ledger.entries), size)


class _Collected(logging.Handler):
    """Keeps what the generator warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _generate(root: Path, site: Path) -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    collected = _Collected()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collected)
    try:
        configuration = load_config(config_file=str(root / FILE), site_dir=str(site))
        configuration.plugins.on_startup(command="build", dirty=False)
        generate_site(configuration)
    except (Abort, MkDocsException, SystemExit) as error:
        # The macros plugin says a traceback after a fence; what stands before it is for the reader.
        said = [" ".join(line.partition("```")[0].split()) for line in collected.lines] or [str(error)]
        problems = [problem for line in said for problem in link_problems(line, root, site) or [_stopped(line)]]
        raise ReportError(dict.fromkeys(problems)) from None
    finally:
        logger.removeHandler(collected)


def _stopped(why: str) -> Problem:
    return Problem(Place(FILE), msg("the generator stopped: {why}", why=why))
