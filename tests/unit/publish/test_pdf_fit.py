"""A chapter that ends with a few lines on a page of their own is set tighter, and no other is."""

from collections.abc import Mapping, Sequence

from lxml import html

from macros.publish.pdf_fit import tightened

TEXT = "<html><body><article class='kapitel'>One</article><article class='kapitel'>Two</article></body></html>"
HEIGHT = 1122.0


def tight(*ends: tuple[int, float]) -> list[bool]:
    """Which of the chapters are tight, where each begins on a page of its own and ends so far on, at a height in px."""

    def lay_out(text: str) -> Sequence[Mapping[str, tuple[float, float]]]:
        pages: list[dict[str, tuple[float, float]]] = []
        for chapter, (more, y) in zip(html.document_fromstring(text).iter("article"), ends, strict=True):
            first, *_, last = [str(part.get("id")) for part in chapter.iter() if part.get("id")]
            pages += [{first: (0.0, 113.0)}, *({} for _ in range(more))]
            pages[-1][last] = (0.0, y)
        return pages

    made = html.document_fromstring(tightened(TEXT, lay_out))
    assert made.xpath("//@id") == []
    return ["tat" in (chapter.get("class") or "").split() for chapter in made.iter("article")]


def test_a_few_lines_on_a_last_page_make_a_chapter_tight() -> None:
    assert tight((1, 150.0), (2, 390.0)) == [True, True]


def test_a_last_page_that_is_well_filled_does_not() -> None:
    assert tight((1, 400.0), (3, HEIGHT - 100)) == [False, False]


def test_a_chapter_of_one_page_has_nothing_to_save() -> None:
    assert tight((0, 150.0), (1, 150.0)) == [False, True]
