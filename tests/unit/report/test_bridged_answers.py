"""A change between waves that asked with different answers: the shares of what the codebook says is the same."""

from pathlib import Path

from tests.projects import HEAD, Project

ENGLISH = "theme: {name: material, language: en}\n"


def codebook(id_: str, answers: str) -> str:
    question = f'  - {{id: order, type: scale, text: "Hur går det?", label: Order, answers: {answers}\n'
    return f"id: {id_}\n{HEAD}wave: {id_} 2020\nquestions:\n{question}"


SPRING = codebook(
    "var",
    "[{code: mycket, label: Mycket färre}, {code: farre, label: Färre}, {code: fler, label: Fler}], "
    "merge: [{code: alla_farre, label: Färre totalt, of: [mycket, farre]}]}",
)
SUMMER = codebook(
    "sommar",
    "[{code: ned, label: Ned}, {code: upp, label: Upp}], comparable: [{with: var, how: bridged, reason: Två svar blev "
    "ett, answers: {mycket: ned, farre: ned, fler: upp}}]}",
)
CSV = "question,answer,by,group,n\n"
SPRING_CSV = CSV + "order,mycket,,,11\norder,farre,,,20\norder,fler,,,31\n"  # 31 of 62 are 50 percent
SUMMER_CSV = CSV + "order,ned,,,39\norder,upp,,,23\n"  # 39 of 62 are 62.90 percent


def project(root: Path, spring: str = SPRING) -> Project:
    return Project(root, ENGLISH, var=(spring, SPRING_CSV), sommar=(SUMMER, SUMMER_CSV))


def test_answers_are_compared_with_what_they_were_called_before(tmp_path: Path) -> None:
    waves = project(tmp_path)
    assert "13" in waves.said('change("order", "ned", since="var")', survey="sommar")
    shown = waves.said('waves(("order", "ned"), ("order", "upp"), since="var")', survey="sommar")
    (comparison,) = waves.desk().waves.values()
    told = [(pair.before.row.percent, pair.after.row.percent, pair.change.value) for pair in comparison.pairs]
    assert told == [(50, 63, 13), (50, 37, -13)]
    assert "Två svar blev ett" in shown


def test_several_answers_that_no_merge_holds_together_are_told(tmp_path: Path) -> None:
    waves = project(tmp_path, SPRING.replace("of: [mycket, farre]", "of: [farre, fler]"))
    waves.page('{{ change("order", "ned", since="var") }}', survey="sommar")
    ((_, found, _, hint),) = waves.problems()
    assert found == "no one answer to order in var stands for ned"
    assert hint == "Several answers that stand for it need a merge: there."
