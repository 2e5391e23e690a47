"""What all parts of a codebook have in common: how strict they are, and how names and words are written.

Belongs here: the base of every part. Does not: any part itself.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=60)]
Text = str | dict[Literal["sv", "en"], str]


class Part(BaseModel):
    """A part of a codebook: frozen, and with no key that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


def in_language(text: Text, code: str) -> str:
    """Pick the words of a language; the first given when that one is lacking.

    >>> in_language({"sv": "Ja", "en": "Yes"}, "en")
    'Yes'
    """
    return text if isinstance(text, str) else text.get(code) or next(iter(text.values()))  # type: ignore[call-overload]
