"""The draft page: one figure for each question, and no word of the export that a macro or Markdown would obey."""

import re
from typing import Any

import yaml

from macros.language.catalogue import Language
from macros.survey.codebook import Codebook
from macros.survey.imports.page import draft_page

ANSWERS = [{"code": "ja", "label": "Ja"}, {"code": "nej", "label": "Nej"}]
BOOK = {
    "id": "liten",
    "status": "real",
    "kind": "responses",
    "title": "Läget",
    "publisher": "Vi",
    "population": {"label": "alla", "one": "svar", "many": "svar"},
    "files": ["private/svar.csv"],
}


def page(*questions: dict[str, Any], title: str = "Läget") -> str:
    return draft_page(Codebook.model_validate(BOOK | {"title": title, "questions": list(questions)}), Language("en"))


def single(id: str, **changes: Any) -> dict[str, Any]:
    return {"id": id, "type": "single", "text": "Vad?", "answers": ANSWERS} | changes


def test_each_question_has_one_figure_or_table_in_the_order_of_the_file() -> None:
    written = page(
        single("a"),
        {"id": "hur_manga", "type": "number", "text": "Hur många?"},
        single("b", type="multiple", separator=";"),
        {"id": "fritt", "type": "text", "text": "Något mer?"},
        {"id": "nar", "type": "date", "text": "När började ni?"},
        single("c", type="scale"),
    )
    assert re.findall(r"{{ (.+?) }}", written) == [
        'chart("a")', 'table("hur_manga")', 'chart("b")', 'chart("c")', "methodology()",
    ]  # fmt: skip
    assert "\n- Något mer?\n- När började ni?\n" in written


def test_it_is_marked_as_a_draft_and_kept_out_of_pdf_and_search() -> None:
    written = page(single("a"))
    front = yaml.safe_load(written.split("---\n")[1])
    hidden = {"in_pdf": False, "search": {"exclude": True}, "robots": "noindex"}
    assert front == {"title": "Draft: Läget", "survey": "liten", **hidden}
    assert "\n# Draft: Läget\n\n**This page is a draft: " in written


def test_the_rows_of_a_grid_stand_under_what_they_have_in_common() -> None:
    rows = [single(f"r{at}", grid="r", text=f"Hur nöjd är du? – {row}") for at, row in enumerate(("Lön", "Chef"))]
    written = page(single("a"), *rows)
    assert "\n## Hur nöjd är du?\n\n" in written
    assert written.index('chart("a")') < written.index("## Hur nöjd") < written.index('chart("r0")')


def test_words_of_the_export_are_neither_macros_nor_markup() -> None:
    nasty = '{{ n() }} {% raw %} <script>alert(1)</script> *a* [b](http://c) `d` "e" # f _g_ __h__ i_j'
    written = page(single("a", grid="g", text=nasty), {"id": "t", "type": "text", "text": nasty}, title=nasty)
    body = written.split("---\n", 2)[2]
    assert re.findall(r"{{ (.+?) }}", body) == ['chart("a")', "methodology()"]
    words = [line for line in body.splitlines() if "alert" in line]
    assert len(words) == 3
    for line in words:
        assert "i_j" in line
        assert not re.search(r"[{}<>\[\]`*\\]|\b_|_\b", line.removeprefix("# ").removeprefix("- "))


def test_a_survey_of_open_questions_alone_has_no_figure() -> None:
    assert "{{" not in page({"id": "t", "type": "text", "text": "Vad?"})
