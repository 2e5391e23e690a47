"""The worked examples of the method page: every number that it quotes is worked out again, by the estimators."""

import re
from pathlib import Path

from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate
from macros.release.rounding import half_up
from macros.survey.tabulate import tabulate
from tests.drawn import TEN, drawn

PAGE = Path(__file__).parents[2] / "docs" / "metod.md"
HEADING = "## Så räknar vi: tre exempel"


def _examples() -> list[str]:
    """The three examples, each as its paragraph."""
    section = PAGE.read_text(encoding="utf-8").split(f"{HEADING}\n", 1)[1].split("\n## ", 1)[0]
    return [paragraph for paragraph in section.split("\n\n") if paragraph.startswith("**")]


def _numbers(text: str) -> list[int]:
    return [int(number.replace("−", "-")) for number in re.findall(r"(?<!\d)−?\d+", text)]


def _points(value: float | None) -> int:
    assert value is not None
    return int(half_up(100 * value))


def _yes(x: int, n: int, size: int, kind: str) -> Estimate:
    survey = drawn({"y": "1" * x + "0" * (n - x)}, {"y": "single"}, {"kind": kind}, size)
    return estimate(tabulate(survey, "y")).row((), "1")


def test_a_share_in_a_sample() -> None:
    row = _yes(20, 54, 310, "srs")
    share, low, high = _points(float(row.value or 0)), _points(row.low), _points(row.high)
    assert row.method == "korn_graubard"
    assert _numbers(_examples()[0]) == [310, 54, 20, 54, share, low, high, 310, 95, 95, 100]


def test_a_census_that_not_all_answered() -> None:
    row = _yes(34, 54, 62, "census")
    assert (row.se, row.low, row.high, row.method) == (None, None, None, "census_nonresponse")
    none, all_of_them = (_points(yes / 62) for yes in (34, 34 + 8))
    share = _points(float(row.value or 0))
    assert _numbers(_examples()[1]) == [62, 54, 34, 54, share, 62 - 54, 8, none, all_of_them]


def test_a_balance() -> None:
    made = estimate(tabulate(drawn({"a": TEN["a"]}, {"a": "scale"}, size=40), "a"))
    (net,) = (net for net in made.nets if net.statistic == "balance")
    up, same, down = (made.row((), code) for code in ("up", "same", "down"))
    balance, error, low, high = (_points(x) for x in (float(net.value or 0), net.se, net.low, net.high))
    apart = _points(((up.se or 0) ** 2 + (down.se or 0) ** 2) ** 0.5)
    shares = [_points(float(row.value or 0)) for row in (up, down)]
    counts = [up.n, same.n, down.n]
    assert _numbers(_examples()[2]) == [40, 10, *counts, *shares, balance, error, apart, low, high, net.base]
