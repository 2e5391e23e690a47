"""A site built of sealed tables is the site that was built of the answers, byte for byte."""

from pathlib import Path

from tests.site.copies import PLANTED, contents


def test_a_site_of_sealed_tables_has_the_same_bytes(built_site: Path, sealed_site: Path) -> None:
    from_rows, from_sealed = contents(built_site), contents(sealed_site)
    assert sorted(from_rows) == sorted(from_sealed)
    assert [name for name in from_rows if from_rows[name] != from_sealed[name]] == []


def test_it_was_built_without_an_answer(sealed_site: Path) -> None:
    data = sealed_site.parent / "data" / "surveys"
    assert list(data.rglob("svar.csv")) == []
    assert {path.parent.name for path in data.rglob("sealed.csv")} == set(PLANTED)
