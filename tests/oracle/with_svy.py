"""The designs of `designs.json` by the Python package svy: the second oracle, of `test_svy.py`.

    python -m venv svy-env && svy-env/bin/pip install svy==0.35.0
    svy-env/bin/python tests/oracle/with_svy.py > tests/oracle/svy.json

svy is no dependency of the tests, as R is none: it is young (0.x), brings a 40 MB extension of its own, and its
numbers do not change by being computed again. Its weights are declared; where R derives them from the sizes of the
strata the same quotients are given here. What was not answered is dropped by svy itself, which keeps the rows in the
design.
"""

import json
import math
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import polars as pl

# Only the command above has svy; the tests read this module too, for doctests, and do without.
svy: Any = import_module("svy") if __name__ == "__main__" else None

ORACLE = json.loads(Path(__file__).with_name("designs.json").read_text(encoding="utf-8"))
LONELY = {"certainty": "skip", "adjust": "center", "average": "scale"}


def design_of(kind: str, data: pl.DataFrame) -> tuple[pl.DataFrame, Any]:
    """The data with the weights that R derives, and the design."""
    base = kind.removesuffix("_raked")
    if base in ("srs", "post_stratified", "raked"):
        return data.with_columns(own=pl.col("Nt") / data.height), svy.Design(wgt="own", pop_size="Nt")
    if base == "stratified" or base.startswith("lonely"):
        lonely = LONELY.get(base.removeprefix("lonely_"))
        own = data.with_columns(own=pl.col("N") / pl.len().over("h"))
        return own, svy.Design(stratum="h", wgt="own", pop_size="N", singleton=lonely)
    if base == "clusters":
        own = data.with_columns(own=pl.col("Nc") / data["c"].n_unique())
        return own, svy.Design(psu="c", wgt="own", pop_size="Nc")
    designs = {
        "stratified_weights": svy.Design(stratum="h", wgt="w"),
        "stratified_weights_fpc": svy.Design(stratum="h", wgt="w", pop_size="N"),
        "weights": svy.Design(wgt="w"),
        "cluster_weights": svy.Design(psu="c", wgt="w"),
    }
    return data, designs[base]


def _float(value: object) -> object:
    return float(value) if isinstance(value, int) else value


def sample_of(case: dict[str, Any]) -> Any:
    """A case as svy's sample, with its weights adjusted where the case says so."""
    given = {name: [_float(v) for v in values] for name, values in ORACLE["data"][case["data"]].items()}
    data = pl.DataFrame(given).with_columns(
        s=pl.col("a").replace_strict({"up": 1.0, "same": 0.0, "down": -1.0}, return_dtype=pl.Float64)
    )
    kind, (low, high) = case["kind"], case["half"]
    data, design = design_of(kind, data)
    sample = svy.Sample(data, design)
    first, second = sorted(data["g"].unique().to_list())
    of_k = {"l": low, "s": high}
    if kind == "post_stratified":
        return sample.weighting.poststratify(of_k, cells="k")
    if kind.endswith("raked"):
        controls = {"k": of_k, "g": {first: high, second: low}}
        return sample.weighting.rake(controls=controls, tol=1e-14, max_iter=10_000, on_nonconvergence="ignore")
    return sample


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row of svy's answer, with null for what it could not compute."""
    names = ("est", "se", "lci", "uci", "df", "n", "deff", "p_value")
    values = {name: row[name] for name in names if name in row}
    return {k: None if isinstance(v, float) and not math.isfinite(v) else v for k, v in values.items()}


def domain(sample: Any, group: str | None, *, adjusted: bool) -> dict[str, Any]:
    """Every statistic of one domain."""
    where = None if group is None else svy.col("g") == group
    estimate = sample.estimation
    more: dict[str, Any] = {"where": where, "drop_nulls": True}
    deff = None if adjusted else "wor"
    shares = estimate.prop("y", ci_method="korn-graubard", deff=deff, **more).to_polars().to_dicts()
    quantiles = estimate.quantile("x", p=(0.25, 0.5, 0.75), **more).to_polars().to_dicts()
    one = {
        "mean": estimate.mean("x", **more), "total": estimate.total("x", **more),
        "ratio": estimate.ratio("z", "x", **more), "balance": estimate.mean("s", **more),
    }  # fmt: skip
    return {
        "group": group,
        "share": plain(next(row for row in shares if row["y"] == 1)),
        **{name: plain(made.to_polars().to_dicts()[0]) for name, made in one.items()},
        "quantiles": [plain(row) for row in quantiles],
    }


def solved(case: dict[str, Any]) -> dict[str, Any]:
    """All of one case; what svy refuses stands as its own words."""
    sample = sample_of(case)
    adjusted = case["kind"].endswith(("post_stratified", "raked"))
    groups = [part.get("group") for part in case["domains"]]
    made: dict[str, Any] = {"name": case["name"], "domains": []}
    for group in groups:
        made["domains"].append(domain(sample, group, adjusted=adjusted))
    first, second = sorted(group for group in groups if group)
    by_group = sample.estimation.mean("y", by="g", drop_nulls=True)
    made["difference"] = plain(by_group.contrast(svy.estd(first) - svy.estd(second)).to_polars().to_dicts()[0])
    return made


if __name__ == "__main__":
    cases = [solved(case) for case in ORACLE["cases"]]
    json.dump({"made_with": {"svy": version("svy"), "svy_rs": version("svy_rs")}, "cases": cases}, sys.stdout)
    sys.stdout.write("\n")
