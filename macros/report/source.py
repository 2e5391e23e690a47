"""Where a table comes from, and whether its numbers are real: the facts of the source line."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from macros.release.released import Citation, Released
from macros.survey.codebook import Codebook
from macros.survey.part import in_language


@dataclass(frozen=True)
class Source:
    """The source line's parts. `citations` only for figures that somebody else published."""

    publisher: str
    title: str
    mode: str | None
    first: datetime.date | None
    last: datetime.date | None
    example: bool
    citations: tuple[Citation, ...] = ()


def source_of(codebook: Codebook, language: str, citations: tuple[Citation, ...] = ()) -> Source:
    """Collect the source of a survey in the site's language."""
    field = codebook.fieldwork
    return Source(
        publisher=in_language(codebook.publisher, language),
        title=in_language(codebook.title, language),
        mode=in_language(codebook.mode, language) if codebook.mode else None,
        first=field.first if field else None,
        last=field.last if field else None,
        example=codebook.status == "example",
        citations=citations,
    )


def source_of_table(table: Released, language: str) -> Source:
    """Collect the source of one table; each publication once, in the order of the table."""
    return source_of(table.codebook, language, publications([table]))


def publications(tables: Iterable[Released]) -> tuple[Citation, ...]:
    """Every publication that the tables' figures were taken from, each once, in order."""
    citations = [citation for table in tables for citation in table.citations.values()]
    return tuple({(citation.url, citation.published): citation for citation in citations}.values())
