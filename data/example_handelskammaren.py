"""Invents the answers of `surveys/handelskammaren-2020/svar.csv`.

What is true is that the chamber of commerce got 714 answers from several branches in two counties, 54 of them from
industry in Jämtland, and that industry was found to need support for at least a couple of years. The companies,
the other branches and every answer are invented. Belongs here: the example. Does not: any real answer, ever.
"""

# ruff: noqa: INP001 -- part of a script, not of a package

import random

from example_answers import BLANK, DONT_KNOW, REFUSED, Quota, by_blow

SEED = 20200625
JAMTLAND, VASTERNORRLAND = "Jämtlands län", "Västernorrlands län"
# Answers by branch in Jämtland and in Västernorrland; how hard the branch is hit; its share of exporters.
BRANCHES = (
    ("Industri", 54, 88, 0.0, 0.6),
    ("Handel", 58, 82, 0.2, 0.15),
    ("Besöksnäring", 77, 41, 1.4, 0.25),
    ("Bygg", 36, 47, -0.7, 0.05),
    ("Transport", 17, 29, 0.4, 0.2),
    ("Företagstjänster", 62, 75, -0.2, 0.15),
    ("Vård och omsorg", 9, 8, -0.1, 0.0),
    ("Jord- och skogsbruk", 14, 10, -0.8, 0.1),
    ("Övriga branscher", 4, 3, 0.3, 0.05),
)
INDUSTRY_NEEDS_LONGER = 1.3
# From the hardest hit to the least.
IMPACT: Quota = (
    ("Mycket negativt", 218), ("Ganska negativt", 281), ("Inte alls", 141), ("Ganska positivt", 43),
    ("Mycket positivt", 12),
)  # fmt: skip
TURNOVER: Quota = (
    ("Minskat med mer än 50 procent", 131), ("Minskat med 26–50 procent", 158),
    ("Minskat med upp till 25 procent", 196), ("Oförändrad", 138), ("Ökat", 61),
)  # fmt: skip
FURLOUGH: Quota = (("Ja", 291), ("Nej", 411))
HOW_LONG: Quota = (
    ("Längre än två år", 84), ("Ungefär två år", 173), ("Ungefär ett år", 214), ("Upp till ett halvår", 122),
    ("Inget behov", 71),
)  # fmt: skip
MEASURES = (
    ("Sänkta arbetsgivaravgifter", 0.5), ("Förlängt stöd vid korttidspermittering", 0.35), ("Omställningsstöd", 0.3),
    ("Lån eller kreditgaranti", 0.15), ("Öppna gränser mot Norge", 0.3), ("Stöd till kompetensutveckling", 0.25),
)  # fmt: skip
EXPORT_MEASURE, NO_MEASURE = ("Stöd till export", 0.5), "Inga åtgärder"
HEADER = (
    "svarsnummer", "lan", "bransch", "paverkan", "omsattning", "permittering", "export", "atgarder", "hur_lange",
)  # fmt: skip


def rows() -> list[tuple[str, ...]]:
    """Invent all companies: one row each, in the order of `HEADER`."""
    chance = random.Random(SEED)  # noqa: S311 -- an example needs no secret
    companies = [
        (county, branch, hit, exporters)
        for branch, jamtland, vasternorrland, hit, exporters in BRANCHES
        for county, count in ((JAMTLAND, jamtland), (VASTERNORRLAND, vasternorrland))
        for _ in range(count)
    ]
    chance.shuffle(companies)
    blow = [hit + chance.gauss(0, 1) for _, _, hit, _ in companies]
    lasting = [
        hurt + INDUSTRY_NEEDS_LONGER * (branch == "Industri")
        for hurt, (_, branch, _, _) in zip(blow, companies, strict=True)
    ]
    columns = {
        "svarsnummer": [f"hk-2020-{number:03}" for number in range(1, len(companies) + 1)],
        "lan": [county for county, _, _, _ in companies],
        "bransch": [branch for _, branch, _, _ in companies],
        "paverkan": by_blow(chance, blow, IMPACT, [DONT_KNOW] * 8 + [BLANK] * 11),
        "omsattning": by_blow(chance, blow, TURNOVER, [DONT_KNOW] * 14 + [REFUSED] * 7 + [BLANK] * 9),
        "permittering": by_blow(chance, blow, FURLOUGH, [BLANK] * 12),
        "export": ["Ja" if chance.random() < exporters else "Nej" for _, _, _, exporters in companies],
        "hur_lange": by_blow(chance, lasting, HOW_LONG, [DONT_KNOW] * 38 + [BLANK] * 12),
    }
    columns["atgarder"] = [
        _measures(chance, export, how_long)
        for export, how_long in zip(columns["export"], columns["hur_lange"], strict=True)
    ]
    for name, silent in (("export", 6), ("atgarder", 15)):
        for company in chance.sample(range(len(companies)), silent):
            columns[name][company] = BLANK
    return list(zip(*(columns[name] for name in HEADER), strict=True))


def _measures(chance: random.Random, export: str, how_long: str) -> str:
    """What measures a company needs: none when it needs no support, and help to export only when it exports."""
    if how_long == "Inget behov":
        return NO_MEASURE
    choices = (*MEASURES, EXPORT_MEASURE) if export == "Ja" else MEASURES
    return "; ".join(measure for measure, share in choices if chance.random() < share) or DONT_KNOW
