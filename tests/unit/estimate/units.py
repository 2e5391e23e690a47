"""Respondents drawn by design, for the laws of estimation: any answers, any weights, under any of the designs.

Weights have three decimals, so that their sums are exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from macros.survey.survey import Survey
from tests.drawn import drawn

KINDS = {"y": "single:ja nej vet", "x": "number", "a": "single:down same up", "g": "single:u v"}
SIZES = {"A": 60, "B": 35}
ROLES: dict[str, tuple[str, ...]] = {
    "srs": (),
    "strata": ("stratum",),
    "strata of known size": ("stratum", "population_size"),
    "weights": ("weight",),
    "weighted strata": ("stratum", "weight"),
    "weighted strata of known size": ("stratum", "weight", "population_size"),
    "clusters": ("cluster",),
    "weighted clusters in strata": ("stratum", "cluster", "weight"),
}
roles = st.sampled_from(sorted(ROLES))


@dataclass(frozen=True)
class Unit:
    """One respondent, with all that a design can know of it."""

    stratum: str
    cluster: int
    weight: Fraction
    y: str | None
    x: int | None
    a: str | None
    g: str | None


@st.composite
def samples(draw: st.DrawFn, blank: bool = True) -> list[Unit]:  # noqa: FBT001, FBT002 -- one option
    """Four to twelve respondents, of two strata with at least two clusters each."""
    none = (None,) if blank else ()
    units = []
    for at in range(draw(st.integers(4, 12))):
        stratum = "AABB"[at] if at < 4 else draw(st.sampled_from("AB"))
        cluster = at if at < 4 else draw(st.integers(0, 5))
        units.append(
            Unit(
                stratum,
                cluster,
                Fraction(draw(st.integers(1, 9999)), 1000),
                draw(st.sampled_from(("ja", "nej", "vet", *none))),
                draw(st.sampled_from((*range(9), *none))),
                draw(st.sampled_from(("down", "same", "up", *none))),
                draw(st.sampled_from(("u", "v", *none))),
            )
        )
    return units


def survey(
    units: Sequence[Unit],
    design: str,
    more: Mapping[str, Any] | None = None,
    kinds: Mapping[str, str] = KINDS,
    **merge: list[str],
) -> Survey:
    """The units under one of `ROLES`."""
    every: dict[str, list[object]] = {
        "stratum": [unit.stratum for unit in units],
        "cluster": [f"{unit.stratum}{unit.cluster}" for unit in units],
        "weight": [unit.weight for unit in units],
        "population_size": [SIZES[unit.stratum] for unit in units],
    }
    columns = {role: every[role] for role in ROLES[design]}
    asked = {name: [getattr(unit, name) for unit in units] for name in KINDS}
    return drawn({**asked, **columns}, kinds, more, merge=merge)
