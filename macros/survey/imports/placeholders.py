"""What an import cannot know of a survey, and leaves for a person to fill in.

Belongs here: the words that hold the place, and where they are left in a codebook. Does not: whether that matters
(`macros/unfinished.py`).
"""

from collections.abc import Iterator
from pathlib import Path

from macros.errors import Place
from macros.language.catalogue import LANGUAGES, Language
from macros.language.message import msg
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import CODEBOOK
from macros.survey.yaml_file import read_yaml

PUBLISHER = msg("FILL IN: who publishes the survey")
POPULATION = msg("FILL IN: who was asked to answer")
ASKED = msg("FILL IN: the question as asked")
_SIGNS = frozenset(Language(code).say(ASKED).partition(":")[0] + ":" for code in LANGUAGES)


def placeholders(codebook: Codebook, folder: Path, root: Path) -> Iterator[tuple[Place, str]]:
    """Every text of a codebook that is still to be filled in, in whatever language it was drafted, and where it stands.

    Args:
        folder: where the codebook lies.
        root: the project; places are relative to it.
    """
    if not _is_left(codebook.model_dump_json()):
        return  # most codebooks: their file need not be read once more
    file = read_yaml(folder / CODEBOOK, root)
    for loc, text in file.sources.items():
        if _is_left(text):
            yield file.place(loc), text


def _is_left(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)
