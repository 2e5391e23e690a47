"""The address of a table: which survey, which question, by which groupings.

Its key names the table everywhere: in the HTML's ids, in the ledger, in the name of the download.
"""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Address:
    """Survey, question and groupings of one released table."""

    survey: str
    question: str
    by: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key, usable as an id and as a file name.

        >>> Address("iuc-2020-sommar", "orderingang", ("storlek",)).key
        'iuc-2020-sommar--orderingang--storlek'
        """
        return "--".join((self.survey, self.question, *self.by))
