"""Lists of a page: headline numbers, proposals with their evidence, facts of the method, downloads."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.release.released import Released
from macros.render.html import plain, render
from macros.render.links import PDF, Here, download, relative
from macros.render.words import speak
from macros.report.address import Address
from macros.report.methodology import Fact
from macros.report.proposals import Evidence, Proposal
from macros.report.tables import question_label
from macros.survey.codebook import in_language

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
        rests_on.append((said, number))
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


def facts(lines: Iterable[Fact], language: Language) -> Markup:
    """Terms and descriptions."""
    return render("facts.html", facts=[(speak(term, language), speak(said, language)) for term, said in lines])


def downloads(tables: Iterable[tuple[Address, Released]], here: Here) -> Markup:
    """Every table of the site with its download, and the two files that hold them all."""
    language = here.language
    items: list[tuple[str, str, str, str, str]] = []
    for name, title in (
        ("tables.json", msg("All tables (JSON)")),
        ("results.json", msg("All numbers of all pages (JSON)")),
    ):
        items.append(
            (f"data-{name.partition('.')[0]}", relative(here.url, f"data/{name}"), language.say(title), "", "")
        )
    for address, released in tables:
        title_, by = question_label(released, language.code), _by(released, language)
        example = language.say(msg("Example data")) if released.codebook.status == "example" else ""
        detail = in_language(released.codebook.title, language.code)
        items.append(
            (f"data-{address.key}", relative(here.url, download(address)), f"{title_}{by} (CSV)", detail, example)
        )
    return render("downloads.html", items=items)


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
