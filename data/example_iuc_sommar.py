"""Invents the answers of `surveys/iuc-2020-sommar/svar.csv`.

The companies are invented, and so is everything that they answer. What is true is the frame: 62 owners, all of them
asked by telephone in May and June 2020, in eight municipalities. How many give each answer is set below, so that
the example is consistent with the little that was published; who gives it follows from how hard a company was hit,
which is harder the smaller it is, and from chance. Belongs here: the example. Does not: any real answer, ever.
"""

# ruff: noqa: INP001 -- part of a script, not of a package

import random

from example_answers import BLANK, DONT_KNOW, REFUSED, Quota, by_blow, shuffled

SEED = 20200511
COMPANIES = 62
MUNICIPALITIES: Quota = (
    ("Berg", 4), ("Bräcke", 6), ("Härjedalen", 6), ("Krokom", 9), ("Ragunda", 5), ("Strömsund", 8), ("Åre", 6),
    ("Östersund", 18),
)  # fmt: skip
SIZES: Quota = (
    ("1–4 anställda", 8), ("5–9 anställda", 12), ("10–19 anställda", 16), ("20–49 anställda", 14),
    ("50 eller fler anställda", 12),
)  # fmt: skip
EMPLOYEES = ((1, 4), (5, 9), (10, 19), (20, 49), (50, 320))
BRANCHES: Quota = (
    ("Verkstadsindustri", 28), ("Träindustri", 14), ("Livsmedelsindustri", 8), ("Övrig industri", 12),
)  # fmt: skip
# From the hardest hit to the least; the rest of the 62 gave no answer.
ORDERS: Quota = (
    ("Minskat mycket", 17), ("Minskat något", 22), ("Oförändrat", 14), ("Ökat något", 5), ("Ökat mycket", 2),
)  # fmt: skip
TURNOVER: Quota = (
    ("Minskat mycket", 14), ("Minskat något", 23), ("Oförändrat", 15), ("Ökat något", 6), ("Ökat mycket", 1),
)  # fmt: skip
INBOUND: Quota = (("Stora störningar", 13), ("Vissa störningar", 27), ("Inga störningar", 21))
OUTBOUND: Quota = (("Stora störningar", 9), ("Vissa störningar", 22), ("Inga störningar", 29))
FURLOUGH: Quota = (("Ja", 28), ("Nej", 33))
LIQUIDITY: Quota = (("Akut", 7), ("Ansträngd", 22), ("God", 29))
HOW_LONG: Quota = (
    ("Längre än två år", 12), ("Ungefär två år", 23), ("Ungefär ett år", 11), ("Upp till ett halvår", 6),
    ("Inget behov", 5),
)  # fmt: skip
SUPPORTS = (
    ("Anstånd med skatt", 0.35), ("Lån eller kreditgaranti", 0.2), ("Omställningsstöd", 0.25),
    ("Sänkta arbetsgivaravgifter", 0.55),
)  # fmt: skip
NEEDS = (
    ("forsaljning", 0.5), ("automatisering", 0.45), ("digitalisering", 0.4), ("kompetens", 0.45),
    ("finansiering", 0.3), ("leverantorer", 0.25),
)  # fmt: skip
COMMENTS = (
    "Vi fick ställa om hela packavdelningen på en helg, och det höll.",
    "Två stora kunder i Norge har pausat allt sedan i mars.",
    "Gränsen mot Trondheim gör att montörerna inte kommer fram.",
    "Det svåraste är att ingen vågar ge besked om hösten.",
    "Vår svets står stilla tre dagar i veckan.",
    "Turisterna uteblev och därmed halva vår lokala försäljning.",
    "Vi har anställt två nya trots allt.",
    "Gjuteriet i Italien levererar igen sedan förra veckan.",
    "Ansökan om korttidsarbete tog längre tid än själva permitteringen.",
    "Sågen går för fullt, alla bygger altan i sommar.",
    "Banken ville ha personlig borgen för överbryggningslånet.",
    "Vi passar på att utbilda alla operatörer i robotprogrammering.",
    "Frakten från Kina kostar tre gånger så mycket som i fjol.",
    "Ring gärna igen i september, då vet vi mer.",
)
HEADER = (
    "foretag", "kommun", "storlek", "bransch", "orderingang", "omsattning", "leveranser_in", "leveranser_ut",
    "permittering", "permitterade", "likviditet", "stod", *(f"behov_{need}" for need, _ in NEEDS), "behov_inget",
    "stod_lange", "anstallda", "kommentar",
)  # fmt: skip


