"""The site as it is published, attacked with nothing but its own `tables.json`; and a leak stops the build."""

import json
import shutil
from pathlib import Path

from tests.site.copies import contents, replace, run

REPORT = "docs/rapport/index.md"


def test_nothing_can_be_worked_out_of_the_site(english_site: Path) -> None:
    root = english_site.parent
    done = run(root, "macros", "audit", "--against", "site")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line for line in done.stdout.splitlines() if "--" in line]
    *tallies, receipt, narrowest, took = [line for line in done.stdout.splitlines() if "--" not in line]
    tables = json.loads((english_site / "data" / "tables.json").read_text(encoding="utf-8"))
    ours = [table for table in tables if table["rules"]]
    withheld = [sum(row["status"] == "suppressed" for row in table["rows"]) for table in ours]
    assert sum(withheld) > 50
    assert [int(line.rpartition(": ")[2].split()[0]) for line in lines] == withheld
    assert receipt.startswith(f"{len(ours)} tables, ")
    assert receipt.endswith(f"{sum(withheld)} numbers withheld: none can be worked out.")
    assert took.startswith("It took ")
    told = {line.partition(":")[0]: [int(word) for word in line.split() if word.isdigit()] for line in tallies}
    assert all(published > 0 and first + second >= 0 for published, first, second, _ in told.values())
    assert sum(first + second for _, first, second, _ in told.values()) <= sum(withheld)
    assert int("".join(filter(str.isdigit, narrowest))) > 5  # 0 to 4 would be fewer than five companies


def test_any_withheld_number_that_is_printed_after_all_is_found(english_site: Path, tmp_path: Path) -> None:
    tables = json.loads((english_site / "data" / "tables.json").read_text(encoding="utf-8"))
    table = next(table for table in tables if (table["question"], table["by"]) == ("omsattning", ["storlek"]))
    row = next(row for row in table["rows"] if row["status"] == "suppressed" and row["group"]["storlek"] == "50-")
    row.update(status="ok", n=3)
    path = tmp_path / "tables.json"
    path.write_text(json.dumps(tables), encoding="utf-8")
    done = run(english_site.parent, "macros", "audit", str(path))
    assert done.returncode == 1
    place = f"{path} iuc-2020-sommar--omsattning--storlek"
    assert f"{place}: {row['answer']} in 50- is printed, and is fewer than 5" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_earlier_publications_withheld_stops_the_build(english_site: Path, tmp_path: Path) -> None:
    """Readers may have kept the site of then: what it prints and this one withholds is no secret any more."""
    root = tmp_path / "project"
    shutil.copytree(english_site.parent, root, symlinks=True)
    tables = json.loads((root / "site" / "data" / "tables.json").read_text(encoding="utf-8"))
    table = next(table for table in tables if (table["question"], table["by"]) == ("omsattning", ["storlek"]))
    row = next(row for row in table["rows"] if row["status"] == "suppressed" and row["group"]["storlek"] == "50-")
    row.update(status="ok", n=3)
    kept = root / "data" / "published" / "2020-06-01.json"
    kept.parent.mkdir()
    kept.write_text(json.dumps(tables), encoding="utf-8")
    before = contents(root / "site")
    done = run(root, "macros", "build")
    assert done.returncode == 1
    assert "data/published/2020-06-01.json" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(root / "site") == before


def test_both_ways_of_a_pair_are_published_and_tell_no_more(english_site: Path, tmp_path: Path) -> None:
    """Liquidity by trade stands on the page; trade by liquidity alone would withhold other cells of the same counts."""
    root = tmp_path / "project"
    shutil.copytree(english_site.parent, root, symlinks=True)
    replace(root, REPORT, "\n## ", '\n{{ table("bransch", by="likviditet") }}\n\n## ')
    done = run(root, "macros", "build")
    assert (done.returncode, done.stderr) == (0, "")
    tables = {
        table["question"]: {(row["group"][table["by"][0]], row["answer"]): row["status"] for row in table["rows"]}
        for table in json.loads((root / "site" / "data" / "tables.json").read_text(encoding="utf-8"))
        if sorted((table["question"], *table["by"])) == ["bransch", "likviditet"]
    }
    withheld = {
        name: {cell for cell, status in rows.items() if status == "suppressed" and None not in cell}
        for name, rows in tables.items()
    }
    assert withheld["bransch"] == {(answer, group) for group, answer in withheld["likviditet"]}
    assert run(root, "macros", "audit", "site").returncode == 0
