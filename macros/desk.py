"""The desk that all pages of one build share: settings, report, pages, the ledger, and where each figure stands."""

from dataclasses import dataclass, field
from pathlib import Path

from macros.language.catalogue import Language
from macros.pages import Page, read_pages
from macros.render.links import Here
from macros.report.address import Address
from macros.report.ledger import Ledger
from macros.report.opening import open_report
from macros.report.report import Report
from macros.report.waves import Waves
from macros.settings import Settings, read_settings
from macros.survey.quote import Quote


@dataclass(frozen=True)
class Desk:
    """What the macros of all pages work with.

    Attributes:
        figures, tables: the pages (their urls) that show a figure, or a table on its own.
        proposals, methods: the page that shows a proposal, or how a survey was made.
        waves: every comparison that a page shows.
        quotes: every quote that a page shows, by survey and id.
        balances: the tables whose net balance a page states, and which therefore have a line for it.
        asked, used: the pages (their urls) that a table, or anything of a survey, is asked for by.
    """

    root: Path
    settings: Settings
    report: Report
    pages: tuple[Page, ...]
    ledger: Ledger = field(default_factory=Ledger)
    figures: dict[Address, list[str]] = field(default_factory=dict)
    tables: dict[Address, list[str]] = field(default_factory=dict)
    proposals: dict[str, str] = field(default_factory=dict)
    methods: dict[str, str] = field(default_factory=dict)
    waves: dict[Address, Waves] = field(default_factory=dict)
    quotes: dict[tuple[str, str], Quote] = field(default_factory=dict)
    asked: dict[Address, set[str]] = field(default_factory=dict)
    used: dict[str, set[str]] = field(default_factory=dict)
    balances: set[Address] = field(default_factory=set)

    @property
    def language(self) -> Language:
        """The site's language."""
        return self.report.language

    def here(self, page: Page) -> Here:
        """What a renderer needs to know of a page; only a draft knows what stands on drafts."""
        drafts = frozenset() if page.draft else self.drafts
        figures, tables = (
            {address: kept for address, urls in homes.items() if (kept := [url for url in urls if url not in drafts])}
            for homes in (self.figures, self.tables)
        )
        return Here(
            page.url,
            self.language,
            self.ledger,
            figures,
            tables,
            self.proposals,
            {survey: url for survey, url in self.methods.items() if url not in drafts},
            self.report.tables(),
            self.waves,
            frozenset(known.url for known in self.pages if not known.pdf),
            self.listed(),
            frozenset(self.balances),
        )

    @property
    def drafts(self) -> frozenset[str]:
        """The drafts' addresses."""
        return frozenset(page.url for page in self.pages if page.draft)

    def listed(self) -> frozenset[Address]:
        """The tables that the data page lists: those that a page which is no draft asks for."""
        drafts = self.drafts
        return frozenset(address for address, urls in self.asked.items() if urls - drafts)

    def examples(self) -> frozenset[str]:
        """Ids of the surveys whose answers are invented."""
        return frozenset(id_ for id_, survey in self.report.surveys.items() if survey.codebook.status == "example")


def open_desk(root: Path) -> Desk:
    """Read a project.

    Raises:
        ReportError: all problems of settings, data and pages that can be found together.
    """
    settings = read_settings(root)
    return Desk(root, settings, open_report(root, settings.language), _in_menu_order(read_pages(root), settings.pages))


def _in_menu_order(pages: tuple[Page, ...], menu: tuple[str, ...]) -> tuple[Page, ...]:
    """The pages as the menu has them, so that what stands on two is first met on the first; the others after them."""
    place = {path: at for at, path in enumerate(menu)}
    return tuple(sorted(pages, key=lambda page: place.get(page.path, len(menu))))
