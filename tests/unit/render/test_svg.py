"""A drawing in a page: one image with one name, ids of its own, numbers of the table, always the same bytes."""

import pytest
from lxml import html

from macros.render import svg as svg_module
from tests.drawings import composed, drawings, element, identifiers, labels, numbers
from tests.projects import FIGURES, Project
from tests.unit.release.tables import one_way, question

SCALE = question("q", "a b", kind="scale")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every figure of the small project, as a page gets it."""
    return Project(tmp_path_factory.mktemp("figurer")).figures()


@pytest.mark.parametrize("call", FIGURES)
def test_every_number_of_a_drawing_stands_in_the_table(shown: dict[str, str], call: str) -> None:
    figure = element(shown[call])
    table = numbers(" ".join(figure.find(".//table").itertext()))
    key = [entry.text_content() for entry in figure.find_class("nyckel")]
    for svg in figure.findall(".//svg"):
        said = key + [label.words for label in labels(html.tostring(svg, encoding="unicode")) if not label.axis]
        assert said
        assert numbers(" ".join(said)) <= table


@pytest.mark.parametrize("call", FIGURES)
def test_a_drawing_is_one_image_named_by_the_figures_title(shown: dict[str, str], call: str) -> None:
    figure = element(shown[call])
    title = figure.find_class("figur-titel")[0].text_content()
    for svg in figure.findall(".//svg"):
        name, rest = svg
        assert (name.tag, name.text, name.get("id")) == ("title", title, svg.get("aria-labelledby"))
        assert figure.get_element_by_id(svg.get("aria-describedby")).text_content()
        assert (svg.get("role"), rest.get("aria-hidden")) == ("img", "true")
        inner = [part for part in rest.iter() if part.get("role") or part.tag == "title"]
        assert inner == []
        assert [name for part in rest.iterdescendants() for name in part.attrib if name.startswith("aria")] == []


def test_no_id_stands_twice_on_a_page(shown: dict[str, str]) -> None:
    page = element("".join(shown.values()))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    drawn = [
        id_ for figure in shown.values() for svg in element(figure).findall(".//svg") for id_ in svg.xpath(".//@id")
    ]
    assert len(drawn) >= 2 * len(FIGURES)


def test_a_drawing_is_the_same_bytes_whatever_was_drawn_before() -> None:
    tables = [one_way("a 30, b 20, c 4"), one_way("a 30, b 25", SCALE)]

    def draw(order: list[int]) -> dict[int, tuple[str, str]]:
        svg_module._drawn.cache_clear()
        return {at: drawings(composed(tables[at])) for at in order}

    assert draw([0, 1]) == draw([1, 0, 1])


def test_ids_come_from_the_figure_and_not_from_vegas_counter() -> None:
    clipped = '<svg viewBox="0 0 1 1"><defs><clipPath id="clip{0}"/></defs><g clip-path="url(#clip{0})"/></svg>'
    first, later = (str(svg_module.embed(clipped.format(count), "b-x", "T", "d")) for count in (1, 7))
    assert first == later
    assert identifiers(first) == ["b-x-t", "b-x-0"]
    assert 'clip-path="url(#b-x-0)"' in first
