"""The files beside the pages have the shapes that they promise, and say the same numbers as one another."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.built_pages import Records, key_of, read_csv, read_json, read_pages

TABLE = ["survey", "data", "question", "type", "by", "rows", "merged", "rules", "asked_of"]
ROW = [
    "group", "answer", "label", "statistic", "value", "n", "base", "percent", "percent_exact", "low", "high", "status",
    "flags",
]  # fmt: skip
ENTRY = ["key", "statistic", "value", "text", "n", "base", "survey", "question", "status", "pages", "data"]
WAVES = ["wave", "data", "question", "answer", "label", "statistic", "value", "n", "base"]
NUMBERS = ["value", "n", "base", "percent", "percent_exact", "low", "high"]
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
        assert all(isinstance(code, str) for answers in table["asked_of"].values() for code in answers)


def test_a_row_has_its_keys_and_numbers_only_where_it_is_released(tables: Records) -> None:
    for table, row in rows(tables):
        assert list(row) == ROW
        assert list(row["group"]) == table["by"]
        assert row["status"] in ("ok", "suppressed", "no_base")
        assert row["statistic"] in ("share", "count", "mean", "quartile", "published")
        shown = [name for name in NUMBERS if row[name] is not None]
        assert (row["value"] is not None) if row["status"] == "ok" else shown == row["flags"] == []
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
            assert row["percent_exact"] == pytest.approx(100 * row["n"] / row["base"], abs=1e-9)
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


def test_an_entry_is_example_or_real_as_its_table_is(ledger: Records, tables: Records) -> None:
    status = {key_of(table): table["data"] for table in tables}
    assert {entry["key"]: entry["data"] for entry in ledger} == {
        entry["key"]: status[entry["key"].partition("/")[0]] for entry in ledger
    }


def test_every_table_is_a_csv_with_the_same_numbers(tables: Records, built_site: Path) -> None:
    files = csv_files(built_site)
    assert set(files) - set(comparisons(built_site)) == {key_of(table) for table in tables}
    for table in tables:
        # Several steps of a scale together are worked out from the rows, and stand after them.
        lines = [line for line in files[key_of(table)] if line["statistic"] != "net"]
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


def csv_files(site: Path) -> dict[str, Records]:
    return {path.stem: read_csv(path) for path in (site / "data").glob("*.csv")}


def comparisons(site: Path) -> dict[str, Records]:
    """The files that compare two waves, by their keys."""
    return {key: lines for key, lines in csv_files(site).items() if "wave" in lines[0]}


def test_a_comparison_gives_both_shares_as_their_tables_do_and_the_change_of_their_exact_shares(
    tables: Records, built_site: Path
) -> None:
    by_key = {key_of(table): table for table in tables}
    found = comparisons(built_site)
    assert len(found) == len({key for page in waves_figures(built_site).values() for key in page}) > 1
    for key, lines in found.items():
        later, questions, earlier = key.split("--")
        assert [line["question"] for line in lines[::3]] == questions.split("-")
        for before, after, change in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
            assert [list(line) for line in (before, after, change)] == [WAVES] * 3
            exact = []
            for line, survey in ((before, earlier), (after, later)):
                n, base = released_share(by_key[f"{survey}--{line['question']}"], line["answer"], built_site)
                share = Fraction(100 * n, base)
                assert [line[name] for name in WAVES[-4:]] == ["share", str(half_up(share)), str(n), str(base)]
                assert (line["wave"], line["data"]) == (survey, "example")
                exact.append(share)
            points = half_up(exact[1] - exact[0])
            assert [change[name] for name in WAVES[-4:]] == ["change", str(points), "", after["base"]]
            assert change["label"] == before["label"] == after["label"]


def released_share(table: dict[str, Any], answer: str, site: Path) -> tuple[int, int]:
    """Count and base of an answer of all, or of answers that the codebook joins, from released rows alone."""
    file = site.parent / "data" / "surveys" / table["survey"] / "survey.yml"
    questions = yaml.safe_load(file.read_text(encoding="utf-8"))["questions"]
    question = next(question for question in questions if question["id"] == table["question"])
    joined = {merge["code"]: merge["of"] for merge in question.get("merge", [])}
    counts = {row["answer"]: row["n"] for row in table["rows"]}
    return sum(counts[part] for part in ([answer] if answer in counts else joined[answer])), counts[None]


def half_up(value: Fraction) -> int:
    return int(abs(value) + Fraction(1, 2)) * (1 if value >= 0 else -1)


def waves_figures(site: Path) -> dict[str, list[str]]:
    """Keys of the figures that compare two waves, by page: each has a third part, which names a survey."""
    surveys = {path.name for path in (site.parent / "data" / "surveys").iterdir()}
    return {
        url: [
            key
            for figure in page.xpath("//figure[@id]")
            if (key := figure.get("id").removeprefix("figur-")).split("--")[-1] in surveys
        ]
        for url, page in read_pages(site).items()
    }


def test_every_figure_and_standing_table_offers_its_csv(built_site: Path) -> None:
    kinds = set()
    for url, page in read_pages(built_site).items():
        blocks = page.xpath("//figure[@id] | //div[@class='tabellblock']")
        offered = {block.get("id").split("-", 1)[1]: block.xpath(".//a[@download]/@href") for block in blocks}
        up = "../" * url.count("/")
        assert offered == {key: [f"{up}data/{key}.csv"] for key in offered}, url
        assert all((built_site / "data" / f"{key}.csv").is_file() for key in offered)
        kinds |= {(block.tag, url) for block in blocks}
    assert len(kinds) > 9
    assert {tag for tag, _ in kinds} == {"figure", "div"}


def test_the_data_page_offers_every_file_beside_the_pages(built_site: Path) -> None:
    links = set(read_pages(built_site)["data/"].xpath("//main//a[@download]/@href"))
    files = {path.name for path in (built_site / "data").iterdir() if path.suffix in (".csv", ".json")}
    assert {link.rpartition("/")[2] for link in links} == files


def test_the_data_page_names_a_comparison_by_its_waves_and_questions_below_the_mark_of_examples(
    built_site: Path,
) -> None:
    pages = read_pages(built_site)
    shown = {key: url for url, keys in waves_figures(built_site).items() for key in keys}
    assert len(shown) > 1
    for key, url in shown.items():
        figure = pages[url].get_element_by_id(f"figur-{key}")
        before, after = [cell.text_content() for cell in figure.findall(".//thead//th")][1:3]
        questions = [head.text_content().partition(":")[0] for head in figure.findall(".//tbody//th")]
        line = pages["data/"].get_element_by_id(f"data-{key}")
        assert line.text_content() == f"{before} – {after}: {', '.join(questions)} (CSV)"
        heading = line.getparent().getprevious()
        assert heading.get("class") == "nedladdning-grupp"
        assert len(heading.find_class("exempel")) == 1


def test_the_data_page_marks_what_is_invented_and_nothing_real(built_site: Path, tables: Records) -> None:
    page = read_pages(built_site)["data/"]
    for table in tables:
        heading = page.get_element_by_id(f"data-{key_of(table)}").getparent().getprevious()
        assert len(heading.find_class("exempel")) == int(table["data"] == "example"), key_of(table)
