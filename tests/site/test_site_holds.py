"""Every number of the pages is in the ledger and in the tables, and what is invented says so."""

from fractions import Fraction
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from lxml import etree, html

from tests.site.built_pages import Records, figures_in, key_of, numbers, read_json, read_pages
from tests.site.copies import SITE_URL

SURVEYS = "data/surveys"
Row = dict[str, Any]


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, html.HtmlElement]:
    return read_pages(built_site)


@pytest.fixture(scope="module")
def ledger(built_site: Path) -> Records:
    return read_json(built_site, "results")


@pytest.fixture(scope="module")
def tables(built_site: Path) -> dict[str, Row]:
    return {key_of(table): table for table in read_json(built_site, "tables")}


@pytest.fixture(scope="module")
def codebooks(built_site: Path) -> dict[str, Any]:
    files = (built_site.parent / SURVEYS).glob("*/survey.yml")
    return {path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in files}


@pytest.fixture(scope="module")
def examples(codebooks: dict[str, Any]) -> set[str]:
    return {id_ for id_, codebook in codebooks.items() if codebook["status"] == "example"}


def test_the_pages_and_the_ledger_say_the_same_numbers(pages: dict[str, html.HtmlElement], ledger: Records) -> None:
    shown = {(url, *number) for url, page in pages.items() for number in numbers(page)}
    noted = {(url, entry["key"], entry["text"]) for entry in ledger for url in entry["pages"]}
    assert shown == noted
    assert len(shown) > 80


COMPARED = ("change", "difference")


def test_every_number_agrees_with_its_released_table(
    ledger: Records, tables: dict[str, Row], codebooks: dict[str, Any]
) -> None:
    wrong = []
    for entry in ledger:
        table_key, _, rest = entry["key"].partition("/")
        compared = next(
            (rest.index(f"/{kind}/") + len(kind) + 1 for kind in COMPARED if f"/{kind}/" in rest), len(rest)
        )
        group, answer, kind = rest[:compared].rsplit("/", 2)  # a change names after it what it is compared with
        rows = rows_behind(tables[table_key], group, answer, codebooks[entry["survey"]])
        if entry["status"] != "ok":
            released = [entry[name] for name in ("value", "n", "base") if entry[name] is not None]
            agrees = not released and not figures_in(entry["text"]) and {row["status"] for row in rows} != {"ok"}
        else:
            book = codebooks[entry["survey"]]
            expected = (
                change_of_waves(rows, answer, tables[table_key], tables, codebooks)
                if kind == "change" and book["kind"] != "published"
                else expect(kind, rows, tables[table_key], book)
            )
            agrees = entry["value"] == pytest.approx(expected) and said(entry["text"], expected, rows, kind)
        if not agrees:
            wrong.append(entry)
    assert wrong == []


def rows_behind(table: Row, group: str, answer: str, codebook: Row) -> list[Row]:
    """The rows of a number; several where the codebook joins answers that the table keeps apart."""
    question = next(question for question in codebook["questions"] if question["id"] == table["question"])
    here = [row for row in table["rows"] if ",".join(code or "" for code in row["group"].values()) == group]
    found = [row for row in here if row["answer"] == (answer or None)]
    joined: list[str] = next((merge["of"] for merge in question.get("merge", []) if merge["code"] == answer), [])
    return found or [row for row in here if row["answer"] in joined]


