"""Numbers and source lines inside running text."""

from typing import Literal, get_args

from markupsafe import Markup, escape

from macros.language import dates, numbers
from macros.language.catalogue import Language
from macros.language.message import msg
from macros.language.share_words import SMALL_BASE, share_words
from macros.release.released import Row
from macros.render.html import inline, plain, render
from macros.render.links import Here
from macros.render.numbers import in_prose
from macros.render.rows import link_to_row
from macros.report.caution import caution
from macros.report.source import Source
from macros.report.statistics import Statistic
from macros.survey.part import in_language

Form = Literal["number", "words", "Words", "short", "of", "count", "units", "points", "bare"]
FORMS: tuple[str, ...] = get_args(Form)


def number(statistic: Statistic, form: Form, here: Here, *, big: bool = False) -> Markup:
    """Write a number with its link, and note it in the ledger."""
    shown = written(statistic, form, here.language)
    here.ledger.add(here.url, statistic.key, shown, statistic.address, statistic.row, statistic.kind)
    cited = statistic.kind == "published" or statistic.table.codebook.kind == "published"
    extra = " ".join(["stor"] * big + ["citat"] * cited)
    # How many took part is told by the method, not by the question that happened to be counted; it is no row of that
    # question's table, so it has no label. How many answered a question is.
    reached = statistic.kind == "base" and not statistic.row.label
    href = (here.to_method(statistic.address.survey) if reached else None) or link_to_row(statistic, here)
    return render("number.html", key=statistic.key, href=href, text=inline(shown), extra=extra)


def written(statistic: Statistic, form: Form, language: Language) -> str:
    """Write a number in one of the forms; an uncertain one says that it is, whatever the form.

    `number`: “63 procent”, a count where fewer than thirty answered; `words`: “drygt sex av tio”; `Words`: the same at
    the start of a sentence; `short`: “63 %”; `of`: “39 av 62”; `count` and `units`: “39 företag”; `points`: “18
    procentenheter”; `bare`: the number alone.
    """
    text = _plain(statistic, form, language)
    said = caution(statistic.row.flags) if statistic.uncertain and form not in ("count", "units") else None
    return text if said is None else f"{text} ({language.say(said)})"


def _plain(statistic: Statistic, form: Form, language: Language) -> str:
    if statistic.kind == "share_of_answers":
        return _of_all_answers(statistic, form, language)
    row, population = statistic.row, statistic.table.codebook.population
    many = in_language(population.many, language.code)
    if form in ("words", "Words") and (row.percent is not None or statistic.verdict is not None):
        words = (
            share_words(row.percent, row.n, row.base, language, many=many)
            if row.percent is not None
            else _verdict_words(statistic, language)
        )
        return words[:1].upper() + words[1:] if form == "Words" else words
    if form == "of" and row.n is not None and row.base is not None:
        return numbers.count_of(row.n, row.base, language)
    if form in ("count", "units") and row.n is not None:
        return _units(row.n, statistic, language)
    if form == "bare" and row.percent is not None:
        return numbers.percent_number(row.percent, language, _decimals(row))
    if form in ("bare", "points") or statistic.kind in ("balance", "change", "difference"):
        write = numbers.number if form == "bare" else numbers.points
        return write(row.value or 0, language, numbers.decimals_needed([row.value or 0]))
    return _with_unit(statistic, form, language)


def _with_unit(statistic: Statistic, form: Form, language: Language) -> str:
    """A percentage or another number with its unit; a share of few answers as a count of them."""
    row = statistic.row
    small = row.base is not None and row.base < SMALL_BASE and not statistic.table.weighted
    if statistic.kind == "share" and small and row.n is not None and row.base is not None:
        many = in_language(statistic.table.codebook.population.many, language.code)
        return f"{numbers.count_of(row.n, row.base, language)}\N{NO-BREAK SPACE}{many}"
    if form == "short" and row.percent is not None:
        return numbers.percent_short(row.percent, language, _decimals(row))
    return in_prose(row, statistic.table, language)


def _units(n: int, statistic: Statistic, language: Language) -> str:
    population = statistic.table.codebook.population
    unit = in_language(population.one if n == 1 else population.many, language.code)
    return f"{numbers.number(n, language)}\N{NO-BREAK SPACE}{unit}"


def _of_all_answers(statistic: Statistic, form: Form, language: Language) -> str:
    """An option's share of all answers that were given, which says in words that it is not of those who answered."""
    n, base, percent = statistic.row.n, statistic.row.base, statistic.row.percent
    if n is None or base is None or percent is None:
        raise ValueError("a withheld number has no words")
    if form == "bare":
        return numbers.percent_number(percent, language)
    if form in ("count", "units"):
        return _units(n, statistic, language)
    if form == "of" or (base < SMALL_BASE and not statistic.table.weighted):
        return language.say(msg("{share} answers", share=numbers.count_of(n, base, language)))
    if form in ("words", "Words"):
        words = share_words(percent, n, base, language, many=language.say(msg("answers")))
        words = words if n in (0, base) else language.say(msg("{share} of all answers", share=words))
        return words[:1].upper() + words[1:] if form == "Words" else words
    write = numbers.percent_short if form == "short" else numbers.percent
    return language.say(msg("{share} of all answers", share=write(percent, language)))


def _verdict_words(statistic: Statistic, language: Language) -> str:
    """What may be said of a change or difference.

    Source:
        statistics.md 3.7: the words follow the test; where chance has no part, plain words without a test's.
    """
    change, value = statistic.kind == "change", statistic.row.value or 0
    words = {
        "risen": msg("has risen") if change else msg("a larger share"),
        "fallen": msg("has fallen") if change else msg("a smaller share"),
        "same": msg("about the same share"),
        "unsure": msg("no statistically certain difference"),
    }
    plain_words = msg("was higher") if value > 0 else msg("was lower") if value < 0 else msg("was as high")
    return language.say(words.get(str(statistic.verdict), plain_words))


def _decimals(row: Row) -> int:
    return numbers.decimals_needed([row.percent or 0]) if row.statistic == "published" else 0


def text(words: str) -> Markup:
    """Words of a page: markdown, but no HTML."""
    return escape(plain(words))


def quoted(words: str) -> Markup:
    """Words of a codebook, as they are written there."""
    return inline(words)


def source(line: Source, language: Language) -> Markup:
    """The source line of a figure; published figures name and link each publication."""
    if line.citations:
        links = Markup(", ").join(
            Markup('<a href="{}" rel="noopener">{}, {}</a>').format(c.url, inline(c.title), c.published)
            for c in line.citations
        )
        return inline(language.say(msg("Source:"))) + " " + inline(line.publisher) + ". " + links
    said = [line.publisher, line.title]
    if line.mode:
        said.append(line.mode[:1].lower() + line.mode[1:])
    if line.first and line.last:
        said.append(dates.period(line.first, line.last, language))
    return inline(language.say(msg("Source: {source}.", source=", ".join(said))))


def contact(address: str, language: Language) -> Markup:
    """The contact, or that it is missing; never an invented one."""
    if not address:
        return escape(language.say(msg("contact missing")))
    if "@" in address:
        return Markup('<a href="mailto:{0}">{0}</a>').format(address)
    return escape(address)
