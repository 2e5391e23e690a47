"""The settings of `mkdocs.yml`, what the environment overrides, and what is told of a broken one."""

from pathlib import Path

import pytest

from macros.errors import Place, ReportError
from macros.publish.assessment import must_be_recent
from macros.settings import read_settings
from tests.projects import Project, in_english

WHOLE = """\
site_name: Industrin
site_url: !ENV [SITE_URL, "https://example.org/rapport/"]
theme: {name: material, language: sv}
nav:
  - Start: index.md
  - Rapport: [rapport/index.md, Order: rapport/order.md]
  - Extern: https://example.org/
extra: {organisation: Vi, contact: !ENV [SITE_CONTACT, null], licence: CC BY 4.0}
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
"""


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SITE_URL", "SITE_CONTACT"):
        monkeypatch.delenv(name, raising=False)


def write(root: Path, text: str) -> Path:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return root


def test_what_the_file_says(tmp_path: Path) -> None:
    found = read_settings(write(tmp_path, WHOLE))
    assert (found.name, found.language, found.organisation, found.licence) == ("Industrin", "sv", "Vi", "CC BY 4.0")
    assert (found.url, found.path) == ("https://example.org/rapport/", "/rapport/")
    assert found.pages == ("index.md", "rapport/index.md", "rapport/order.md")
    assert found.contact == ""


def test_what_the_environment_says_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.com/annan/")
    monkeypatch.setenv("SITE_CONTACT", "hej@example.com")
    found = read_settings(write(tmp_path, WHOLE))
    assert (found.url, found.path, found.contact) == ("https://example.com/annan/", "/annan/", "hej@example.com")


def test_little_is_needed(tmp_path: Path) -> None:
    found = read_settings(write(tmp_path, "site_name: A\n"))
    assert (found.language, found.url, found.path, found.contact, found.pages) == ("sv", "", "/", "", ())


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("", "kontakt saknas"),
        ("hej@example.com", '<a href="mailto:hej@example.com">hej@example.com</a>'),
        ("Växeln <b>", "Växeln &lt;b&gt;"),
    ],
)
def test_a_contact_is_shown_as_given_or_as_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contact: str, shown: str
) -> None:
    monkeypatch.setenv("SITE_CONTACT", contact)
    assert Project(tmp_path).said("contact_details()") == shown


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("site_name: [A\n", "mkdocs.yml:1:12", "[ is never closed"),
        ("extra: {assessed_on: i fjol}\n", "mkdocs.yml", "i fjol is no day"),
        ("theme: {language: de}\n", "mkdocs.yml", "the site's language de has no words here"),
        ("- a\n", "mkdocs.yml", "the settings are not keys with values"),
        ("", "mkdocs.yml", "the settings are not keys with values"),
    ],
)
def test_a_broken_file_is_told_with_its_place(tmp_path: Path, text: str, place: str, found: str) -> None:
    with pytest.raises(ReportError) as caught:
        read_settings(write(tmp_path, text))
    assert [in_english(problem)[:2] for problem in caught.value.problems] == [(place, found)]


def test_no_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        read_settings(tmp_path)
    (problem,) = caught.value.problems
    assert in_english(problem) == (
        "mkdocs.yml", "there is no mkdocs.yml here", "", "Run the command in the project's folder.",
    )  # fmt: skip


@pytest.mark.parametrize(("day", "recent"), [("2026-11-25", True), ("2025-11-24", True), ("2025-11-23", False)])
def test_a_year_after_somebody_tried_it_a_page_may_not_say_so_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str, *, recent: bool
) -> None:
    """Built on 25 November 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795600800")
    (tmp_path / "mkdocs.yml").write_text(f'extra: {{assessed_on: "{day}"}}\n', encoding="utf-8")
    settings = read_settings(tmp_path)
    if recent:
        must_be_recent(settings)
    else:
        with pytest.raises(ReportError) as stopped:
            must_be_recent(settings)
        assert stopped.value.problems[0].place == Place("mkdocs.yml")


def test_the_day_is_said_and_asked_for_where_none_is_given(tmp_path: Path) -> None:
    settings = "theme: {name: material, language: en}\nextra: {assessed_on: 2026-11-25}\n"
    assert Project(tmp_path / "a", settings).said("assessed()") == "25 November 2026"
    with pytest.raises(ReportError):
        Project(tmp_path / "b").said("assessed()")
