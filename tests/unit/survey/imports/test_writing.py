"""The draft codebook as text: what a person sees in it, and that it reads back as the same codebook."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from macros.language.catalogue import Language
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import read_codebook
from macros.survey.imports.writing import codebook_text
from macros.survey.imports.yaml_text import OneLine, yaml_text

ENGLISH = Language("en")
NASTY = (
    "No", "no", "Nej", "n", "y", "on", "off", "null", "~", "", " ", "NaN", ".inf", "1", "1.0", "1e3", "0x1f", "0o17",
    "1_000", "1:30", "12:30:45", "2020-05-11", "2020-05-11 12:30:00", "-", "- a", "? a", "a: b", ": a", "a #b", "#b",
    "[a]", "{a}", "{{ n() }}", "a, b", "'a'", '"a"', "a\\b", "%a", "@a", "`a`", "&a", "*a", "!a", "|", ">", "=", "<<",
    "…", "😀", '😀 "ja"', "a\nb", "\ta", "a\u2028b", "\u00a0a", "åäö ÅÄÖ", "1–4 anställda", "10+", "FYLL I: vem?",
    "ja;nej", "true", "TRUE", "---", "...", "a" * 400,
)  # fmt: skip


def codebook(**changes: Any) -> Codebook:
    data = {
        "id": "liten",
        "status": "real",
        "kind": "responses",
        "title": "Läget",
        "publisher": "Vi",
        "population": {"label": "alla", "one": "svar", "many": "svar"},
        "files": ["private/svar.csv"],
        "questions": [{"id": "q", "type": "text", "text": "Vad?"}],
    }
    return Codebook.model_validate(data | changes)


def question(**changes: Any) -> dict[str, Any]:
    answers = [{"code": "ja", "label": "Ja"}, {"code": "no", "label": "Nej"}]
    return {"id": "q", "type": "single", "text": "Vad?", "answers": answers} | changes


def text(book: Codebook, **arguments: Any) -> str:
    return codebook_text(book, ENGLISH, "svar.csv", **arguments)


label = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))


@given(label, label, label)
@example("\x07", "\x85", "\ufeff")
def test_any_words_read_back_as_they_were(first: str, second: str, third: str) -> None:
    answers = [{"code": "1", "label": first, "in_file": [second]}, {"code": "no", "label": third, "side": "positive"}]
    book = codebook(
        title=first,
        identifier=second,
        ignore=[second, third],
        limitations={"sv": third, "en": first},
        scales={"skala": answers},
        questions=[
            question(text=first, label=second, answers=answers, missing={"refused": [third]}),
            question(id="m", type="multiple", columns={"1": second, "no": third}, answers=answers),
            question(id="n", type="number", answers=[], minimum=0.5, maximum=1000, unit=third),
            {"id": "s", "type": "scale", "text": third, "scale": "skala"},
        ],
    )
    assert Codebook.model_validate(yaml.safe_load(text(book))) == book


def test_the_draft_is_read_by_the_codebooks_own_reader() -> None:
    book = codebook(
        fieldwork={"from": "2020-05-11", "to": "2020-06-12"},
        delimiter="\t",
        missing={"dont_know": ["Vet ej"]},
        questions=[question(label="No: 1"), question(id="n", type="number", answers=[], minimum=1)],
    )
    with TemporaryDirectory() as made:
        folder = Path(made) / "data" / "surveys" / "liten"
        (folder / "private").mkdir(parents=True)
        (folder / "private" / "svar.csv").write_text("q,n\nJa,1\n", encoding="utf-8")
        (folder / "survey.yml").write_text(text(book, schema="../../survey.schema.json"), encoding="utf-8")
        assert read_codebook(folder, Path(made)) == book


def test_it_is_written_as_a_person_would() -> None:
    answers = [
        {"code": "minskat", "label": "Minskat, mycket", "side": "negative"},
        {"code": "1-4", "label": "1–4 anställda"},
        {"code": "no", "label": "Nej"},
    ]
    book = codebook(
        ignore=["Tid", "E-post", "[7]"],
        missing={"dont_know": ["Vet ej"]},
        questions=[question(text="Hur har det gått?", answers=answers), question(id="n", type="number", answers=[])],
    )
    written = text(book, personal=["E-post"], schema="../../survey.schema.json").splitlines()
    assert written[0] == "# yaml-language-server: $schema=../../survey.schema.json"
    bare = [line for line in written if not line.lstrip().startswith("#") and line]
    assert bare == [
        "id: liten",
        "status: real",
        "kind: responses",
        "title: Läget",
        "publisher: Vi",
        "population:",
        "  label: alla",
        "  one: svar",
        "  many: svar",
        "files:",
        "  - private/svar.csv",
        "missing:",
        '  no_answer: [""]',
        "  dont_know: [Vet ej]",
        "ignore:",
        "  - Tid",
        '  - "[7]"',
        "  - E-post",
        "questions:",
        "  - id: q",
        "    type: single",
        "    text: Hur har det gått?",
        "    answers:",
        '      - {code: minskat, label: "Minskat, mycket", side: negative}',
        '      - {code: "1-4", label: "1–4 anställda"}',
        '      - {code: "no", label: Nej}',
        '  - id: "n"',
        "    type: number",
        "    text: Vad?",
    ]
    assert written[written.index("  - E-post") - 1].startswith("  # These look personal")
    assert all(len(line) <= 120 for line in written)
    assert "#design:" in written


def test_without_a_project_there_is_no_address_of_a_schema() -> None:
    assert "$schema" not in text(codebook())


def test_a_file_name_cannot_end_the_comment_that_names_it() -> None:
    written = codebook_text(codebook(), ENGLISH, "a\nstatus: example\n.csv")
    assert yaml.safe_load(written)["status"] == "real"
    assert "a status: example .csv" in written


@pytest.mark.parametrize("word", ["Ja", "Minskat mycket", "Vet ej (än)", "private/svar.csv", "Åre"])
def test_plain_words_need_no_quotes(word: str) -> None:
    assert yaml_text({"a": OneLine(label=word)}) == f"a: {{label: {word}}}\n"


@pytest.mark.parametrize("word", ["No", "y", "1e3", "0o17", "1-4", "2020-05-11", "a: b", "a, b", "", " a", "a ", "10+"])
def test_what_any_yaml_could_read_otherwise_is_quoted(word: str) -> None:
    assert yaml_text({"a": word}) == f'a: "{word}"\n'
