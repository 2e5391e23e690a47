"""The files beside the pages have the shapes that they promise, and say the same numbers as one another."""

from pathlib import Path
from typing import Any

import pytest

from tests.site.built_pages import Records, key_of, read_csv, read_json, read_pages

TABLE = ["survey", "data", "question", "type", "by", "rows", "merged", "rules"]
ROW = ["group", "answer", "label", "statistic", "value", "n", "base", "percent", "low", "high", "status"]
ENTRY = ["key", "statistic", "value", "text", "n", "base", "survey", "question", "status", "pages"]
NUMBERS = ["value", "n", "base", "percent", "low", "high"]
MISSING = ["__no_answer__", "__dont_know__", "__refused__", "__not_applicable__", "__not_asked__"]


@pytest.fixture(scope="module")
def tables(built_site: Path) -> Records:
    return read_json(built_site, "tables")


@pytest.fixture(scope="module")
def ledger(built_site: Path) -> Records:
    return read_json(built_site, "results")


def rows(tables: Records) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(table, row) for table in tables for row in table["rows"]]


def test_a_table_has_its_keys_and_no_others(tables: Records) -> None:
    assert [list(table) for table in tables] == [TABLE] * len(tables)
    assert len({key_of(table) for table in tables}) == len(tables) > 10
    assert {table["data"] for table in tables} == {"example", "real"}
    for table in tables:
        assert table["type"] in ("single", "scale", "multiple", "number")
        assert all(isinstance(name, str) for name in table["rules"])
        assert set(table["merged"]) <= {*table["by"], "answer"}
        codes = [codes for merges in table["merged"].values() for codes in merges.values()]
        assert all(len(parts) > 1 for parts in codes)


def test_a_row_has_its_keys_and_numbers_only_where_it_is_released(tables: Records) -> None:
    for table, row in rows(tables):
        assert list(row) == ROW
        assert list(row["group"]) == table["by"]
        assert row["status"] in ("ok", "suppressed", "no_base")
        assert row["statistic"] in ("share", "count", "mean", "published")
        shown = [name for name in NUMBERS if row[name] is not None]
        assert (row["value"] is not None) if row["status"] == "ok" else shown == []
        assert all(isinstance(row[name], int | float) for name in shown)
    assert {row["status"] for _, row in rows(tables)} == {"ok", "suppressed"}


def test_every_table_of_answers_has_its_total_its_base_and_who_did_not_answer(tables: Records) -> None:
    for table in tables:
        total = [row for row in table["rows"] if set(row["group"].values()) <= {None}]
        answers = [row["answer"] for row in total]
        if table["data"] == "real":
            assert total == []
        else:
            assert answers[0] is None
            assert answers[-len(MISSING) :] == MISSING
            assert len(set(answers)) == len(answers)


def test_a_share_is_its_count_of_its_base(tables: Records) -> None:
    for table, row in rows(tables):
        if row["statistic"] == "share" and row["status"] == "ok":
            assert row["value"] == row["percent"]
            assert abs(row["percent"] - 100 * row["n"] / row["base"]) <= 0.5
            total = next(r for r in table["rows"] if r["group"] == row["group"] and r["answer"] is None)
            assert row["base"] == total["n"]


def test_answers_of_one_choice_add_up_to_their_base_where_all_are_released(tables: Records) -> None:
    added = 0
    for table in tables:
        parts: dict[tuple[str | None, ...], list[dict[str, Any]]] = {}
        for row in table["rows"]:
            if row["statistic"] == "share":
                parts.setdefault(tuple(row["group"].values()), []).append(row)
        for shares in parts.values():
            if table["type"] != "multiple" and {row["status"] for row in shares} == {"ok"}:
                assert sum(row["n"] for row in shares) == shares[0]["base"]
                added += 1
    assert added > 5


def test_an_entry_of_the_ledger_has_its_keys_and_no_others(ledger: Records, built_site: Path) -> None:
    pages = set(read_pages(built_site))
    assert [list(entry) for entry in ledger] == [ENTRY] * len(ledger)
    assert ledger == sorted(ledger, key=lambda entry: (entry["key"], entry["text"]))
    for entry in ledger:
        assert entry["pages"]
        assert entry["pages"] == sorted(set(entry["pages"]))
        assert set(entry["pages"]) <= pages
        assert entry["key"].startswith(f"{entry['survey']}--{entry['question']}")


def test_every_table_is_a_csv_with_the_same_numbers(tables: Records, built_site: Path) -> None:
    files = {path.stem: read_csv(path) for path in (built_site / "data").glob("*.csv")}
    assert set(files) == {key_of(table) for table in tables}
    for table in tables:
        lines = files[key_of(table)]
        assert len(lines) == len(table["rows"])
        for line, row in zip(lines, table["rows"], strict=True):
            assert [line[name] for name in NUMBERS] == [written(row[name]) for name in NUMBERS]
            assert [line[name] for name in ("label", "statistic", "status")] == [
                row[name] for name in ("label", "statistic", "status")
            ]
            assert line["answer"] == (row["answer"] or "")
            assert {by: line[by] or None for by in table["by"]} == row["group"]
            assert (line["survey"], line["data"]) == (table["survey"], table["data"])


def written(number: float | None) -> str:
    return "" if number is None else str(number)


def test_every_figure_and_standing_table_offers_its_csv(built_site: Path) -> None:
    page = read_pages(built_site)["rapport/"]
    blocks = page.xpath("//figure[@id] | //div[@class='tabellblock']")
    offered = {block.get("id").split("-", 1)[1]: block.xpath(".//a[@download]/@href") for block in blocks}
    assert offered == {key: [f"../data/{key}.csv"] for key in offered}
    assert len(offered) > 4


def test_the_data_page_offers_every_file_beside_the_pages(built_site: Path) -> None:
    links = set(read_pages(built_site)["data/"].xpath("//main//a[@download]/@href"))
    files = {path.name for path in (built_site / "data").iterdir() if path.suffix in (".csv", ".json")}
    assert {link.rpartition("/")[2] for link in links} == files
