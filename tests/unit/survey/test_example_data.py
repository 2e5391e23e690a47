"""The example answers are the script's, byte for byte, and agree with what was published in 2020."""

import csv
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ANSWERS = ROOT / "data/surveys/iuc-2020-sommar/svar.csv"


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with ANSWERS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("seed", ["0", "7"])
def test_the_script_makes_the_committed_file_byte_for_byte(tmp_path: Path, seed: str) -> None:
    script = tmp_path / "data" / "example_data.py"
    target = tmp_path / "data" / "surveys" / "iuc-2020-sommar"
    target.mkdir(parents=True)
    script.write_bytes((ROOT / "data/example_data.py").read_bytes())
    subprocess.run([sys.executable, script], check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert (target / "svar.csv").read_bytes() == ANSWERS.read_bytes()


def test_all_62_owners_answered_and_39_of_them_lost_orders(rows: list[dict[str, str]]) -> None:
    orders = Counter(row["orderingang"] for row in rows)
    assert len(rows) == len({row["foretag"] for row in rows}) == 62
    assert orders["Minskat mycket"] + orders["Minskat något"] == 39
    assert sum(orders.values()) - orders[""] - orders["Vet ej"] == 60


def test_the_companies_are_in_eight_municipalities_and_have_over_2500_employees(rows: list[dict[str, str]]) -> None:
    assert {row["kommun"] for row in rows} == {
        "Berg", "Bräcke", "Härjedalen", "Krokom", "Ragunda", "Strömsund", "Åre", "Östersund",
    }  # fmt: skip
    assert sum(int(row["anstallda"] or 0) for row in rows) > 2500


def test_most_want_support_for_at_least_two_years_and_small_companies_are_hit_harder(
    rows: list[dict[str, str]],
) -> None:
    answered = [row["stod_lange"] for row in rows if row["stod_lange"] not in ("", "Vet ej")]
    assert sum(answer in ("Ungefär två år", "Längre än två år") for answer in answered) > len(answered) / 2
    lost = [
        row["orderingang"].startswith("Minskat") for row in rows if row["storlek"] in ("1–4 anställda", "5–9 anställda")
    ]
    large = [row["orderingang"].startswith("Minskat") for row in rows if row["storlek"].startswith(("20", "50"))]
    assert sum(lost) / len(lost) > sum(large) / len(large)


def test_employees_fit_the_size_class(rows: list[dict[str, str]]) -> None:
    ends = {"1–4": (1, 4), "5–9": (5, 9), "10–": (10, 19), "20–": (20, 49), "50 ": (50, 1000)}
    for row in rows:
        low, high = ends[row["storlek"][:3]]
        assert not row["anstallda"] or low <= int(row["anstallda"]) <= high
