"""Reads a built site with nothing of our own code: pages as trees, numbers as a reader sees them, the data files.

Belongs here: finding. Does not: what must hold of what was found.
"""

import csv
import json
import re
from pathlib import Path
from typing import Any

from lxml import html

Records = list[dict[str, Any]]


def read_pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page by its address relative to the site: `""`, `rapport/`, `404.html`."""
    parser = html.HTMLParser(encoding="utf-8")
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): html.document_fromstring(
            path.read_bytes(), parser=parser
        )
        for path in sorted(site.rglob("*.html"))
    }


def numbers(page: html.HtmlElement) -> set[tuple[str, str]]:
    """Key and text of every number of a page; of a mark the sign, not the words read aloud for it."""
    found = set()
    for element in page.xpath("//*[@data-key]"):
        sign = element.xpath("./*[@aria-hidden]")
        found.add((element.get("data-key"), (sign[0] if sign else element).text_content()))
    return found


def read_json(site: Path, name: str) -> Records:
    """One of the two files beside the pages."""
    records: Records = json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))
    return records


def read_csv(path: Path) -> list[dict[str, str]]:
    """A CSV file with its header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def key_of(table: dict[str, Any]) -> str:
    """The key of a table, as its anchors, its file and the numbers from it bear it."""
    published = any(row["statistic"] == "published" for row in table["rows"])
    by = [] if published else table["by"]  # a published series has one table, whatever groups it comes in
    return "--".join([table["survey"], table["question"], *by])


def figures_in(text: str) -> list[float]:
    """Every number in a text, Swedish or English in its signs; a no-break space between digits groups thousands."""
    found = re.findall(r"\N{MINUS SIGN}?\d+(?:\N{NO-BREAK SPACE}\d{3})*(?:[.,]\d+)?", text)
    signs = {"\N{MINUS SIGN}": "-", "\N{NO-BREAK SPACE}": "", ",": "."}
    return [float("".join(signs.get(sign, sign) for sign in number)) for number in found]
