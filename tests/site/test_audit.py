"""The site as it is published, attacked with nothing but its own `tables.json`; and a leak stops the build."""

import json
import shutil
from pathlib import Path

import pytest

from tests.site.copies import contents, replace, run

REPORT = "docs/rapport/index.md"


def test_nothing_can_be_worked_out_of_the_site(english_site: Path) -> None:
    root = english_site.parent
    done = run(root, "macros", "audit", "--against", "site")
    assert (done.returncode, done.stderr) == (0, "")
    *lines, receipt, narrowest = done.stdout.splitlines()
    tables = json.loads((english_site / "data" / "tables.json").read_text(encoding="utf-8"))
    ours = [table for table in tables if table["rules"]]
    withheld = [sum(row["status"] == "suppressed" for row in table["rows"]) for table in ours]
    assert sum(withheld) > 50
    assert [int(line.rpartition(": ")[2].split()[0]) for line in lines] == withheld
    assert receipt.startswith(f"{len(ours)} tables, ")
    assert receipt.endswith(f"{sum(withheld)} numbers withheld: none can be worked out.")
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


@pytest.mark.parametrize("call", ['table("bransch", by="likviditet")'])
def test_a_page_that_asks_for_a_telling_table_is_not_published(english_site: Path, tmp_path: Path, call: str) -> None:
    """Liquidity by trade stands on the page; trade by liquidity withholds other cells of the same counts."""
    root = tmp_path / "project"
    shutil.copytree(english_site.parent, root, symlinks=True)
    replace(root, REPORT, "\n## ", f"\n{{{{ {call} }}}}\n\n## ")
    before = contents(root / "site")
    done = run(root, "macros", "build")
    assert done.returncode == 1
    assert "site/data/tables.json iuc-2020-sommar--bransch--likviditet: " in done.stderr
    assert "all tables together tell" in done.stderr
    assert contents(root / "site") == before
