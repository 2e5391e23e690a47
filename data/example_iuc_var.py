"""Invents the answers of `surveys/iuc-2020-var/svar.csv`, from the same companies as in summer.

What is true is that there was a first survey in spring 2020 and what it found: the risks were mainly in production,
with disturbances in inbound deliveries, then in outbound ones, which led to short-time work and later to liquidity
problems. So here deliveries in are disturbed more often than in summer and everything else less. Four of the 62 are
not reached. Belongs here: the example. Does not: any real answer, ever.
"""

# ruff: noqa: INP001 -- part of a script, not of a package

import random
from collections.abc import Mapping, Sequence

from example_answers import BLANK, DONT_KNOW, REFUSED, Quota, by_blow, shuffled

SEED = 20200323
NOT_REACHED = 4
# How hard a company will turn out to be hit, by its answer in summer.
LATER_BLOW = {
    "Minskat mycket": 1.0, "Minskat något": 0.5, "Oförändrat": -0.3, "Ökat något": -0.8, "Ökat mycket": -1.0,
}  # fmt: skip
# From the hardest hit to the least; the rest of the 58 gave no answer.
RISK: Quota = (
    ("Produktionen", 29), ("Försäljningen", 13), ("Personalen", 6), ("Likviditeten", 5), ("Inga stora risker", 3),
)  # fmt: skip
INBOUND: Quota = (("Stora störningar", 19), ("Vissa störningar", 27), ("Inga störningar", 11))
OUTBOUND: Quota = (("Stora störningar", 5), ("Vissa störningar", 18), ("Inga störningar", 33))
ORDERS: Quota = (
    ("Minskat mycket", 8), ("Minskat något", 19), ("Oförändrat", 23), ("Ökat något", 5), ("Ökat mycket", 1),
)  # fmt: skip
FURLOUGH: Quota = (("Ja", 15), ("Nej", 42))
LIQUIDITY: Quota = (("Akut", 2), ("Ansträngd", 13), ("God", 39))
COMMENTS = (
    "Vi väntar på lagerhus från Bergamo och vet inte när de kommer.",
    "Halva skiftet är hemma med hosta, men ingen får testa sig.",
    "Kunderna ringer och frågar om vi har öppet, och det har vi.",
    "Vi har beställt hem stål för tre månader för säkerhets skull.",
    "Fråga oss om en månad, nu är det för tidigt att säga något.",
    "Chauffören vände vid gränsen i Storlien i torsdags.",
)
HEADER = (
    "foretag", "kommun", "storlek", "bransch", "risk", "leveranser_in", "leveranser_ut", "orderingang", "permittering",
    "likviditet", "kommentar",
)  # fmt: skip


def rows(summer: Sequence[Mapping[str, str]]) -> list[tuple[str, ...]]:
    """Invent the answers: one row each, in the order of `HEADER`.

    Args:
        summer: the companies and their answers in summer, by column.
    """
    chance = random.Random(SEED)  # noqa: S311 -- an example needs no secret
    not_reached = chance.sample(range(len(summer)), NOT_REACHED)
    reached = [company for at, company in enumerate(summer) if at not in not_reached]
    blow = [LATER_BLOW.get(company["orderingang"], 0.0) + chance.gauss(0, 0.8) for company in reached]
    columns = {name: [company[name] for company in reached] for name in ("foretag", "kommun", "storlek", "bransch")}
    columns |= {
        "risk": by_blow(chance, [chance.gauss(0, 1) for _ in reached], RISK, [DONT_KNOW, DONT_KNOW]),
        "leveranser_in": by_blow(chance, blow, INBOUND, [BLANK]),
        "leveranser_ut": by_blow(chance, blow, OUTBOUND, [DONT_KNOW, DONT_KNOW]),
        "orderingang": by_blow(chance, blow, ORDERS, [DONT_KNOW, DONT_KNOW]),
        "permittering": by_blow(chance, blow, FURLOUGH, [BLANK]),
        "likviditet": by_blow(chance, blow, LIQUIDITY, [DONT_KNOW, DONT_KNOW, DONT_KNOW, REFUSED]),
        "kommentar": shuffled(chance, [(comment, 1) for comment in COMMENTS], len(reached)),
    }
    return list(zip(*(columns[name] for name in HEADER), strict=True))
