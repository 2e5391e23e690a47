"""Lists of a page: headline numbers, proposals with their evidence, facts of the method, downloads."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.release.released import Released
from macros.render.html import plain, render
from macros.render.links import PDF, Here, group_anchor, listing_anchor, method_anchor, relative
from macros.render.table import table
from macros.render.words import speak
from macros.report.address import Address
from macros.report.methodology import Fact
from macros.report.proposals import Evidence, Proposal
from macros.report.tables import make_table, question_label
from macros.report.waves import Waves
from macros.survey.part import in_language

PROPOSAL_WORDS = {
    "who": msg("Who decides"),
    "helps": msg("Whom it helps"),
    "horizon": msg("When"),
    "evidence": msg("What it rests on"),
}


def headlines(pairs: Iterable[tuple[Markup, str]]) -> Markup:
    """A row of headline numbers, each with its sentence."""
    return render("headlines.html", items=list(pairs))


def proposal(
    shown: Proposal, evidence: Sequence[tuple[Evidence, Released, Markup | None]], here: Here, level: int = 2
) -> Markup:
    """One proposal: what, who decides, whom it helps, when, and the figures it rests on."""
    code = here.language.code
    rests_on = []
    for item, released, number in evidence:
        name = plain(question_label(released, code)) + plain(_by(released, here.language))
        link = Markup('<a href="{}">{}</a>').format(here.to_table(item.address), name)
        names = {answer.code: answer.label for answer in released.answers}
        names |= {merge.code: in_language(merge.label, code) for merge in released.question.merge}
        said = Markup("{}: {}").format(link, plain(names[item.answer])) if item.answer in names else link
        codebook = released.codebook
        source = plain(in_language(codebook.wave or codebook.title, code))
        mark = here.language.say(msg("Example data")) if codebook.status == "example" else ""
        rests_on.append((said, number, source, mark))
    return render(
        "proposal.html",
        id=shown.id,
        level=level,
        title=in_language(shown.title, code),
        what=in_language(shown.what, code),
        who=in_language(shown.who, code),
        helps=in_language(shown.helps, code),
        horizon=in_language(shown.horizon, code),
        evidence=rests_on,
        words={name: here.language.say(word) for name, word in PROPOSAL_WORDS.items()},
    )


def facts(survey: str, lines: Iterable[Fact], language: Language) -> Markup:
    """How a survey was made, as terms and descriptions."""
    return render(
        "facts.html",
        id=method_anchor(survey),
        facts=[(speak(term, language), speak(said, language)) for term, said in lines],
    )


def downloads(tables: Iterable[tuple[Address, Released]], waves: Iterable[Waves], here: Here) -> Markup:
    """The two files that hold all that is shown, then every table and comparison of the site, survey by survey.

    A table that no page shows stands here itself, folded away.
    """
    language = here.language
    whole = [
        (id_, relative(here.url, f"data/{name}.json"), language.say(words), None)
        for id_, name, words in (
            ("data-tables", "tables", msg("All tables (JSON)")),
            ("data-results", "results", msg("All numbers of all pages (JSON)")),
        )
    ]
    groups: dict[tuple[str, bool], list[tuple[str, str, str, Markup | None]]] = {}

    def add(heading: str, address: Address, title: str, *, example: bool, twin: Markup | None = None) -> None:
        item = (listing_anchor(address), here.to_download(address), f"{title} (CSV)", twin)
        groups.setdefault((heading, example), []).append(item)

    for address, released in tables:
        codebook = released.codebook
        heading = f"{in_language(codebook.publisher, language.code)}: {in_language(codebook.title, language.code)}"
        title = question_label(released, language.code) + _by(released, language)
        # Its numbers lead here.
        laid_out = make_table(address, released, language.code, balance=address in here.balances)
        twin = None if here.shows(address) else table(laid_out, here, of=group_anchor(heading))
        add(heading, address, title, example=codebook.status == "example", twin=twin)
    for shown in waves:
        questions = ", ".join(dict.fromkeys(question_label(pair.after.table, language.code) for pair in shown.pairs))
        title = f"{' – '.join(shown.names)}: {questions}"
        add(language.say(msg("Comparisons between waves")), shown.address, title, example=shown.example)
    mark = language.say(msg("Example data"))
    listed = [
        (group_anchor(heading), heading, mark if example else "", items) for (heading, example), items in groups.items()
    ]
    return render("downloads.html", whole=whole, groups=listed, table=language.say(msg("Table")))


def pdf_button(here: Here) -> Markup:
    """A button to the whole report as a file."""
    label = here.language.say(msg("Download the report"))
    return render("button.html", href=relative(here.url, PDF), label=label)


def _by(released: Released, language: Language) -> str:
    if not released.by:
        return ""
    names = [in_language(question.label or question.text, language.code).lower() for question in released.by]
    return language.say(msg(", by {by}", by=", ".join(names)))


def error(message: str, language: Language) -> Markup:
    """The box that stands in a preview where a macro failed; never in a published page."""
    heading: Message = msg("Mistake on this page:")
    return render("error.html", heading=language.say(heading), text=message)
