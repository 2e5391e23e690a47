"""The files that others take away: no formulas for spreadsheets, no number that is withheld."""

import csv
import io
import json
from pathlib import Path

import pytest

from macros.errors import Place
from macros.publish.downloads import table_csv, table_record, waves_csv, write_downloads
from macros.report.address import Address
from tests.drawings import element
from tests.projects import BRANSCH, BRANSCH_CSV, ENKAT, ENKAT_CSV, Project
from tests.samples import LITEN_CSV, samples, with_design
from tests.two_waves import call, two_waves
from tests.unit.publish.built import generate, small_project

HERE = Place("test")
HOSTILE = ["=HYPERLINK(A1)", "+1", "-1", "@SUM(A1)", "\ttab", '"citat", med komma']


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small_project(tmp_path)


def table(project: Project, address: Address) -> list[dict[str, str]]:
    desk = project.desk()
    return lines(table_csv(address, desk.report.table(address, HERE), "sv"))


@pytest.mark.parametrize("label", HOSTILE)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe_and_other_text_none(tmp_path: Path, label: str) -> None:
    codebook = ENKAT.replace("label: Oförändrat", f"label: {json.dumps(label)}")
    project = Project(tmp_path, enkat=(codebook, ENKAT_CSV))
    project.page("{{ n() }}")
    (row,) = [line for line in table(project, Address("enkat", "order")) if line["answer"] == "oforandrat"]
    assert row["label"] == (label if label.startswith('"') else f"'{label}")


def test_numbers_stay_numbers_whatever_their_sign(tmp_path: Path) -> None:
    project = Project(tmp_path, bransch=(BRANSCH, BRANSCH_CSV.replace("64.2", "0.2")))
    project.page("{{ n() }}", survey="bransch")
    assert [line["value"] for line in table(project, Address("bransch", "order"))] == ["18.8", "0.2"]


def test_a_withheld_number_is_an_empty_cell_with_its_status(project: Project) -> None:
    rows = table(project, Address("enkat", "vantan"))
    withheld = [row for row in rows if row["status"] == "suppressed"]
    assert withheld
    for row in withheld:
        assert [row[name] for name in ("value", "n", "base", "percent", "low", "high")] == [""] * 6
    shown = {row["answer"]: row["n"] for row in rows if row["status"] == "ok"}
    assert shown[""] == "61"


def test_a_table_by_group_names_the_group_in_a_column_of_its_own_and_leaves_it_empty_for_all(project: Project) -> None:
    rows = table(project, Address("enkat", "permittering", ("storlek",)))
    assert list(rows[0]) == [
        "survey", "data", "question", "storlek", "answer", "label", "statistic",
        "value", "n", "base", "percent", "percent_exact", "low", "high", "status", "flags",
    ]  # fmt: skip
    yes = {row["storlek"]: (row["n"], row["base"], row["percent"]) for row in rows if row["answer"] == "ja"}
    assert yes == {
        "": ("39", "62", "63"),
        "sma": ("13", "22", "59"),
        "medel": ("20", "29", "69"),
        "stora": ("6", "11", "55"),
    }
    assert {row["data"] for row in rows} == {"example"}


def test_the_record_says_null_where_the_csv_is_empty(project: Project) -> None:
    address = Address("enkat", "permittering", ("storlek",))
    record = table_record(address, project.desk().report.table(address, HERE))
    assert (record["survey"], record["question"], record["by"]) == ("enkat", "permittering", ["storlek"])
    rows = record["rows"]
    assert isinstance(rows, list)
    assert rows[0] == {
        "group": {"storlek": None}, "answer": None, "label": rows[0]["label"], "statistic": "count",
        "value": 62, "n": 62, "base": 62, "percent": None, "percent_exact": None, "low": None, "high": None,
        "status": "ok", "flags": [],
    }  # fmt: skip


def test_every_table_that_a_page_asked_for_is_written_once(project: Project) -> None:
    site = project.root / "site"
    write_downloads(generate(project, site), site)
    tables = json.loads((site / "data" / "tables.json").read_text(encoding="utf-8"))
    keys = [(entry["survey"], entry["question"], *entry["by"]) for entry in tables]
    assert keys == sorted(set(keys))
    assert ("enkat", "permittering", "storlek") in keys
    assert sorted(path.name for path in (site / "data").glob("*.csv")) == [
        "bransch--order.csv",
        "enkat--order.csv",
        "enkat--permittering--storlek.csv",
        "enkat--storlek.csv",
        "enkat--vantan.csv",
    ]
    for path in (site / "data").iterdir():
        assert b"\r" not in path.read_bytes()


