"""A figure and a table as HTML: puts together what `report` composed and `charts/` drew."""

from collections.abc import Callable

from markupsafe import Markup

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.release.released import Released
from macros.render import sentences
from macros.render.alternative import alternative
from macros.render.charts import bars, box, diverging, dots, grouped, histogram, multiples, series, stack, waffle
from macros.render.explore import explore
from macros.render.html import render
from macros.render.links import Here
from macros.render.numbers import decimals_of
from macros.render.svg import draw, embed
from macros.render.table import table
from macros.render.words import speak
from macros.report.figures import Figure
from macros.report.kinds import Kind
from macros.report.notes import notes_of, table_notes_of
from macros.report.source import source_of_table
from macros.report.tables import Table, question_label
from macros.survey.part import in_language

CHARTS: dict[Kind, Callable[..., dict[str, object]]] = {
    "bars": bars.specify,
    "stack": stack.specify,
    "diverging": diverging.specify,
    "series": series.specify,
    "grouped": grouped.specify,
    "multiples": multiples.specify,
    "dots": dots.specify,
    "box": box.specify,
    "waffle": waffle.specify,
    "histogram": histogram.specify,
}
Key = tuple[tuple[str, Message | str], ...]
KEYS: dict[Kind, Callable[[Figure], Key]] = {
    "stack": stack.key,
    "diverging": stack.key,
    "dots": dots.key,
    "grouped": grouped.key,
    "waffle": waffle.key,
}
WORDS = {
    "example": msg("Example data"),
    "more": msg("Table, download and how to read the chart"),
    "reading": msg("The chart in words:"),
    "proposals": msg("Proposals that rest on this figure:"),
    "download": msg("Download the table (CSV)"),
    "link": msg("Link to this figure"),
}


def figure(shown: Figure, here: Here) -> Markup:
    """Write a figure: title, question, drawing for wide and for narrow, notes, source, and the rest folded away.

    Raises:
        TypeError: when the figure's table is not a released one.
    """
    _must_be_released(shown.released)
    language, key = here.language, shown.address.key
    title = speak(shown.title, language, decimals_of(shown.released))
    drawn = {
        size: embed(
            draw(CHARTS[shown.kind](shown, language, wide=size == "b")), f"{size}-{key}", title, f"figur-{key}-text"
        )
        for size in ("b", "s")
    }
    keys = KEYS[shown.kind](shown) if shown.kind in KEYS else ()
    return render(
        "figure.html",
        key=key,
        kind=shown.kind,
        title=title,
        example=shown.source.example,
        subtitle=" ".join(speak(part, language) for part in shown.subtitle),
        keys=[(token, speak(label, language)) for token, label in keys],
        wide=drawn["b"],
        narrow=drawn["s"],
        notes=[speak(note, language) for note in shown.notes],
        table_notes=[speak(note, language) for note in shown.table_notes],
        source=sentences.source(shown.source, language),
        table=table(shown.table, here),
        alternative=alternative(shown, language),
        proposals=[(here.to_proposal(p.id), in_language(p.title, language.code)) for p in shown.proposals],
        download=here.to_download(shown.address),
        explore=explore(shown, language),
        words=_words(language),
    )


def standing_table(shown: Table, title: str | None, here: Here) -> Markup:
    """Write a table on its own, with its title, notes, source and download.

    Raises:
        TypeError: when it is not a released one.
    """
    _must_be_released(shown.released)
    language, released = here.language, shown.released
    source = source_of_table(released, language.code)
    notes = (*notes_of(released, language.code), *table_notes_of(released))
    return render(
        "standing_table.html",
        key=shown.address.key,
        title=title or question_label(released, language.code),
        example=source.example,
        subtitle=in_language(released.question.text, language.code),
        table=table(shown, here),
        notes=[speak(note, language) for note in notes],
        source=sentences.source(source, language),
        download=here.to_download(shown.address),
        words=_words(language),
    )


def _must_be_released(table_: object) -> None:
    if not isinstance(table_, Released):
        raise TypeError(f"only released tables are shown, not {type(table_).__name__}")


def _words(language: Language) -> dict[str, str]:
    return {name: language.say(word) for name, word in WORDS.items()}
