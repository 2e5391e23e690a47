"""The same sources give the same bytes, wherever and by whomever they are built; the PDF included."""

from pathlib import Path

from tests.site.built_pages import read_json
from tests.site.copies import contents


def test_two_builds_give_the_same_bytes(built_site: Path, site_elsewhere: Path) -> None:
    first, second = contents(built_site), contents(site_elsewhere)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert {"rapport.pdf", "sitemap.xml.gz", "data/results.json"} <= set(first)


def test_the_receipt_of_a_build_stands_in_the_runs_summary(site_elsewhere: Path) -> None:
    summary = (site_elsewhere.parents[2] / "summary.md").read_text(encoding="utf-8")
    shown = {(entry["key"], entry["text"]) for entry in read_json(site_elsewhere, "results")}
    tables = read_json(site_elsewhere, "tables")
    assert f" {len(tables)} tabeller, {len(shown)} tal, PDF " in summary
