"""Nothing but a released table is drawn, tabled or put into a sentence."""

from types import SimpleNamespace
from typing import cast

import pytest

from macros.errors import Place
from macros.estimate.estimate import estimate
from macros.release.disclosure import release_table
from macros.release.released import Released
from macros.render.figure import figure, standing_table
from macros.report.address import Address
from macros.report.figures import Figure, Wish, make_figure
from macros.report.tables import Table, make_table
from tests.drawings import composed, here
from tests.unit.release.tables import one_way

COUNTS = one_way("a 31, b 20, c 11")
ADDRESS = Address("prov", "q")


def look_alike() -> Released:
    """Everything that a released table has, except that nobody released it."""
    released = release_table(COUNTS, COUNTS)
    parts = {name: getattr(released, name) for name in Released.__dataclass_fields__}
    more = {"row": released.row, "variables": released.variables, "weighted": False, "sample": False}
    return cast("Released", SimpleNamespace(**parts, **more))


def test_estimates_cannot_be_laid_out_or_drawn() -> None:
    estimates = cast("Released", estimate(COUNTS))
    with pytest.raises((TypeError, AttributeError)):
        make_table(ADDRESS, estimates, "sv")
    with pytest.raises((TypeError, AttributeError)):
        make_figure(ADDRESS, estimates, "sv", Wish(), (), Place("docs/index.md"))
    with pytest.raises(TypeError, match="not Estimates"):
        Table(ADDRESS, estimates, COUNTS.question.text, "", (), ())  # type: ignore[arg-type]


def test_neither_can_what_only_looks_released() -> None:
    with pytest.raises(TypeError, match="only released tables"):
        make_table(ADDRESS, look_alike(), "sv")
    with pytest.raises(TypeError, match="only released tables"):
        make_figure(ADDRESS, look_alike(), "sv", Wish(), (), Place("docs/index.md"))


def test_a_renderer_looks_again() -> None:
    shown = composed(COUNTS)
    table = SimpleNamespace(**{name: getattr(shown.table, name) for name in Table.__dataclass_fields__})
    table.released = look_alike()
    with pytest.raises(TypeError, match="not SimpleNamespace"):
        standing_table(cast("Table", table), None, here())
    with pytest.raises(TypeError, match="not SimpleNamespace"):
        figure(cast("Figure", SimpleNamespace(released=table.released)), here())
