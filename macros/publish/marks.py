"""Marks the pages that show example data: a line under the heading, `noindex`, and no place in the sitemap.

Drafts have no place there either.

An invented number about a real organisation must never be found by a search engine or read as a result.
"""

import gzip
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from macros.desk import Desk
from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.publish.html_pages import html_files, url_of
from macros.render.html import render
from macros.survey.part import in_language

INVENTED = msg("The figures here are example data: the answers are invented and say nothing about any real company.")
MIXED = msg(
    "Example data are shown here. The answers of these surveys are invented and say nothing about any real company: "
    "{surveys}. Figures from other sources are real."
)
NOINDEX = '<meta name="robots" content="noindex">'
_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_HEADING_END = re.compile(r"</h1>", re.IGNORECASE)


def pages_with_examples(desk: Desk) -> frozenset[str]:
    """Addresses of the pages that show a number of an example survey."""
    examples = desk.examples()
    return frozenset(
        page
        for id_, entry in desk.ledger.entries.items()
        if entry.survey in examples
        for page in desk.ledger.pages[id_]
    )


def _line(desk: Desk, url: str) -> str:
    """What a page must say: which of its surveys are invented, and whether anything on it is real."""
    shown = {entry.survey for id_, entry in desk.ledger.entries.items() if url in desk.ledger.pages[id_]}
    invented = sorted(shown & desk.examples())
    if set(invented) == shown:
        return desk.language.say(INVENTED)
    titles = [in_language(desk.report.surveys[id_].codebook.title, desk.language.code) for id_ in invented]
    return desk.language.say(replace(MIXED, values=(("surveys", "; ".join(titles)),)))


def mark_examples(desk: Desk, site: Path) -> None:
    """Write the marks into a built site.

    Raises:
        ReportError: a page that must be marked has no heading to put the mark under.
    """
    marked = pages_with_examples(desk)
    for file in html_files(site):
        url = url_of(file, site)
        if url not in marked:
            continue
        text = file.read_text(encoding="utf-8")
        if not _HEADING_END.search(text) or "</head>" not in text:
            raise ReportError([Problem(Place(f"site/{url}"), msg("the page shows example data and has no heading"))])
        line = str(render("example_line.html", text=_line(desk, url)))
        text = _HEADING_END.sub(r"\g<0>" + line.replace("\\", r"\\"), text, count=1)
        file.write_text(text.replace("</head>", f"{NOINDEX}</head>", 1), encoding="utf-8")
    drafts = {page.url for page in desk.pages if page.draft}
    _clean_sitemap(site, marked | drafts, desk.settings.path)


def _clean_sitemap(site: Path, marked: frozenset[str], base: str) -> None:
    file = site / "sitemap.xml"
    if not file.exists():
        return
    tree = etree.parse(str(file))
    root = tree.getroot()
    for entry in list(root):
        address = entry.findtext(f"{_NAMESPACE}loc") or ""
        if urlsplit(address).path.removeprefix(base) in marked:
            root.remove(entry)
    content = etree.tostring(tree, xml_declaration=True, encoding="UTF-8")
    file.write_bytes(content)
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(content, mtime=0))
