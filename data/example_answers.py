"""Hands out invented answers: so many of each, to companies by how hard they are hit, and by chance.

Belongs here: what the example surveys share. Does not: any survey's own numbers (`example_iuc_sommar.py` and the
others), nor any real answer, ever.
"""

# ruff: noqa: INP001 -- part of a script, not of a package

import csv
import io
import random
from collections.abc import Iterable, Sequence

Quota = Sequence[tuple[str, int]]
DONT_KNOW, REFUSED, BLANK = "Vet ej", "Vill ej svara", ""


def shuffled(chance: random.Random, quota: Quota, companies: int) -> list[str]:
    """Answers given to companies by chance alone."""
    answers = _fill(quota, (), companies)
    chance.shuffle(answers)
    return answers


def by_blow(chance: random.Random, blow: Sequence[float], quota: Quota, silent: Sequence[str]) -> list[str]:
    """Answers given in the order in which companies were hit, roughly; the silent are silent by chance.

    Args:
        blow: how hard each company is hit; the hardest get the first answers of the quota.
        silent: what stands in the cells of those who gave no answer.
    """
    companies = range(len(blow))
    quiet = chance.sample(companies, len(silent))
    hardest = sorted(
        (company for company in companies if company not in quiet),
        key=lambda company: -blow[company] + chance.gauss(0, 0.7),
    )
    answers = dict(zip([*hardest, *quiet], _fill(quota, silent, len(blow)), strict=True))
    return [answers[company] for company in companies]


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A file's bytes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def _fill(quota: Quota, silent: Sequence[str], companies: int) -> list[str]:
    """Each answer as often as its quota says, then the silent, then blanks up to all companies."""
    given = [answer for answer, count in quota for _ in range(count)] + list(silent)
    return given + [BLANK] * (companies - len(given))
