"""The example answers are the script's, byte for byte, and agree with what was published in 2020."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.unit.survey.example_rows import ROOT, Rows, example_rows, share

EXAMPLES = ("exempel-urval", "handelskammaren-2020", "iuc-2020-sommar", "iuc-2020-var")


@pytest.fixture(scope="module")
def rows() -> Rows:
    return example_rows("iuc-2020-sommar")


@pytest.mark.parametrize("seed", ["0", "7"])
def test_the_script_makes_the_committed_files_byte_for_byte(tmp_path: Path, seed: str) -> None:
    (tmp_path / "data").mkdir()
    for script in (ROOT / "data").glob("*.py"):
        shutil.copy(script, tmp_path / "data")
    for survey in EXAMPLES:
        (tmp_path / "data" / "surveys" / survey).mkdir(parents=True)
    command = [sys.executable, "-B", str(tmp_path / "data" / "example_data.py")]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    for survey in EXAMPLES:
        made = (tmp_path / "data" / "surveys" / survey / "svar.csv").read_bytes()
        assert made == (ROOT / "data" / "surveys" / survey / "svar.csv").read_bytes(), survey


def test_every_survey_with_answers_is_an_example_that_the_script_makes() -> None:
    assert sorted(path.parent.name for path in (ROOT / "data/surveys").glob("*/svar.csv")) == list(EXAMPLES)
    for survey in EXAMPLES:
        codebook = (ROOT / "data/surveys" / survey / "survey.yml").read_text(encoding="utf-8")
        assert "\nstatus: example\n" in codebook


def test_all_62_owners_answered_and_39_of_them_lost_orders(rows: Rows) -> None:
    orders = Counter(row["orderingang"] for row in rows)
    assert len(rows) == len({row["foretag"] for row in rows}) == 62
    assert orders["Minskat mycket"] + orders["Minskat något"] == 39
    assert sum(orders.values()) - orders[""] - orders["Vet ej"] == 60


def test_the_companies_are_in_eight_municipalities_and_have_over_2500_employees(rows: Rows) -> None:
    assert {row["kommun"] for row in rows} == {
        "Berg", "Bräcke", "Härjedalen", "Krokom", "Ragunda", "Strömsund", "Åre", "Östersund",
    }  # fmt: skip
    assert sum(int(row["anstallda"] or 0) for row in rows) > 2500


def test_most_want_support_for_at_least_two_years_and_small_companies_are_hit_harder(rows: Rows) -> None:
    assert share(rows, "stod_lange", "Ungefär två år", "Längre än två år") > 0.5
    small = [row for row in rows if row["storlek"] in ("1–4 anställda", "5–9 anställda")]
    large = [row for row in rows if row["storlek"].startswith(("20", "50"))]
    lost = ("Minskat mycket", "Minskat något")
    assert share(small, "orderingang", *lost) > share(large, "orderingang", *lost)


def test_employees_fit_the_size_class(rows: Rows) -> None:
    ends = {"1–4": (1, 4), "5–9": (5, 9), "10–": (10, 19), "20–": (20, 49), "50 ": (50, 1000)}
    for row in rows:
        low, high = ends[row["storlek"][:3]]
        assert not row["anstallda"] or low <= int(row["anstallda"]) <= high