def expect(kind: str, rows: list[Row], table: Row, codebook: Row) -> float:
    """What a number of that kind must be, from the table alone."""
    if kind in ("n", "count", "base"):
        return float(sum(row["n"] for row in rows))
    if kind in ("share", "percent") and len(rows) > 1:
        return float((200 * sum(row["n"] for row in rows) // rows[0]["base"] + 1) // 2)
    if kind == "balance":
        question = next(question for question in codebook["questions"] if question["id"] == table["question"])
        sides = {entry["code"]: entry.get("side") for entry in [*question["answers"], *question.get("merge", [])]}
        count = {
            side: sum(row["n"] for row in table["rows"] if sides.get(row["answer"]) == side)
            for side in ("positive", "negative")
        }
        return half_up(Fraction(100 * (count["positive"] - count["negative"]), rows[0]["base"]))
    if kind == "change":
        first, last = table["rows"][0], table["rows"][-1]
        return float(last["value"] - first["value"])
    return float(rows[0]["percent"] if kind in ("percent", "share") else rows[0]["value"])


def change_of_waves(
    rows: list[Row], answer: str, table: Row, tables: dict[str, Row], codebooks: dict[str, Any]
) -> float:
    """Points from the wave that the codebook compares with: the difference of the exact shares of all who answered."""
    questions = codebooks[table["survey"]]["questions"]
    question = next(question for question in questions if question["id"] == table["question"])
    (compared,) = question["comparable"]
    assert compared["how"] in ("same", "bridged")
    earlier = compared["with"]
    return half_up(
        exact(rows) - exact(rows_behind(tables[f"{earlier}--{table['question']}"], "", answer, codebooks[earlier]))
    )


def exact(rows: list[Row]) -> Fraction:
    return Fraction(100 * sum(row["n"] for row in rows), rows[0]["base"])


def half_up(value: Fraction) -> float:
    return float(int(abs(value) + Fraction(1, 2)) * (1 if value >= 0 else -1))


def said(text: str, expected: float, rows: list[Row], kind: str) -> bool:
    """Whether a text shows the number: as itself, as so many of so many, in words without a digit, or its interval."""
    if kind == "interval":
        return figures_in(text) == [rows[0]["low"], rows[0]["high"]]
    count, base = sum(row["n"] or 0 for row in rows), rows[0]["base"]
    return figures_in(text) in ([], [expected], [count, base]) or (expected == 0 and text == "–")


def test_every_page_that_shows_invented_answers_says_so_and_keeps_search_engines_out(
    built_site: Path, pages: dict[str, html.HtmlElement], ledger: Records, examples: set[str]
) -> None:
    marked = {url for entry in ledger if entry["survey"] in examples for url in entry["pages"]}
    assert {"", "rapport/", "atgarder/"} <= marked < set(pages)
    listed = [found.text for found in etree.parse(built_site / "sitemap.xml").iter("{*}loc")]
    for url, page in pages.items():
        lines = [line.text_content() for line in page.find_class("exempel-sida")]
        robots = page.xpath("//head/meta[@name='robots']/@content")
        assert (len(lines), robots) == ((1, ["noindex"]) if url in marked else (0, [])), url
        assert all("exempeldata" in line and "påhittade" in line for line in lines)
        assert (SITE_URL + url in listed) is (url not in marked and url != "404.html"), url


def test_figures_of_real_surveys_bear_no_example_mark_and_all_others_do(
    pages: dict[str, html.HtmlElement], examples: set[str]
) -> None:
    blocks = [
        block
        for page in pages.values()
        for block in page.xpath("//*[starts-with(@id, 'figur-') or starts-with(@id, 'tabellblock-')]")
        if block.tag in ("figure", "div")
    ]
    marks = {block.get("id").split("-", 1)[1]: len(block.find_class("exempel")) for block in blocks}
    assert marks == {key: int(key.partition("--")[0] in examples) for key in marks}
    assert set(marks.values()) == {0, 1}


def test_a_real_figure_links_the_publications_it_was_taken_from(pages: dict[str, html.HtmlElement]) -> None:
    figure = pages["rapport/andra/"].get_element_by_id("figur-innovationsforetagen-2020--tappat_order")
    links = figure.xpath(".//*[@class='figur-kalla']//a/@href")
    assert links
    assert {link.split("/")[2] for link in links} == {"www.innovationsforetagen.se"}


def test_every_number_in_the_text_leads_to_the_table_it_comes_from(pages: dict[str, html.HtmlElement]) -> None:
    anchors = {url: {element.get("id") for element in page.iter("*")} for url, page in pages.items()}
    for url, page in pages.items():
        for link in page.xpath("//a[@data-key]"):
            target, _, anchor = urljoin(f"/{url}", link.get("href")).partition("#")
            key, home = link.get("data-key"), target.removeprefix("/")
            assert anchor in anchors[home], (url, link.get("href"))
            if key.endswith("///base") and anchor == f"metod-{key.partition('--')[0]}":
                # How many took part is told where it is said how the survey was made.
                told = pages[home].get_element_by_id(anchor).text_content()
                assert set(figures_in(link.text_content())) <= set(figures_in(told)), (url, link.text_content())
                continue
            row = pages[home].get_element_by_id(anchor)
            if anchor.startswith("rad-"):
                # One of the question's own rows: in its table, by group, or between two waves.
                told = {cell.split("/")[0].split("--")[1] for cell in row.xpath(".//@data-key")}
                assert key.split("/")[0].split("--")[1] in told, (url, link.get("href"))
                continue
            assert anchor.endswith(key.partition("/")[0])