def test_the_ledger_is_written_with_its_pages(project: Project) -> None:
    site = project.root / "site"
    write_downloads(generate(project, site), site)
    ledger = json.loads((site / "data" / "results.json").read_text(encoding="utf-8"))
    (entry,) = [entry for entry in ledger if entry["key"] == "enkat--order//minskat/share"]
    assert entry == {
        "key": "enkat--order//minskat/share", "statistic": "share", "value": 50, "text": "50 procent",
        "n": 31, "base": 62, "survey": "enkat", "question": "order", "status": "ok", "pages": [""],
        "data": "example",
    }  # fmt: skip


COMPARED = """\
wave,data,question,answer,label,statistic,value,n,base
var,example,order,farre,Order: färre,share,46,26,56
sommar,example,order,farre,Order: färre,share,63,39,62
sommar,example,order,farre,Order: färre,change,16,,62
var,example,leverans,ja,Leverans: ja,share,81,46,57
sommar,example,leverans,ja,Leverans: ja,share,66,40,61
sommar,example,leverans,ja,Leverans: ja,change,-15,,61
"""


def test_a_comparison_is_a_file_of_its_own_and_a_line_of_the_data_page_but_no_table(tmp_path: Path) -> None:
    project, site = two_waves(tmp_path), tmp_path / "site"
    key = "sommar--order-leverans--var"
    project.page(f"{{{{ {call(('order', 'farre'), ('leverans', 'ja'))} }}}}", survey="sommar")
    project.page("{{ downloads() }}", "data.md")
    write_downloads(generate(project, site), site)
    assert (site / "data" / f"{key}.csv").read_text(encoding="utf-8") == COMPARED
    tables = json.loads((site / "data" / "tables.json").read_text(encoding="utf-8"))
    assert [(table["survey"], table["question"]) for table in tables] == [
        ("sommar", "leverans"), ("sommar", "order"), ("var", "leverans"), ("var", "order"),
    ]  # fmt: skip
    line = element(project.read("data.md")).get_element_by_id(f"data-{key}")
    assert line.xpath("./a/@href") == [f"{key}.csv"]
    assert line.text_content() == "Spring 2020 – Summer 2020: Order, Leverans (CSV)"


@pytest.mark.parametrize("label", HOSTILE)
def test_names_in_a_comparison_are_no_formulas_either(tmp_path: Path, label: str) -> None:
    project = two_waves(tmp_path, label=json.dumps(label))
    project.page(f"{{{{ {call(('nya', 'ja'))} }}}}", survey="sommar")
    project.read()
    ((_, shown),) = project.desk().waves.items()
    said = {line["label"] for line in lines(waves_csv(shown))}
    assert said == {f"{label}: ja" if label.startswith('"') else f"'{label}: ja"}


def test_a_share_is_given_before_rounding_too_where_its_count_is_released(project: Project) -> None:
    rows = [row for row in table(project, Address("enkat", "vantan")) if not row["answer"].startswith("_")]
    assert [(row["answer"], row["percent"], row["percent_exact"]) for row in rows] == [
        ("", "", ""),
        ("ja", "82", "81.9672131148"),  # 50 of 61
        ("nej", "", ""),  # hidden, and so is this
        ("kanske", "", ""),
    ]


def test_what_has_no_count_has_no_exact_share(project: Project) -> None:
    assert {row["percent_exact"] for row in table(project, Address("bransch", "order"))} == {""}
    assert {row["percent_exact"] for row in table(project, Address("personal", "anstallda"))} == {""}


def test_a_weighted_share_is_no_ratio_of_counts_and_has_none(tmp_path: Path) -> None:
    rows = [f"{row},{1 if i % 2 else 3}" for i, row in enumerate(LITEN_CSV.splitlines()[1:])]
    csv_text = "\n".join([LITEN_CSV.splitlines()[0] + ",vikt", *rows]) + "\n"
    weighted = table(with_design(tmp_path, "{kind: srs, weight: vikt}", csv=csv_text), Address("liten", "stod"))
    assert {row["percent_exact"] for row in weighted} == {""}
    assert {row["percent"] for row in weighted if row["answer"] == "ja"} == {"40"}  # 6·1 + 6·3 of 60


def test_flags_are_a_column_of_words(tmp_path: Path) -> None:
    project = samples(tmp_path)
    marked = {row["answer"]: row["flags"] for row in table(project, Address("plats", "stod"))}
    assert (marked["ja"], marked[""]) == ("df uncomputed", "")
    record = table_record(Address("liten", "stod"), project.desk().report.table(Address("liten", "stod"), HERE))
    rows = record["rows"]
    assert isinstance(rows, list)
    assert [row["flags"] for row in rows[:2]] == [[], ["wide"]]
