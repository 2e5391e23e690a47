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
        margins_public: the sizes of groups are known to everybody.
        merge_small: neighbouring categories are merged before anything is hidden.
        coalition: how many units of one cell pool what they know.
        sensitive: whether an answer could harm whoever is known to have given it.
        group_disclosure: whether a group that gave one answer is unsafe.
        zero_safe: whether a count of 0 tells nothing.
        p_percent, dominance: of means; None where the rule is off.
    """

    min_cell: int
    min_base: int
    base_rule: str
    singletons: bool
    merge_small: bool
    margins_public: bool = True
    coalition: int = 1
    sensitive: bool = False
    group_disclosure: bool = True
    zero_safe: bool = True
    p_percent: float | None = 15
    dominance: tuple[int, float] | None = (2, 85)

    @property
    def insiders(self) -> int:
        """Up to how many units of one cell attack together; 0 where nobody does."""
        return self.coalition if self.singletons else 0

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
            margins_public=given.margins_public,
            coalition=given.coalition,
            sensitive=question.sensitive,
            group_disclosure=given.group_disclosure,
            zero_safe=given.zero_safe and not question.sensitive,
            p_percent=given.p_percent,
            dominance=given.dominance,
        )

    def names(self) -> tuple[str, ...]:
        """Names of the rules in force, sorted: whether or not a rule found anything, so that they tell nothing.

        Of the rules on means only the names are told: who knows p or k can work back from what they hid.

        >>> Rules(5, 10, "min_base", singletons=True, merge_small=False, margins_public=False).names()
        ('complementary', 'dominance', 'group_disclosure', 'min_base 10', 'min_cell 5', 'p_percent', 'singletons')
        """
        switched = {
            "singletons": self.singletons,
            "coalition": self.insiders > 1,
            "margins_public": self.margins_public,
            "merge_small": self.merge_small,
            "group_disclosure": self.group_disclosure,
            "zeros": not self.zero_safe,
            "p_percent": self.p_percent is not None,
            "dominance": self.dominance is not None,
        }
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
