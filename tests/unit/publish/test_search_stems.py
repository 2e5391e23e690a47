"""The search is taught to find all forms of a word, or the build stops: never a search that is half taught."""

import json
from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.publish.search_stems import INDEX, search_stems
from tests.projects import in_english
from tests.site.copies import contents

WORKER = "assets/javascripts/workers/search.0a1b2c3d.min.js"
PLACES = (
    "e=ce(e),!e",
    ".filter(s=>s.presence!==lunr.Query.presence.PROHIBITED)",
    "e[s].startsWith(o.term)",
    "(i=lunr.stopWordFilter)!=null",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site's search as the generator leaves it, as far as it is changed."""
    write(tmp_path, INDEX, json.dumps({"config": {"lang": ["sv"], "pipeline": ["stopWordFilter"]}, "docs": []}))
    write(tmp_path, WORKER, f"a({');b('.join(PLACES)});")
    return tmp_path


def write(site: Path, name: str, text: str) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text, encoding="utf-8")


def test_the_index_keeps_stems_and_the_worker_asks_for_them(site: Path) -> None:
    search_stems(site)
    assert json.loads((site / INDEX).read_text(encoding="utf-8"))["config"]["pipeline"] == ["stemmer", "stopWordFilter"]
    worker = (site / WORKER).read_text(encoding="utf-8")
    assert '"$1* $1"' in worker
    assert '(i=(lunr["sv"]||lunr).stopWordFilter)!=null' in worker


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("times", [0, 2])
def test_a_worker_with_other_places_stops_the_build_and_nothing_is_changed(site: Path, place: str, times: int) -> None:
    text = (site / WORKER).read_text(encoding="utf-8")
    write(site, WORKER, text.replace(place, place * times))
    before = contents(site)
    with pytest.raises(ReportError) as stopped:
        search_stems(site)
    (problem,) = stopped.value.problems
    where, found, _, hint = in_english(problem)
    assert where == f"site/{WORKER}"
    assert found.startswith("the theme's search is another than")
    assert "requirements.txt" in hint
    assert "macros/publish/search_stems.py" in hint
    assert contents(site) == before


def test_a_theme_without_its_worker_or_with_two_stops_the_build(site: Path) -> None:
    write(site, WORKER.replace("0a1b", "4e5f"), "")
    with pytest.raises(ReportError):
        search_stems(site)
    for worker in (site / WORKER).parent.iterdir():
        worker.unlink()
    with pytest.raises(ReportError):
        search_stems(site)


def test_a_site_without_search_stays_as_it_is(site: Path) -> None:
    (site / INDEX).unlink()
    before = contents(site)
    search_stems(site)
    assert contents(site) == before
