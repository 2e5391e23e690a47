"""A survey's checked answers, one row a respondent. Nothing after `tabulate.py` ever sees it."""

from dataclasses import dataclass

import pandas as pd

from macros.survey.codebook import Codebook

IDENTIFIER = "__identifier__"


@dataclass(frozen=True, repr=False, eq=False)
class Survey:
    """Answers that were checked cell by cell against the codebook.

    Attributes:
        codebook: what the columns mean.
        frame: text only. A column a question with codes (numbers and open texts as written) or a missing kind;
            for multiple choice a column an option, `id.code`, with "1", "0" or the respondent's missing kind;
            and `__identifier__`, when the codebook names one. No cell is null.
    """

    codebook: Codebook
    frame: pd.DataFrame

    def __repr__(self) -> str:
        """Say how much there is and show no row of it, not even in a traceback."""
        return f"Survey({self.codebook.id!r}, {len(self.frame)} rows)"
