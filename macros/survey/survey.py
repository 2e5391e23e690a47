"""A survey's checked answers, one row a respondent. Nothing after `tabulate.py` ever sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from macros.language.message import Message
from macros.survey.codebook import Codebook
from macros.survey.coding import Coding
from macros.survey.correction import Correction
from macros.survey.quote import Quote

IDENTIFIER = "__identifier__"
WEIGHT, STRATUM, CLUSTER, POPULATION = "__weight__", "__stratum__", "__cluster__", "__population__"


@dataclass(frozen=True, repr=False, eq=False)
class Survey:
    """Answers that were checked cell by cell against the codebook.

    Attributes:
        codebook: what the columns mean.
        frame: of pandas, or of the engine that counts it, which may not have worked it out yet: what narwhals takes.
            Text only, a row a respondent; no cell is null. Every question of the codebook has its columns, those
            that are made of another question's too, and a missing kind such as `__no_answer__` stands in any of them:

            - single, scale: `id`, a code.
            - number: `id`, a plain decimal such as `-1.5`, without exponent, sign of plus or zeros at the end.
            - date: `id`, ISO, `2020-05-11`.
            - text: `id`, as written.
            - multiple: `id:code` for each answer, "1" ticked or "0" not; a missing kind stands in all of them. With
              `base: asked`, "0" in all is somebody who saw the question and ticked nothing.
            - ranking: `id:code` for each answer, its rank "1", "2" …, or "0" where it was not ranked by somebody who
              ranked others; a missing kind stands in all of them.

            Of the design, where the codebook names its column: `__weight__` a plain decimal from 0, `__stratum__` and
            `__cluster__` names, `__population__` a whole number. `__identifier__`, as written.
        corrections: those of the codebook, each with the number of respondents whose answer it changed.
        codings: by the id of each question with `coded_from`.
        left_out: rows of the files that belong to another wave, by `only:`.
        headers: each column's header as it stands in the files, by its folded header.
        decided: how the files were read, where that was found out.
        quotes: answers that may be quoted once somebody has approved them.
    """

    codebook: Codebook
    frame: Any
    corrections: tuple[tuple[Correction, int], ...] = ()
    codings: Mapping[str, Coding] = field(default_factory=dict)
    left_out: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    decided: tuple[Message, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def __repr__(self) -> str:
        """Say how much there is and show no row of it, not even in a traceback."""
        rows = f", {len(self.frame)} rows" if isinstance(self.frame, pd.DataFrame) else ""
        return f"Survey({self.codebook.id!r}{rows})"
