"""A comparison of two waves as HTML: the drawing, its table twin and its words."""

from collections.abc import Callable

from markupsafe import Markup

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.language.numbers import number, percent_number
from macros.render import sentences
from macros.render.charts import dumbbell, slope
from macros.render.figure import WORDS, Key
from macros.render.html import render
from macros.render.links import Here, row_anchor
from macros.render.numbers import marks
from macros.render.svg import draw, embed
from macros.render.table import Place, Written, orders
from macros.render.words import speak
from macros.report.kinds import WavesKind
from macros.report.statistics import Statistic
from macros.report.tables import Cell
from macros.report.waves import Pair, Waves

CHARTS: dict[WavesKind, Callable[..., dict[str, object]]] = {"dumbbell": dumbbell.specify, "slope": slope.specify}
KEYS: dict[WavesKind, Callable[[Waves], Key]] = {"dumbbell": dumbbell.key}


def waves(shown: Waves, here: Here) -> Markup:
    """Write a comparison and note each of its numbers in the ledger."""
    language, key = here.language, shown.address.key
    title = speak(shown.title, language)
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
        example=shown.example,
        subtitle=language.say(msg("Percent of those who answered. Change in percentage points.")),
        keys=[(token, speak(label, language)) for token, label in keys],
        wide=drawn["b"],
        narrow=drawn["s"],
        notes=[speak(note, language) for note in shown.notes],
        table_notes=[],
        source=Markup(" ").join(sentences.source(source, language) for source in shown.sources),
        table=_table(shown, here),
        alternative=wave_words(shown, language),
        proposals=[],
        download=here.to_download(shown.address),
        explore=None,
        words={name: language.say(word) for name, word in WORDS.items()},
    )


def wave_words(shown: Waves, language: Language) -> str:
    """The text alternative: between which waves, what rose most, what fell most, the rest in order, the bases."""
    first = msg("Change from {before} to {after}.", before=shown.before, after=shown.after)
    ranked = sorted(shown.pairs, key=lambda pair: pair.change.value or 0)
    sentences_, named = [first], []
    if (ranked[-1].change.value or 0) > 0:
        named.append(ranked[-1])
        sentences_.append(_moved(msg("Rose most"), ranked[-1], language))
    if (ranked[0].change.value or 0) < 0:
        named.append(ranked[0])
        sentences_.append(_moved(msg("Fell most"), ranked[0], language))
    rest = ", ".join(f"{pair.label} {_signed(pair, language)}" for pair in shown.pairs if pair not in named)
    if rest and named:
        sentences_.append(msg("The rest in order: {list} percentage points.", list=rest))
    elif rest:
        sentences_.append(msg("In order: {list} percentage points.", list=rest))
    return " ".join(language.say(sentence) for sentence in [*sentences_, *shown.notes[:2]])


def _moved(how: Message, pair: Pair, language: Language) -> Message:
    return msg(
        "{how}: {label}, from {p} to {q} percent ({change}).",
        how=how, label=pair.label, p=_percent(pair.before, language), q=_percent(pair.after, language),
        change=_signed(pair, language),
    )  # fmt: skip


def _table(shown: Waves, here: Here) -> Markup:
    language = here.language
    lines = []
    for pair in shown.pairs:
        cells: list[Place | None] = []
        for statistic in (pair.before, pair.after):
            text = _percent(statistic, language)
            here.ledger.add(here.url, statistic.key, text, statistic.address, statistic.row, "share")
            cells.append(
                Place(statistic.key, text, None, marks(Cell(statistic.row, "percent", interval=True), language))
            )
        changed = Statistic(
            "change", pair.after.address, pair.after.table, pair.change, pair.before.address.survey, pair.verdict
        )
        here.ledger.add(here.url, changed.key, _signed(pair, language), changed.address, pair.change, "change")
        cells.append(Place(changed.key, _signed(pair, language), None))
        lines.append(Written("answer", pair.label, cells))
    caption = msg(
        "Percent in {before} and {after}, and change in percentage points.", before=shown.before, after=shown.after
    )
    return render(
        "table.html",
        id=f"tabell-{shown.address.key}",
        rows=[row_anchor(shown.address, at) for at in range(len(lines))],
        of=f"figur-{shown.address.key}-titel",  # the caption is that of any two waves
        caption=language.say(caption),
        corner=language.say(msg("Question and answer")),
        columns=[*shown.names, language.say(msg("Change"))],
        lines=lines,
        marks=[],
        order=orders(language),
    )


def _percent(statistic: Statistic, language: Language) -> str:
    return percent_number(statistic.row.percent or 0, language)


def _signed(pair: Pair, language: Language) -> str:
    change = pair.change.value or 0
    return ("+" if change > 0 else "") + number(change, language)
