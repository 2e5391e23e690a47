"""A slope chart: a line from the share before to the share now, names that do not meet, and at most six of them."""

import itertools
import re
from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.language.catalogue import Language
from tests.drawings import dots, labels
from tests.two_waves import call, two_waves

PAIRS = (("order", "farre"), ("leverans", "ja"), ("korttid", "ja"), ("nya", "ja"))


def svgs(root: Path, *pairs: tuple[str, str], kind: str = "slope") -> list[str]:
    said = two_waves(root).said(call(*pairs).replace("since=", f'kind="{kind}", since='), "sommar")
    return re.findall(r"<svg .*?</svg>", said)


def test_a_line_runs_from_the_share_before_to_the_share_now(tmp_path: Path) -> None:
    """46 to 63, 81 to 66, 26 to 36 and 50 to 50 percent."""
    for svg in svgs(tmp_path, *PAIRS):
        found = dots(svg)
        before, now = [dot.y for dot in found[:4]], [dot.y for dot in found[4:]]
        per_percent = (before[2] - before[1]) / (81 - 26)
        shares = [(46, 63), (81, 66), (26, 36), (50, 50)]
        for (first, last), y, y2 in zip(shares, before, now, strict=True):
            assert y - y2 == pytest.approx(per_percent * (last - first), abs=0.1)
        assert len({dot.x for dot in found}) == 2


def test_names_and_shares_do_not_meet(tmp_path: Path) -> None:
    for svg in svgs(tmp_path, *PAIRS):
        for x in {label.x for label in labels(svg)}:
            heights = sorted(label.y for label in labels(svg) if label.x == x)
            assert all(b - a >= 18 for a, b in itertools.pairwise(heights))


def test_each_name_begins_with_its_share_now(tmp_path: Path) -> None:
    for svg in svgs(tmp_path, *PAIRS):
        words = " ".join(label.words for label in labels(svg))
        for name in ("63\N{NO-BREAK SPACE} Order", "66\N{NO-BREAK SPACE} Leverans", "36\N{NO-BREAK SPACE} Korttid"):
            assert name in words


def test_both_kinds_say_the_same_words(tmp_path: Path) -> None:
    slope, dumbbell = (
        two_waves(tmp_path / kind).said(call(*PAIRS).replace("since=", f'kind="{kind}", since='), "sommar")
        for kind in ("slope", "dumbbell")
    )
    told = re.compile(r'figur-alternativ".*?</p>')
    assert told.findall(slope) == told.findall(dumbbell) != []


def test_an_unknown_kind_is_told_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as stopped:
        svgs(tmp_path, *PAIRS, kind="slop")
    (problem,) = stopped.value.problems
    assert problem.hint is not None
    assert "slope" in Language("en").say(problem.hint)
