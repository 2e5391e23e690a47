"""The kinds of export, and which of them a sheet is.

A new kind is a file beside this one and a line in `EXPORTS`.
"""

from macros.survey.imports import (
    google_forms,
    kobo,
    limesurvey,
    microsoft_forms,
    plain,
    qualtrics,
    sav,
    surveymonkey,
    typeform,
)  # fmt: skip
from macros.survey.imports.column import Export
from macros.survey.sheet import Sheet

EXPORTS: tuple[Export, ...] = (
    limesurvey.EXPORT,
    google_forms.EXPORT,
    microsoft_forms.EXPORT,
    surveymonkey.EXPORT,
    qualtrics.EXPORT,
    kobo.EXPORT,
    typeform.EXPORT,
    plain.CSV,
    plain.XLSX,
    sav.EXPORT,
)
TOOLS = tuple(export.tool for export in EXPORTS)


def export_of(sheet: Sheet, tool: str = "auto") -> Export:
    """The named kind, or the one that is surest of itself.

    Raises:
        KeyError: for a tool that is not among `TOOLS`.
    """
    if tool != "auto":
        return {export.tool: export for export in EXPORTS}[tool]
    return max(EXPORTS, key=lambda export: export.recognises(sheet))
