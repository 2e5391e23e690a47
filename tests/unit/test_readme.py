"""The guide and the house agree: what the README tells one to write or run exists, and the other way round."""

import re
from pathlib import Path

import click
import pytest
import yaml

from macros.commands import main
from macros.render.sentences import FORMS
from macros.report.proposals import read_proposals
from macros.vocabulary import NAMES
from tests.projects import Generator


@pytest.fixture(scope="module")
def readme(project: Path) -> str:
    return (project / "README.md").read_text(encoding="utf-8")


def test_every_verb_is_explained_and_no_other(readme: str) -> None:
    assert isinstance(main, click.Group)
    explained = set(
        re.findall(r"^\| `([a-z]+)[ `]", readme.split("| verb |")[1].split("\n\n", maxsplit=1)[0], re.MULTILINE)
    )
    assert explained == set(main.commands)


def test_every_macro_is_explained_and_no_other(readme: str) -> None:
    table = readme.partition("| du skriver |")[2].partition("\n\n")[0]
    written = re.findall(r"{{ (.+?) }}", table)
    assert {call.partition("(")[0] for call in written} == set(NAMES)


def test_the_examples_ask_what_the_surveys_ask(project: Path, readme: str) -> None:
    asked = set()
    for codebook in (project / "data" / "surveys").glob("*/survey.yml"):
        survey = yaml.safe_load(codebook.read_text(encoding="utf-8"))
        asked |= {survey["id"], *(question["id"] for question in survey["questions"])}
    for quotes in (project / "data" / "surveys").glob("*/quotes.yml"):
        asked |= {quote["id"] for quote in yaml.safe_load(quotes.read_text(encoding="utf-8"))["quotes"]}
    proposals = yaml.safe_load((project / "data" / "proposals.yml").read_text(encoding="utf-8"))["proposals"]
    asked |= {proposal["id"] for proposal in proposals}
    named = set(re.findall(r'(?:\b[a-z]+\(|by=)"([^"]+)"', readme)) - {"en majoritet"}  # the words of a claim
    named |= set(re.findall(r"^survey: (\S+)$", readme, re.MULTILINE))
    assert len(named) > 5
    assert named - asked == set()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('share("orderingang", "minskat")', "65 procent"),
        ('share("orderingang", "minskat", form="words")', "knappt två tredjedelar"),
        ('share("orderingang", "minskat", form="short")', "65 %"),
        ('share("orderingang", "minskat", form="bare")', "65"),
        ('share("orderingang", "minskat", form="of")', "39 av 60"),
        ('share("orderingang", "minskat", form="count")', "39 företag"),
        ('share("behov", "forsaljning", of="answers")', "16 procent av alla svar"),
        ('share("leveranser_ut", "storningar", by="storlek", group="1-9")', "14 av 19 företag"),
        ('difference("leveranser_ut", "storningar", by="storlek", group="1-9", than="10-19")', "11 procentenheter"),
        ('change("orderingang", "minskat", since="iuc-2020-var", form="words")', "var högre"),
        (
            'difference("leveranser_ut", "storningar", by="storlek", group="1-9", than="10-19", form="words")',
            "var högre",
        ),
    ],
)
def test_the_words_that_it_says_a_macro_gives_are_those(project: Path, readme: str, call: str, said: str) -> None:
    written = Generator(project, "rapport/").write(f"{{{{ {call[:-1]}, survey='iuc-2020-sommar') }}}}")
    assert re.sub("<[^>]*>", "", written).replace("\N{NO-BREAK SPACE}", " ") == said
    assert f"”{said}”" in readme


def test_the_forms_that_it_names_are_all_but_what_a_number_is_anyway(readme: str) -> None:
    table = readme.partition("| `form=` |")[2].partition("\n\n")[0]
    assert set(re.findall(r'`"(\w+)"`', table)) == set(FORMS) - {"number", "points", "units"}


def test_its_proposal_is_one(readme: str, tmp_path: Path) -> None:
    (entry,) = re.findall(r"```yaml\n(  - id: .*?)```", readme, re.DOTALL)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "proposals.yml").write_text(f"proposals:\n{entry}", encoding="utf-8")
    assert [proposal.id for proposal in read_proposals(tmp_path)] == ["exportrad"]


def test_every_make_target_that_is_named_exists(project: Path, readme: str) -> None:
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*)(?= ?[a-z-]*:(?!=))", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", readme, re.MULTILINE))
    assert named == {"site", "test", "serve", "lock", "clean"}
    assert named <= targets


def test_every_link_within_the_readme_arrives(readme: str) -> None:
    headings = re.findall(r"^#+ (.+)$", readme, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = re.findall(r"\]\(#([^)]+)\)", readme)
    assert links
    assert [link for link in links if link not in anchors] == []


def test_swedish_comes_first(readme: str) -> None:
    assert re.findall(r"^## (.+)$", readme, re.MULTILINE) == ["Läs den", "Redigera den", "Develop it"]