def rows() -> list[tuple[str, ...]]:
    """Invent all companies: one row each, in the order of `HEADER`."""
    chance = random.Random(SEED)  # noqa: S311 -- an example needs no secret
    sizes = shuffled(chance, SIZES, COMPANIES)
    order = [label for label, _ in SIZES]
    blow = [order.index(size) * -0.4 + chance.gauss(0, 1) for size in sizes]
    columns = {
        "kommun": shuffled(chance, MUNICIPALITIES, COMPANIES),
        "storlek": sizes,
        "bransch": shuffled(chance, BRANCHES, COMPANIES),
        "orderingang": by_blow(chance, blow, ORDERS, [DONT_KNOW, BLANK]),
        "omsattning": by_blow(chance, blow, TURNOVER, [DONT_KNOW, DONT_KNOW, REFUSED]),
        "leveranser_in": by_blow(chance, blow, INBOUND, [BLANK]),
        "leveranser_ut": by_blow(chance, blow, OUTBOUND, [DONT_KNOW, BLANK]),
        "permittering": by_blow(chance, blow, FURLOUGH, [BLANK]),
        "likviditet": by_blow(chance, blow, LIQUIDITY, [DONT_KNOW, DONT_KNOW, REFUSED, BLANK]),
        "stod_lange": by_blow(chance, blow, HOW_LONG, [DONT_KNOW, DONT_KNOW, DONT_KNOW, DONT_KNOW, BLANK]),
        "kommentar": shuffled(chance, [(comment, 1) for comment in COMMENTS], COMPANIES),
    }
    columns["permitterade"] = [
        str(chance.randrange(10, 85, 5)) if furlough == "Ja" else BLANK for furlough in columns["permittering"]
    ]
    columns["permitterade"][columns["permittering"].index("Ja")] = DONT_KNOW
    columns["anstallda"] = [str(chance.randint(*EMPLOYEES[order.index(size)])) for size in sizes]
    for silent in chance.sample(range(COMPANIES), 3):
        columns["anstallda"][silent] = BLANK
    columns["stod"] = [_supports(chance, furlough) for furlough in columns["permittering"]]
    columns["stod"][chance.randrange(COMPANIES)] = BLANK
    columns |= _needs(chance)
    columns["foretag"] = [f"zg-2020-{number:03}" for number in range(1, COMPANIES + 1)]
    return list(zip(*(columns[name] for name in HEADER), strict=True))


def _supports(chance: random.Random, furlough: str) -> str:
    """What support a company used; short-time work goes with furlough."""
    used = ["Stöd vid korttidspermittering"] if furlough == "Ja" else []
    used += [support for support, share in SUPPORTS if chance.random() < share]
    return "; ".join(used) or "Inget av stöden"


def _needs(chance: random.Random) -> dict[str, list[str]]:
    """Yes or no to each need, and to none of them; two companies answer nothing, and at least six need nothing."""
    quiet = chance.sample(range(COMPANIES), 2)
    content = chance.sample([company for company in range(COMPANIES) if company not in quiet], 6)
    ticks = [[company not in content and chance.random() < share for _, share in NEEDS] for company in range(COMPANIES)]
    rows = [[*row, not any(row)] for row in ticks]
    words = [
        [BLANK if company in quiet else "Ja" if tick else "Nej" for tick in row] for company, row in enumerate(rows)
    ]
    names = [*(f"behov_{need}" for need, _ in NEEDS), "behov_inget"]
    return {name: list(column) for name, column in zip(names, zip(*words, strict=True), strict=True)}
