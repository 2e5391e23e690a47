"""How wide the intervals of the reliability flags are, and how a whole is rounded: statistics.md 4.1 and 5.1.

Single roundings are in `test_rounding.py`. Not offered, so not here: parts that are made to add up to 100 (`sum100`).
"""

import pytest

from macros.estimate.intervals import clopper_pearson
from macros.release.rounding import percent

# 4.1: binom.test; NCHS suppresses from a width of 0.30, or of 1.30 of the share where the width is above 0.05
WIDTHS = """
    x/n    width          of_share      of_rest        nchs
    27/54  0.2783800632   0.5567601265  0.5567601265   show
    17/62  0.2337732125   0.8525846573  0.3220875372   show
    3/54   0.1422782594   2.561008669   0.1506475688   suppress
    12/30  0.3674074211   0.9185185528  0.6123457019   suppress
    7/714  0.01614444297  1.646733183   0.01630428894  show
"""


@pytest.mark.parametrize("line", WIDTHS.strip().splitlines()[1:], ids=lambda line: line.split()[0])
def test_widths_by_which_a_share_is_called_unsure(line: str) -> None:
    of, *numbers, nchs = line.split()
    x, n = map(int, of.split("/"))
    low, high = clopper_pearson(x, n)
    width, p = high - low, x / n
    assert (width, width / p, width / (1 - p)) == pytest.approx(tuple(map(float, numbers)), rel=1e-8)
    unsure = width >= 0.30 or (width > 0.05 and width / p > 1.30)
    assert unsure == (nchs == "suppress")


# 5.1: exact percent, half up, and what the parts add to
WHOLES = """
    20 15 12 8 7  =  32 24 19 13 11  =  99
    25 25 5 5 2   =  40 40 8 8 3     =  99
    1 1 1         =  33 33 33        =  99
    1 1 6         =  13 13 75        =  101
    31 31         =  50 50           =  100
"""


@pytest.mark.parametrize("line", WHOLES.strip().splitlines(), ids=lambda line: line.split("=")[0].strip())
def test_parts_of_a_whole_are_each_rounded_half_up(line: str) -> None:
    counts, percents, total = ([int(number) for number in part.split()] for part in line.split("="))
    ours = [percent(count, sum(counts)) for count in counts]
    assert ours == percents
    assert [sum(ours)] == total
