"""Where a survey's design is written."""

from macros.errors import Place
from macros.survey.codebook import Codebook


def codebook_place(codebook: Codebook) -> Place:
    """The codebook of a survey, for problems that lie in its design.

    >>> from types import SimpleNamespace
    >>> str(codebook_place(SimpleNamespace(id="liten")))
    'data/surveys/liten/survey.yml'
    """
    return Place(f"data/surveys/{codebook.id}/survey.yml")
