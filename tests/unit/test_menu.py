"""What stands between the braces must be readable, and the menu must match the pages: told before anything is built."""

from pathlib import Path

import pytest

from tests.projects import Project


def told(project: Project) -> list[tuple[str, str]]:
    """Each problem's place and words."""
    return [(place, found) for place, found, _, _ in project.problems()]


def test_a_page_outside_the_menu_and_a_line_that_leads_nowhere_are_told(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.page("# Export\n", "export.md")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "nav: [dato.md]\n", encoding="utf-8")
    problems = dict(told(project))
    assert problems["mkdocs.yml:4"] == "the menu names the page dato.md, which does not exist"
    assert problems["docs/export.md"] == "the page is not in the menu"


@pytest.mark.parametrize(
    ("written", "found", "hint"),
    [
        ("dato.md", "the menu names the page dato.md, which does not exist", "Did you mean data.md?"),
        ("order.md", "the menu names the page order.md, which does not exist", "Did you mean rapport/order.md?"),
        ("data", "the menu names the page data, which does not exist", "Did you mean data.md?"),
        ("index.md", "the menu names the page index.md twice, first on line 5", "Keep one of the lines."),
    ],
)
def test_a_line_of_the_menu_is_told_by_its_line(tmp_path: Path, written: str, found: str, hint: str) -> None:
    project = Project(tmp_path)
    for name in ("index.md", "data.md", "rapport/order.md"):
        project.page("# Sida\n", name)
    menu = ("Start: index.md", "Rapport: [rapport/order.md]", "Data: data.md", "Annat: https://example.org/")
    settings = tmp_path / "mkdocs.yml"
    lines = "".join(f"  - {line}\n" for line in (*menu, f"Fel: {written}"))
    settings.write_text(settings.read_text(encoding="utf-8") + f"nav:\n{lines}", encoding="utf-8")
    assert project.problems() == [("mkdocs.yml:9", found, "", hint)]


def test_a_draft_needs_no_place_in_the_menu_but_its_mistakes_are_told(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.page("# Start\n")
    project.page('# Utkast\n\n{{ share("order", "okatt") }}\n', "utkast/enkat.md")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "nav: [index.md]\n", encoding="utf-8")
    ((place, _),) = told(project)
    assert place.startswith("docs/utkast/enkat.md:7 ")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('{{ share("order", "minskat") > 20 }}', "a comparison stands alone: it needs claim(…) round it"),
        ("{{ n }}", "a macro lacks its parentheses"),
        ('{{ n(by="storlek", group="sma") }}', "n of a group needs a question"),
        (
            '{{ claim("fler", share("order", "minskat") > share("order", "okat")) }}',
            "a claim compares a number with a limit, not with another number",
        ),
    ],
)
def test_what_a_page_cannot_show_is_told_with_its_line(tmp_path: Path, written: str, said: str) -> None:
    project = Project(tmp_path)
    project.page(f"# Rapport\n{written}\n", "rapport.md")
    assert [(place.split(" ")[0], words) for place, words in told(project)] == [("docs/rapport.md:6", said)]


def test_of_several_calls_on_a_line_the_wrong_one_is_quoted(tmp_path: Path) -> None:
    project = Project(tmp_path)
    line = '{{ share("order", "minskat") }} och {{ share("order", "okatt") }}'
    project.page(f"# Rapport\n{line}\n", "rapport.md")
    ((place, _),) = told(project)
    assert place == 'docs/rapport.md:6 share("order", "okatt")'
