"""The draft page of an import, as built: it is there with its figures, and nothing leads to it."""

import gzip
import re
import shutil
from pathlib import Path

import pytest

from tests.site import copies
from tests.unit.survey.imports.exports import EXPORTS


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two pages, and a survey imported into it; in English, and only as large as it must be."""
    root = copies.in_english(copies.copy_project(project, tmp_path_factory.mktemp("draft")))
    shutil.rmtree(root / "docs")
    (root / "docs").mkdir()
    start = '---\nsurvey: laget\n---\n# Start\n\n{{ share("q1", "oforandrat") }}\n'
    (root / "docs" / "index.md").write_text(start, encoding="utf-8")
    (root / "docs" / "data.md").write_text("# Data\n\n{{ downloads() }}\n", encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"\nnav:\n.*?\n\n", "\nnav: [index.md, data.md]\n\n", settings, count=1, flags=re.DOTALL)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    header, *rows = EXPORTS["limesurvey"].text.splitlines()
    many = [re.sub(r'^"\d+"', f'"{number}"', row) for number, row in enumerate(rows * 12, 1)]
    export = root.parent / "svar.csv"
    export.write_text("\n".join([header, *many]) + "\n", encoding="utf-8")
    done = copies.run(root, "macros", "import", str(export), "--id", "laget")
    assert done.returncode == 0, done.stderr
    codebook = root / "data" / "surveys" / "laget" / "survey.yml"
    text = codebook.read_text(encoding="utf-8")
    assert "FILL IN: " in text
    codebook.write_text(text.replace("FILL IN: ", ""), encoding="utf-8")
    return copies.build(root)


def test_every_question_has_its_figure_or_table(site: Path) -> None:
    page = (site / "utkast" / "laget" / "index.html").read_text(encoding="utf-8")
    shown = dict.fromkeys(re.findall(r'id="(?:figur|tabell)-laget--(\w+)"', page))
    assert list(shown) == ["startlanguage", "q1", "q2", "q3"]
    assert "<strong>This page is a draft" in page
    assert "Er e-postadress" not in page


def test_it_stands_in_no_menu_search_pdf_or_sitemap(site: Path) -> None:
    assert 'content="noindex"' in (site / "utkast" / "laget" / "index.html").read_text(encoding="utf-8")
    assert 'href="data/#rad-laget--q1-' in (site / "index.html").read_text(encoding="utf-8")
    others = [
        (site / "index.html").read_text(encoding="utf-8"),
        (site / "data" / "index.html").read_text(encoding="utf-8"),
        (site / "sitemap.xml").read_text(encoding="utf-8"),
        gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode(),
        (site / "search" / "search_index.json").read_text(encoding="utf-8"),
    ]
    assert [text for text in others if "utkast" in text] == []


def test_it_has_no_card_to_be_shared_by(site: Path) -> None:
    assert "og:" not in (site / "utkast" / "laget" / "index.html").read_text(encoding="utf-8")
    cards = {path.relative_to(site).as_posix() for path in (site / "assets" / "kort").rglob("*.png")}
    assert cards == {"assets/kort/kort.png", "assets/kort/data/kort.png"}


def test_the_untouched_file_is_not_served(site: Path) -> None:
    served = [path for path in site.rglob("*") if path.is_file()]
    assert not [path for path in served if "private" in path.parts or path.name == "svar.csv"]
    assert not [path for path in served if b"ann@example.org" in path.read_bytes()]
