"""Links from page to page and to downloads, relative, so that the site works under any path."""

import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from macros.language.catalogue import Language
from macros.release.released import Released
from macros.report.address import Address
from macros.report.ledger import Ledger
from macros.report.waves import Waves

DATA_PAGE = "data/"
PDF = "rapport.pdf"


@dataclass(frozen=True)
class Here:
    """The page that is being written: its address, where things stand on the site, its language, and the ledger.

    Attributes:
        url: the page's address relative to the site's root.
        figures, tables: addresses of the pages that show a figure, or a table on its own.
        proposals, methods: address of the page that shows a proposal, or how a survey was made.
        released, waves: every table, and every comparison that a page shows.
        aside: pages that are no part of the report; the reader of its other pages is not sent there.
        listed: the tables that the data page lists.
        balances: the tables whose net balance a page states.
    """

    url: str
    language: Language
    ledger: Ledger
    figures: Mapping[Address, Sequence[str]]
    tables: Mapping[Address, Sequence[str]]
    proposals: Mapping[str, str]
    methods: Mapping[str, str] = field(default_factory=dict)
    released: Mapping[Address, Released] = field(default_factory=dict)
    waves: Mapping[Address, Waves] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()
    listed: Collection[Address] | None = None
    balances: Collection[Address] = ()

    def shows(self, address: Address) -> bool:
        """Whether a page of the report shows the table, in a figure or on its own."""
        return bool(self._pages(self.figures, address) or self._pages(self.tables, address))

    def to_table(self, address: Address, line: int | None = None) -> str:
        """Link to a table: its figure, the table on its own, or else its place on the data page; or to a line of it.

        A table that a draft alone asks for stands there neither, so that the link leads to its file.
        """
        for homes, anchor in ((self.figures, figure_anchor), (self.tables, table_anchor)):
            if pages := self._pages(homes, address):
                target = anchor(address) if line is None else row_anchor(address, line)
                # This page when it is one of them, else one that is about the matter rather than the front page.
                nearest = self.url if self.url in pages else min(pages, key=lambda page: page == "")
                return relative(self.url, f"{nearest}#{target}")
        if self.listed is not None and address not in self.listed:
            return self.to_download(address)
        target = listing_anchor(address) if line is None else row_anchor(address, line)
        return relative(self.url, f"{DATA_PAGE}#{target}")

    def _pages(self, homes: Mapping[Address, Sequence[str]], address: Address) -> list[str]:
        return [page for page in homes.get(address, ()) if page == self.url or page not in self.aside]

    def to_method(self, survey: str) -> str | None:
        """Link to the page that says how a survey was made, if there is one."""
        if survey not in self.methods:
            return None
        return relative(self.url, f"{self.methods[survey]}#{method_anchor(survey)}")

    def to_proposal(self, id_: str) -> str:
        """Link to a proposal."""
        return relative(self.url, f"{self.proposals.get(id_, self.url)}#forslag-{id_}")

    def to_download(self, address: Address) -> str:
        """Link to a table's CSV file."""
        return relative(self.url, download(address))


def relative(source: str, target: str) -> str:
    """The link from one address of the site to another, both relative to its root, folders with a final slash.

    >>> relative("rapport/", "data/")
    '../data/'
    >>> relative("", "data/")
    'data/'
    >>> relative("rapport/", "rapport/#figur-x")
    '#figur-x'
    """
    path, hash_, anchor = target.partition("#")
    if path == source:
        return f"#{anchor}" if hash_ else "./"
    link = posixpath.relpath("/" + path, "/" + source)
    slash = "/" if (path.endswith("/") or not path) and link != "/" else ""
    return link + slash + hash_ + anchor


def download(address: Address) -> str:
    """Address of a table's CSV file, relative to the site's root.

    >>> download(Address("s", "q"))
    'data/s--q.csv'
    """
    return f"{DATA_PAGE}{address.key}.csv"


def figure_anchor(address: Address) -> str:
    """The id of a table's figure."""
    return f"figur-{address.key}"


def table_anchor(address: Address) -> str:
    """The id of a table that stands on its own."""
    return f"tabellblock-{address.key}"


def method_anchor(survey: str) -> str:
    """The id of the facts of how a survey was made."""
    return f"metod-{survey}"


def row_anchor(address: Address, line: int) -> str:
    """The id of a line of a table, counted from 0.

    >>> row_anchor(Address("s", "q"), 0)
    'rad-s--q-1'
    """
    return f"rad-{address.key}-{line + 1}"


def group_anchor(heading: str) -> str:
    """The id of a heading on the data page, of its letters and figures.

    >>> group_anchor("IUC Sverige: Läget, 2020")
    'data-grupp-iuc-sverige-läget-2020'
    """
    return "data-grupp-" + "-".join(re.findall(r"\w+", heading.lower()))


def listing_anchor(address: Address) -> str:
    """The id of a table's line on the data page."""
    return f"data-{address.key}"
