"""Texts of codebooks and data files are untrusted: whatever stands in them is shown as text, in one line."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.drawings import element
from tests.projects import HEAD, Project

markdown: Any = import_module("markdown")  # ships no types
HOSTILE = (
    "<script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    '\' role="button" id="x" url(#y)',
    "{{ 7*7 }} {% raw %}",
    "[länk](javascript:alert(1)) **fet** _kursiv_ `kod` ![bild](x)",
    "# Rubrik",
    "1. Punkt",
    "- punkt {: .klass onclick=alert(1) }",
    "&lt;b&gt; &amp; &#60;",
    "Två\nrader",
    "a\u202eb\u2066c\u0007d",
    "]]> --> <!-- </table>",
)
CALLS = ('chart("q")', 'chart("s")', 'chart("q", by="s")', 'table("s")')
COUNTS = "question,answer,by,group,n\n" + "".join(
    f"{question},{answer},{by},{group},{n}\n"
    for question, by, group, ns in (
        ("q", "", "", (30, 20)), ("s", "", "", (25, 25)), ("q", "s", "a", (15, 10)), ("q", "s", "b", (15, 10)),
    )
    for answer, n in zip("ab", ns, strict=True)
)  # fmt: skip


def shown(text: str) -> str:
    """The text as a reader sees it, without blanks: a drawing breaks it into lines."""
    return "".join(letter for letter in text if letter.isprintable() and not letter.isspace())


def project(root: Path, text: str) -> Project:
    said = json.dumps(text)
    answers = f"answers: [{{code: a, label: {said}}}, {{code: b, label: B}}]"
    head = HEAD.replace("företagen i provet", "alla").replace("Läget i provet", said).replace("Provbolaget", said)
    codebook = f"id: enkat\n{head}questions:\n" + "".join(
        f"  - {{id: {id_}, type: {kind}, text: {said}, label: {said}, {answers}}}\n"
        for id_, kind in (("q", "scale"), ("s", "single"))
    )
    return Project(root, enkat=(codebook, COUNTS))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_figure_shows_it_as_text(tmp_path: Path, text: str) -> None:
    written = project(tmp_path, text)
    written.page("\n\n".join(f"{{{{ {call} }}}}" for call in CALLS))
    figures = written.read().split("\n\n")
    assert len(figures) == len(CALLS)
    for one in figures:
        assert one.replace("\N{NO-BREAK SPACE}", " ").isprintable()
        (figure,) = element(one)
        tags = {part.tag for part in figure.iter() if isinstance(part.tag, str)}
        assert tags.isdisjoint({"script", "img", "b", "em", "code", "h1"})
        attributes = [(name, value) for part in figure.iter() for name, value in part.attrib.items()]
        assert [name for name, _ in attributes if name.startswith("on")] == []
        assert [value for _, value in attributes if value.strip().startswith("javascript")] == []
        assert shown(figure.find(".//caption").text_content()).startswith(shown(text))
        for svg in figure.findall(".//svg"):
            drawn = shown("".join(label.text_content() for label in svg.iter("text")))
            assert shown(text) in drawn or figure.find_class("nyckel")
        for key in figure.find_class("nyckel"):
            assert shown(key[0].text_content()) == shown(text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_sentence_shows_it_as_text_after_markdown(tmp_path: Path, text: str) -> None:
    written = project(tmp_path, text)
    written.page('{{ question("q") }}\n\nOm: {{ question("q") }} {{ source() }}\n')
    made = written.read()
    assert made.count("\n") == 2
    page = element(markdown.markdown(made, extensions=["attr_list", "tables", "md_in_html", "footnotes"]))
    assert [part.tag for part in page.iter()] == ["div", "p", "p"]
    alone, inside = (shown(part.text_content()) for part in page)
    said = shown(text)
    assert alone == said
    assert inside.startswith(f"Om:{said}Källa:{said},{said}")
    assert [name for part in page.iter() for name in part.attrib] == []
