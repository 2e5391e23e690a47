"""Quartiles are told where ten or more stand behind them, rounded, and of no sensitive question; a box draws them."""

import re
from pathlib import Path

import pytest

from macros.errors import Place, ReportError
from macros.report.address import Address
from macros.report.tables import quartiles
from tests.drawings import bars, labels
from tests.projects import HEAD, Project
from tests.samples import ENGLISH

# Values by group; by R 4.3, quantile(type = 1) of 1..9 is 3 5 7, of 1..10 is 3 5 8, of 101..120 is 105 110 115.
GROUPS = {"nine": range(1, 10), "ten": range(1, 11), "many": range(101, 121)}
CODEBOOK = """\
id: enkat
{head}questions:
  - {{id: antal, type: number, text: "How many?", label: Staff, unit: people, sensitive: {sensitive}}}
  - {{id: g, type: single, text: "Group?", label: Group, answers: [
      {{code: nine, label: Nine}}, {{code: ten, label: Ten}}, {{code: many, label: Many}}]}}
disclosure: {{min_base: {least}, dominance: null, p_percent: null, min_base_yes_no: 1, min_cell: 1, singletons: false}}
"""
ROWS = "\n".join(["antal,g", *(f"{value},{group}" for group, values in GROUPS.items() for value in values)]) + "\n"


def project(root: Path, *, least: int = 1, sensitive: str = "false") -> Project:
    text = CODEBOOK.format(
        head=HEAD.replace("counts", "responses").replace("62", "39"), sensitive=sensitive, least=least
    )
    return Project(root, ENGLISH, enkat=(text, ROWS))


def told(made: Project, group: str) -> list[float | None]:
    table = made.desk().report.table(Address("enkat", "antal", ("g",)), Place("docs/index.md"))
    return [row.value for row in quartiles(table, (group,))]


def test_nine_are_too_few_and_ten_are_not(tmp_path: Path) -> None:
    made = project(tmp_path)
    assert told(made, "nine") == [None, None, None]
    assert told(made, "ten") == [3, 5, 8]


def test_from_a_hundred_on_two_digits_count(tmp_path: Path) -> None:
    """105, 110 and 115."""
    assert told(project(tmp_path), "many") == [110, 110, 120]


def test_a_group_whose_base_is_withheld_tells_none(tmp_path: Path) -> None:
    assert told(project(tmp_path, least=11), "ten") == [None, None, None]


def test_of_a_sensitive_question_there_are_none(tmp_path: Path) -> None:
    assert told(project(tmp_path, sensitive="true"), "many") == []


@pytest.mark.parametrize(("call", "said"), [
    ('median("antal", by="g", group="many")', "110 people"), ('median("antal")', "100 people"),
])  # fmt: skip
def test_a_median_stands_in_a_sentence_with_its_unit(tmp_path: Path, call: str, said: str) -> None:
    """Of all 39 it is 101, and of those from 101 to 120 it is 110."""
    written = project(tmp_path).said(call, "enkat")
    assert said in written.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("call", ['median("g")', 'median("antal", by="g", group="nine")'])
def test_where_there_is_none_the_page_is_stopped(tmp_path: Path, call: str) -> None:
    with pytest.raises(ReportError):
        project(tmp_path).said(call, "enkat")


def test_the_table_has_a_column_for_each_and_a_mark_where_one_is_withheld(tmp_path: Path) -> None:
    said = project(tmp_path).said('table("antal", by="g")', "enkat")
    heads = re.findall(r'<th scope="col">(.*?)</th>', said)
    assert heads == ["Group", "Number of answers (n)", "Mean", "Lower quartile", "Median", "Upper quartile"]
    assert said.count("protected: too few answers here or near</span>") == 3


@pytest.mark.parametrize("group", ["ten", "many"])
def test_a_box_goes_from_the_lower_to_the_upper_quartile_on_a_scale_from_0(tmp_path: Path, group: str) -> None:
    said = project(tmp_path).said('chart("antal", by="g", kind="box")', "enkat")
    for svg in re.findall(r"<svg .*?</svg>", said):
        axis = {float(label.words): label.x for label in labels(svg) if label.axis}
        per_unit = (axis[120] - axis[0]) / 120
        drawn = dict(zip(("all", *GROUPS), bars(svg), strict=True))
        first, last = {"ten": (3, 8), "many": (110, 120)}[group]
        assert (drawn[group].x - axis[0]) / per_unit == pytest.approx(first, abs=0.1)
        assert drawn[group].width / per_unit == pytest.approx(last - first, abs=0.1)


def test_a_withheld_box_is_a_stub_of_fixed_length_and_says_so(tmp_path: Path) -> None:
    said = project(tmp_path).said('chart("antal", by="g", kind="box")', "enkat")
    assert "Not shown in full, to protect those who answered: Nine." in said
    for svg in re.findall(r"<svg .*?</svg>", said):
        (stub,) = [bar for bar in bars(svg) if bar.fill == "url(#streck)"]
        axis = {float(label.words): label.x for label in labels(svg) if label.axis}
        assert stub.width / (axis[120] - axis[0]) == pytest.approx(0.08, abs=0.001)
        assert "protected" in [label.words for label in labels(svg)]


def test_it_is_read_aloud(tmp_path: Path) -> None:
    """Of 39 values the 10th, 20th and 30th: 5, 101 and 111, rounded 5, 100 and 110."""
    said = project(tmp_path).said('chart("antal", by="g", kind="box")', "enkat")
    assert (
        "Boxes: Staff, people. Half of all lie between 5 and 110, median 100. The median is highest in Many (110) and "
        "lowest in Ten (5). Lowest and highest are not shown: each is a single answer. Not shown in full, to protect "
        "those who answered: Nine. Base: 39 answers."
    ) in said
