"""Surveys that pages use before their codebook is filled in: readers would be told to fill it in.

Belongs here: which surveys that holds for. Does not: what is still to be filled in (`survey/imports/placeholders.py`).
Drafts may use them, to be looked at while somebody works.
"""

from collections.abc import Iterator

from macros.desk import Desk
from macros.errors import Problem
from macros.language.message import msg
from macros.survey.codebook_file import SURVEYS
from macros.survey.imports.placeholders import placeholders


def unfinished_surveys(desk: Desk) -> Iterator[Problem]:
    """Each text that is still to be filled in of the surveys that a page which is no draft uses."""
    for id_, survey in desk.report.surveys.items():
        using = [page.file for page in desk.pages if not page.draft and page.url in desk.used.get(id_, ())]
        if not using:
            continue
        hint = msg("{page} uses the survey. Fill it in, or let only the draft page use it.", page=using[0])
        for place, text in placeholders(survey.codebook, desk.root / SURVEYS / id_, desk.root):
            yield Problem(place, msg("“{text}” is still to be filled in", text=text), hint=hint)
