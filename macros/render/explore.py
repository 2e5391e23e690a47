"""What a figure hands to its “Explore” (`site/assets/explore.js`): words and the names of groups, and not one number.

The numbers are in the figure's CSV, which is fetched when somebody opens it: released ones, the same as in the table.
Belongs here: which figures can be explored, and the words. Does not: what is done with them (the scripts).
"""

import json

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.release.released import Released
from macros.render.html import plain
from macros.render.numbers import FEW_ANSWERS, MEANINGS, NO_BASE, WITHHELD
from macros.render.words import speak
from macros.report.caution import UNCERTAIN, UNCOMPUTED
from macros.report.figures import Figure
from macros.report.tables import INTERVAL, group_labels
from macros.survey.part import in_language

WORDS: dict[str, Message] = {
    "explore": msg("Explore"),
    "show": msg("Show"),
    "percent": msg("Percent"),
    "number": msg("Number"),
    "unit": msg("percent"),
    "highlight": msg("Highlight"),
    "all": msg("Everything alike"),
    "of": msg("{n} of {base} {units}", n="{n}", base="{base}", units="{units}"),
    "interval": INTERVAL,
    "uncertain": UNCERTAIN,
    "uncomputed": UNCOMPUTED,
    "few": FEW_ANSWERS,
    "protected": msg("protected"),
    "suppressed": MEANINGS[WITHHELD],
    "no_base": MEANINGS[NO_BASE],
    "shown": msg("Shown now: {what}", what="{what}"),
    "highlighted": msg("Highlighted: {what}", what="{what}"),
    "keys": msg("The arrow keys lead from bar to bar, Enter highlights, Escape closes."),
    "failed": msg("The table could not be fetched. Its numbers stand in the table below the chart."),
}


def explore(figure: Figure, language: Language) -> str | None:
    """Give the words as JSON, or None for a figure that has not both shares and counts of one question's answers."""
    released = figure.released
    if released.codebook.kind == "published" or released.question.type == "number" or len(released.by) > 1:
        return None
    handed = {
        "words": {name: language.say(word) for name, word in WORDS.items()},
        "units": plain(in_language(released.codebook.population.many, language.code)),
        "by": plain(in_language(released.by[0].label or released.by[0].text, language.code)) if released.by else "",
        "groups": _groups(released, language),
    }
    return json.dumps(handed, ensure_ascii=False, separators=(",", ":"))


def _groups(released: Released, language: Language) -> list[tuple[str, str]]:
    """Code and name of each group as the CSV has them, the total first with an empty code."""
    if not released.by:
        return []
    labels = group_labels(released, language.code)
    return [(group[0] or "", plain(speak(label, language))) for group, label in labels.items()]
