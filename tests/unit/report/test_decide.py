"""Tables of different pages are decided together, and with what was published before."""

import json
from pathlib import Path

import pytest

from macros.errors import Place
from macros.publish.audit import audit_build
from macros.publish.downloads import table_record, write_downloads
from macros.report.address import Address
from macros.report.opening import open_report
from macros.report.report import Report
from tests.projects import Project

HERE = Place("prov")
CODEBOOK = """
id: par
status: example
kind: responses
title: Par
publisher: Prov
population: {label: företag, one: företag, many: företag}
files: [svar.csv]
questions:
  - id: q
    type: single
    text: Läget?
    answers: [{code: q0, label: Bra}, {code: q1, label: Sämre}, {code: q2, label: Vet ej}]
  - id: g
    type: single
    text: Var?
    answers: [{code: g0, label: Norr}, {code: g1, label: Söder}, {code: g2, label: Väst}]
"""
JOINT = {("q0", "g0"): 32, ("q0", "g1"): 14, ("q0", "g2"): 30, ("q1", "g2"): 2, ("q2", "g0"): 4, ("q2", "g2"): 8}
CSV = "q,g\n" + "".join(f"{q},{g}\n" * n for (q, g), n in JOINT.items())
ONE_WAY_ROUND, OTHER = Address("par", "q", ("g",)), Address("par", "g", ("q",))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path, par=(CODEBOOK, CSV))


def withheld(report: Report, address: Address) -> set[tuple[str | None, str | None]]:
    rows = report.table(address, HERE).rows
    return {(row.group[0], row.answer) for row in rows if row.status == "suppressed" and (row.answer or "")[:1] != "_"}


def test_tables_of_two_pages_hide_what_both_together_would_tell(project: Project) -> None:
    project.page('{{ table("q", by="g") }}', "ett.md", survey="par")
    alone = withheld(project.desk().report, ONE_WAY_ROUND)
    project.page('{{ table("g", by="q") }}', "två.md", survey="par")
    desk = project.desk()
    assert (None, "q0") not in alone
    assert alone < withheld(desk.report, ONE_WAY_ROUND)
    write_downloads(desk, project.root / "site")
    assert audit_build(desk, project.root / "site").tallies["par"].second > 0


def test_a_number_that_falls_to_another_pages_table_is_no_longer_said(project: Project) -> None:
    sentence = '{{ table("q", by="g") }} {{ share("q", "q0") }}'
    project.page(sentence, "ett.md", survey="par")
    assert project.problems() == []
    project.page('{{ table("g", by="q") }} {{ share("q", "q0", by="g", group="g1") }}', "två.md", survey="par")
    assert [place.partition(":")[0] for place, *_ in project.problems()] == ["docs/två.md"]


def test_what_was_published_stays_and_the_new_figure_hides_more(project: Project) -> None:
    report = open_report(project.root, "sv")
    before = report.table(ONE_WAY_ROUND, HERE)
    project.write("data/published/2020-06-01.json", json.dumps([table_record(ONE_WAY_ROUND, before)]))
    again = open_report(project.root, "sv")
    again.table(ONE_WAY_ROUND, HERE)
    again.table(OTHER, HERE)
    again.decide()
    alone = withheld(report, ONE_WAY_ROUND)
    assert withheld(again, ONE_WAY_ROUND) == alone
    report.table(OTHER, HERE)
    report.decide()
    assert withheld(report, ONE_WAY_ROUND) > alone
