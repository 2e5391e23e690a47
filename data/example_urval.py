"""Invents the answers of `surveys/exempel-urval/svar.csv`, which stand on the page of all kinds of chart.

Nothing of it is true: no such survey was made. It is a random sample, so that its numbers have intervals. Belongs here:
the example. Does not: any real answer, ever.
"""

# ruff: noqa: INP001 -- part of a script, not of a package

import random

from example_answers import BLANK, DONT_KNOW, Quota, by_blow

SEED = 20261125
# Companies by size, how hard they are hit, and how many they need to employ at most.
SIZES = (("1–9 anställda", 370, 0.3, 3), ("10–49 anställda", 160, 0.0, 9), ("50 anställda eller fler", 70, -0.6, 30))
# From the hardest hit to the least.
ORDERS: Quota = (
    ("Mycket sämre", 81), ("Något sämre", 149), ("Oförändrat", 158), ("Något bättre", 117), ("Mycket bättre", 58),
)  # fmt: skip
PLACES = ("Norra", "Södra", "Västra", "Östra", "Mellersta")
INVESTS: Quota = (("Nej", 331), ("Ja", 241))
OBSTACLES = (
    ("Svag efterfrågan", 0.5), ("Brist på personal", 0.35), ("Dyra insatsvaror", 0.3), ("Svårt att få lån", 0.2),
    ("Brist på lokaler", 0.1),
)  # fmt: skip
HEADER = ("svar", "storlek", "trakt", "orderlage", "investera", "anstalla", "hinder")


def rows() -> list[tuple[str, ...]]:
    """Invent all companies: one row each, in the order of `HEADER`."""
    chance = random.Random(SEED)  # noqa: S311 -- an example needs no secret
    companies = [(size, hit, most) for size, count, hit, most in SIZES for _ in range(count)]
    chance.shuffle(companies)
    blow = [hit + chance.gauss(0, 1) for _, hit, _ in companies]
    columns = {
        "svar": [f"u-{number:03}" for number in range(1, len(companies) + 1)],
        "trakt": [chance.choice(PLACES) for _ in companies],
        "storlek": [size for size, _, _ in companies],
        "orderlage": by_blow(chance, blow, ORDERS, [DONT_KNOW] * 9 + [BLANK] * 6),
        "investera": by_blow(chance, blow, INVESTS, [DONT_KNOW] * 7 + [BLANK] * 4),
        "hinder": ["; ".join(name for name, share in OBSTACLES if chance.random() < share) for _ in companies],
        "anstalla": [str(round(most * chance.random() ** 2)) for _, _, most in companies],
    }
    for company in chance.sample(range(len(companies)), 13):
        columns["anstalla"][company] = BLANK
    return list(zip(*(columns[name] for name in HEADER), strict=True))
