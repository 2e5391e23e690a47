"""Every text of a drawing is whole and stands clear of the others, as the browser sets it in the site's typeface."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from macros.binding import desk_of
from tests.projects import HEAD, Generator, Project
from tests.site.pages_server import serve_pages
from tests.two_waves import call, two_waves

PAGE = """<!doctype html><meta charset="utf-8"><title>Figurer</title>
<link rel="stylesheet" href="assets/tokens.css"><link rel="stylesheet" href="assets/page.css">
<link rel="stylesheet" href="assets/figure.css">
<style>body{font-family:var(--md-text-font)}.bred,.smal{display:block!important}</style><body class="md-typeset">"""
# A line of 14 px is 18 px apart from the next, and a text's box has room for letters higher than any of ours.
# Letters such as Y reach a pixel out of their box.
LOOK = """slack => [...document.querySelectorAll('.bild svg')].map(svg => {
  const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
  const boxes = [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    return {words: text.textContent, left: box.left - frame.left, right: box.right - frame.left,
            top: box.top - frame.top + slack * scale, bottom: box.bottom - frame.top - slack * scale};
  }).filter(box => box.words);
  const out = boxes.filter(b => b.left < -1.5 || b.right > frame.width + 1.5 || b.top < -0.5
                                || b.bottom > frame.height + 0.5
                                || b.words.includes('…'));
  const meet = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => a.left < b.right && b.left < a.right
                                && a.top < b.bottom && b.top < a.bottom).map(b => a.words + ' × ' + b.words));
  return {name: svg.querySelector('title').id, texts: boxes.length, out: out.map(b => b.words), meet};
})"""
LONG = "Ett svar som är så långt att det måste brytas på flera rader både i den breda och i den smala teckningen"
QUESTIONS = f"""\
  - {{id: q, type: scale, text: Hur, answers: [
      {{code: a, label: {LONG}}}, {{code: b, label: Verksamhetsutvecklingsstöd}}, {{code: c, label: C}}]}}
  - {{id: g, type: single, text: Grupp, answers: [{{code: x, label: {LONG}}}, {{code: y, label: Y}}]}}
"""
COUNTS = """\
question,answer,by,group,n
q,a,,,30
q,b,,,20
q,c,,,12
g,x,,,31
g,y,,,31
q,a,g,x,15
q,b,g,x,10
q,c,g,x,6
q,a,g,y,15
q,b,g,y,10
q,c,g,y,6
"""


@pytest.fixture(scope="module")
def example(project: Path) -> str:
    """Every figure of the example site."""
    written = [Generator(project, page.url).write(page.body) for page in desk_of(project).pages if page.macros]
    figures = [line for page in written for line in page.splitlines() if line.startswith("<figure")]
    assert len(figures) >= 5
    return "\n".join(figures)


@pytest.fixture(scope="module")
def wordy(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Figures whose answers and groups have long names."""
    codebook = f"id: enkat\n{HEAD}questions:\n{QUESTIONS}"
    small = Project(tmp_path_factory.mktemp("ord"), enkat=(codebook, COUNTS))
    small.page('{{ chart("q", kind="bars") }}\n\n{{ chart("g") }}\n\n{{ chart("q", by="g") }}')
    small.page('{{ chart("q", by="g", kind="grouped") }}', "rapport.md")
    compared = two_waves(tmp_path_factory.mktemp("matningar"), label=LONG)
    moved = compared.said(call(("order", "farre"), ("leverans", "ja"), ("nya", "ja")), "sommar")
    return small.read() + small.read("rapport.md") + moved


@pytest.fixture(params=["example", "wordy"])
def address(request: pytest.FixtureRequest, project: Path, tmp_path: Path) -> Iterator[str]:
    """Where a page with those figures and the site's styles is served."""
    shutil.copytree(project / "macros" / "render" / "site" / "assets", tmp_path / "assets")
    (tmp_path / "index.html").write_text(PAGE + request.getfixturevalue(request.param), encoding="utf-8")
    with serve_pages(tmp_path) as served:
        yield served


def test_no_text_is_cut_off_or_meets_another(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.goto(address, wait_until="networkidle")
    assert page.evaluate("document.fonts.load('14px \"Rapport Sans\"').then(faces => faces.length)") == 1
    assert "Rapport Sans" in page.evaluate("getComputedStyle(document.querySelector('.bild text')).fontFamily")
    found: list[dict[str, Any]] = page.evaluate(LOOK, 3)
    page.close()
    assert len(found) >= 6
    assert [(d["name"], d["out"], d["meet"]) for d in found if d["out"] or d["meet"]] == []
