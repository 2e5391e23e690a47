"""In the preview a mistake is shown on its page, and everything else is there."""

from pathlib import Path

from macros.language.catalogue import Language
from macros.language.message import msg
from tests.site.built_pages import numbers, read_pages
from tests.site.copies import copy_project, run

MISTAKE = '{{ share("orderingng", "<b>okat</b>") }}'


def test_a_mistake_gets_a_box_on_its_page_and_no_traceback(project: Path, built_site: Path, tmp_path: Path) -> None:
    root = copy_project(project, tmp_path / "rapport")
    page = root / "docs" / "rapport" / "index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nEn mening med ett fel: {MISTAKE}.\n", encoding="utf-8")
    done = run(root, "mkdocs", "build", "--quiet", FAIL_ON_ERROR="false")
    assert done.returncode == 0, done.stdout + done.stderr
    preview, published = read_pages(root / "site"), read_pages(built_site)
    boxes = {url: [box.text_content() for box in page.find_class("fel")] for url, page in preview.items()}
    assert {url for url, found in boxes.items() if found} == {"rapport/"}
    (box,) = boxes["rapport/"]
    swedish = Language("sv")
    assert box.startswith(swedish.say(msg("Mistake on this page:")))
    assert "docs/rapport/index.md" in box
    assert swedish.say(msg("Did you mean {word}?", word="orderingang")) in box
    assert "Traceback" not in "".join(page.text_content() for page in preview.values())
    assert {url: numbers(page) for url, page in preview.items()} == {
        url: numbers(page) for url, page in published.items()
    }
