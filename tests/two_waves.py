"""Two waves of one survey on disk, small enough to be worked out by hand; summer's codebook says what can be compared.

Spring reached 58 of 62 companies, summer all. Belongs here: the files. Does not: what is expected of them.
"""

from collections.abc import Mapping
from pathlib import Path

from tests.projects import BRANSCH, BRANSCH_CSV, HEAD, Project

IN_ENGLISH = "theme: {language: en}\n"
REASON = "I våras räknades även beslut"
BROKEN = "I våras gällde frågan ett år"
_ANSWERS = {
    "order": "[{code: mycket, label: Mycket färre}, {code: nagot, label: Något färre}, {code: lika, label: Lika}, "
    "{code: fler, label: Fler}], merge: [{code: farre, label: Färre, of: [mycket, nagot]}]",
    "vantan": "[{code: ja, label: Ja}, {code: nej, label: Nej}, {code: kanske, label: Kanske}]",
}
_YES_NO = "[{code: ja, label: Ja}, {code: nej, label: Nej}]"
_SAME = "[{with: var, how: same}]"
COMPARABLE: Mapping[str, str] = {
    "order": _SAME,
    "leverans": _SAME,
    "nya": _SAME,
    "vantan": _SAME,
    "korttid": f"[{{with: var, how: bridged, reason: {REASON}}}]",
    "kassa": f"[{{with: var, how: broken, reason: {BROKEN}}}]",
}
QUESTIONS = ("order", "leverans", "korttid", "nya", "vantan", "kassa", "behov")
Counts = Mapping[str, Mapping[str, int]]
# Fewer orders: 3 + 23 of 56 is 46.43, 39 of 62 is 62.90; the change is 16.47 and not 63 less 46.
SPRING: Counts = {
    "order": {"mycket": 3, "nagot": 23, "lika": 22, "fler": 8, "__no_answer__": 2},
    "leverans": {"ja": 46, "nej": 11, "__no_answer__": 1},  # 80.70
    "korttid": {"ja": 15, "nej": 42, "__no_answer__": 1},  # 26.32
    "nya": {"ja": 28, "nej": 28, "__no_answer__": 2},  # 50
    "vantan": {"ja": 47, "nej": 8, "kanske": 3},
    "kassa": {"ja": 20, "nej": 38},
    "behov": {"ja": 20, "nej": 38},
}
SUMMER: Counts = {
    "order": {"mycket": 20, "nagot": 19, "lika": 16, "fler": 7},  # 62.90
    "leverans": {"ja": 40, "nej": 21, "__no_answer__": 1},  # 65.57
    "korttid": {"ja": 22, "nej": 39, "__no_answer__": 1},  # 36.07
    "nya": {"ja": 31, "nej": 31},  # 50
    "vantan": {"ja": 40, "nej": 12, "kanske": 10},
    "kassa": {"ja": 30, "nej": 32},
    "behov": {"ja": 40, "nej": 22},
}


def two_waves(
    root: Path,
    settings: str = IN_ENGLISH,
    spring: Counts | None = None,
    summer: Counts | None = None,
    label: str = "",
    heads: Mapping[str, str] | None = None,
) -> Project:
    """A project with both waves and a published survey.

    Args:
        spring, summer: counts that take the place of those above, by question.
        label: stands for every question's name; empty for names such as “Order”.
        heads: lines that take the place of the codebook's in `var` or `sommar`.
    """
    surveys = {"bransch": (BRANSCH, BRANSCH_CSV)}
    both = (("var", "spring", {**SPRING, **(spring or {})}), ("sommar", "summer", {**SUMMER, **(summer or {})}))
    for id_, wave, counts in both:
        head = (heads or {}).get(id_, f"{HEAD}wave: {wave} 2020\n")
        questions = "".join(_question(name, label, comparable=id_ == "sommar") for name in QUESTIONS)
        surveys[id_] = (f"id: {id_}\n{head}questions:\n{questions}", _csv(counts))
    return Project(root, settings, **surveys)


def _question(name: str, label: str, *, comparable: bool) -> str:
    said = f"comparable: {COMPARABLE[name]}, " if comparable and name in COMPARABLE else ""
    answers = _ANSWERS.get(name, _YES_NO)
    kind = "scale" if name == "order" else "single"
    called = label or name.capitalize()
    return f"  - {{id: {name}, type: {kind}, text: {name}, label: {called}, {said}answers: {answers}}}\n"


def _csv(counts: Counts) -> str:
    rows = [f"{name},{answer},,,{n}" for name in QUESTIONS for answer, n in counts[name].items()]
    return "\n".join(["question,answer,by,group,n", *rows]) + "\n"


def call(*pairs: tuple[str, str], **arguments: str) -> str:
    """The macro call that compares these questions and answers with spring."""
    said = [repr(pair) for pair in pairs]
    return (
        f"waves({', '.join([*said, *(f'{name}={value!r}' for name, value in {'since': 'var', **arguments}.items())])})"
    )
