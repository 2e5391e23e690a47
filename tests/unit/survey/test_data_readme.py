"""The codebook that data/README.md shows to an analyst is one that the house accepts, with every key it explains."""

import re
from pathlib import Path

from macros.survey.codebook import Codebook, Disclosure
from macros.survey.codebook_file import read_codebook
from macros.survey.design import Design
from macros.survey.question import Question

README = (Path(__file__).parents[3] / "data" / "README.md").read_text(encoding="utf-8")


def test_the_example_is_a_codebook(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(id: .*?)```", README, flags=re.DOTALL)
    folder = tmp_path / "data" / "surveys" / "leveranser-2021"
    (folder / "private").mkdir(parents=True)
    (folder / "survey.yml").write_text(example, encoding="utf-8")
    (folder / "private" / "enkat.csv").write_text("x\n", encoding="utf-8")
    (folder / "kodning.csv").write_text("id,question,code\n", encoding="utf-8")
    codebook = read_codebook(folder, tmp_path)
    shown = {question.type for question in codebook.questions}
    assert shown == {"single", "scale", "multiple", "ranking", "number", "date", "text"}


def test_every_key_it_explains_is_there() -> None:
    keys = {name for model in (Codebook, Question, Design, Disclosure) for name in model.model_fields} | {"of"}
    table = README.split("| del | innebär |")[1].split("\n\n")[0]
    named = [name for row in table.splitlines()[2:] for name in re.findall(r"`([a-z_.]+)`", row.split("|")[1])]
    assert named
    assert {name.rpartition(".")[2] for name in named} <= keys
