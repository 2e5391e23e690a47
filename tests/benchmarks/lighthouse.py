"""Lighthouse, as npx gets it: scores and times of one page on a slow phone. Needs Node, which nothing else here does.

Belongs here: running it, and what its answer says. Does not: which scores are good enough (`bench_page.py`).
"""

import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

VERSION = "12.8.2"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Milliseconds, but for the shift, which has no unit.
TIMES = {
    "FCP": "first-contentful-paint",
    "LCP": "largest-contentful-paint",
    "TBT": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
}


@dataclass(frozen=True)
class Judged:
    """One run: scores from 0 to 100 by category, and times by their short names."""

    scores: dict[str, float]
    times: dict[str, float]


def can_be_had() -> bool:
    """Whether npx is there and gets it."""
    npx = shutil.which("npx")
    return (
        npx is not None
        and subprocess.run([*_command(npx), "--version"], check=False, capture_output=True).returncode == 0
    )


def judge(url: str, browser: str, *, hidden: bool) -> Judged:
    """Run it once.

    Args:
        hidden: the page asks search engines to stay away, and is not to be blamed for that.

    Raises:
        subprocess.CalledProcessError: it did not run.
    """
    done = subprocess.run(
        [*_command("npx"), url, "--quiet", "--output=json", "--output-path=stdout", f"--chrome-flags={FLAGS}"],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"CHROME_PATH": browser},
    )
    said = json.loads(done.stdout)
    left_out = {"is-crawlable"} if hidden else set()
    scores = {name: _score(said["categories"][name]["auditRefs"], said["audits"], left_out) for name in CATEGORIES}
    return Judged(scores, {name: said["audits"][audit]["numericValue"] for name, audit in TIMES.items()})


def median(runs: Sequence[Judged]) -> Judged:
    """The middle of several runs, value by value."""
    return Judged(
        {name: statistics.median(run.scores[name] for run in runs) for name in CATEGORIES},
        {name: statistics.median(run.times[name] for run in runs) for name in TIMES},
    )


def _score(references: list[dict[str, Any]], audits: dict[str, Any], left_out: set[str]) -> float:
    """A category's score as Lighthouse counts it: the mean of its audits by their weights."""
    counted = [
        (reference["weight"], audits[reference["id"]]["score"])
        for reference in references
        if reference["weight"] and reference["id"] not in left_out and audits[reference["id"]]["score"] is not None
    ]
    return float(100 * sum(weight * score for weight, score in counted) / sum(weight for weight, _ in counted))


def _command(npx: str) -> list[str]:
    return [npx, "--yes", f"lighthouse@{VERSION}"]
