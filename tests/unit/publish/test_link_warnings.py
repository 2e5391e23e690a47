"""Links that lead nowhere: what the generator warns of is told at the link's own line, with what was meant."""

from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.publish.build import _generate
from macros.publish.link_warnings import link_problems
from tests.projects import SETTINGS, Project, in_english

VALIDATION = """\
strict: true
plugins: []
validation:
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
METOD = "# Metod\n\n## Så gjordes enkäten\n\n## Bortfall\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path, SETTINGS + VALIDATION)
    project.write("docs/index.md", "# Start\n")
    project.write("docs/metod.md", METOD)
    project.write("docs/bilder/karta.png", "x")
    return project


def told(project: Project, written: str) -> list[tuple[str, str, str, str]]:
    project.write("docs/rapport/export.md", f"# Export\n\nFörst.\n\n{written}\n")
    with pytest.raises(ReportError) as caught:
        _generate(project.root, project.root / "ut")
    return [in_english(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("written", "found", "allowed", "hint"),
    [
        ("[Metod](../metdo.md)", "the link leads to a page that does not exist: ../metdo.md", "",
         "Did you mean ../metod.md?"),
        ("[Metod](metod.md)", "the link leads to a page that does not exist: metod.md", "",
         "Did you mean ../metod.md?"),
        ("[Metod](../metod)", "the link leads to a page that does not exist: ../metod", "",
         "Did you mean ../metod.md?"),
        ("[Metod](../metod/)", "the link leads to a page that does not exist: ../metod/", "",
         "Did you mean ../metod.md?"),
        ("![Karta](../bilder/katra.png)", "there is no file ../bilder/katra.png", "",
         "Did you mean ../bilder/karta.png?"),
        ("[Metod](/metod/)", "the link begins with a slash: /metod/", "", "Write ../metod.md"),
        ("[Något](/helt/annat/)", "the link begins with a slash: /helt/annat/", "",
         "Write the way from this page to the other, as in ../metod.md"),
        ("[Vi](vi@example.org)", "there is no file vi@example.org", "", "Write mailto:vi@example.org"),
        ("[Bortfall](../metod.md#borfall)", "metod.md has no anchor #borfall",
         "#metod, #sa-gjordes-enkaten, #bortfall", "Did you mean #bortfall?"),
        ("[Här](#exprt)", "rapport/export.md has no anchor #exprt", "#export", "Did you mean #export?"),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere(project: Project, written: str, found: str, allowed: str, hint: str) -> None:
    assert told(project, written) == [("docs/rapport/export.md:5", found, allowed, hint)]


def test_the_same_link_is_told_at_each_of_its_lines(project: Project) -> None:
    said = told(project, "[A](x.md) och [B](xx.md)\n\n[A](x.md)")
    assert [(place, found.rpartition(" ")[2]) for place, found, *_ in said] == [
        ("docs/rapport/export.md:5", "x.md"), ("docs/rapport/export.md:7", "x.md"),
        ("docs/rapport/export.md:5", "xx.md"),
    ]  # fmt: skip


def test_a_sentence_that_is_not_known_is_left_to_the_generator(project: Project) -> None:
    assert link_problems("Template skipped: 'x.html' not found in docs_dir.", project.root, project.root) == []
