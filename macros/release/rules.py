"""The rules that hold for one question's tables. Belongs here: which rule, which threshold. Does not: applying them."""

from dataclasses import dataclass

from macros.survey.codebook import Codebook
from macros.survey.question import Question


@dataclass(frozen=True)
class Rules:
    """Thresholds in units of respondents.

    Attributes:
        min_cell: a count of 1 to min_cell - 1 is unsafe.
        min_base: a group with a base of 1 to min_base - 1 is unsafe as a whole.
        base_rule: the name under which min_base stands in the codebook.
        singletons: the only unit of a cell is an attacker who knows that cell.
        merge_small: neighbouring categories are merged before anything is hidden.
    """

    min_cell: int
    min_base: int
    base_rule: str
    singletons: bool
    merge_small: bool

    @classmethod
    def of(cls, codebook: Codebook, question: Question) -> "Rules":
        """The codebook's rules for a question as it was asked, that is before any merging.

        The lower base of a yes/no share holds only for a single choice between two answers: each option of a
        multiple choice is a share, but several of them describe the same few units.
        """
        given = codebook.disclosure
        yes_no = question.type in ("single", "scale") and len(question.answers) == 2  # noqa: PLR2004 - yes and no
        return cls(
            min_cell=given.min_cell,
            min_base=given.min_base_yes_no if yes_no else given.min_base,
            base_rule="min_base_yes_no" if yes_no else "min_base",
            singletons=given.singletons,
            merge_small=given.merge_small,
        )

    def names(self) -> tuple[str, ...]:
        """Names of the rules in force, sorted: whether or not a rule found anything, so that they tell nothing.

        >>> Rules(5, 10, "min_base", singletons=True, merge_small=False).names()
        ('complementary', 'min_base 10', 'min_cell 5', 'singletons')
        """
        switched = {"singletons": self.singletons, "merge_small": self.merge_small}
        return tuple(
            sorted(
                [
                    "complementary",
                    f"min_cell {self.min_cell}",
                    f"{self.base_rule} {self.min_base}",
                    *(name for name, on in switched.items() if on),
                ]
            )
        )
