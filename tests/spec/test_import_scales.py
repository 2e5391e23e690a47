"""Answers and the order of the scale that they are, as a person would put them; and answers that are none."""

import pytest

from macros.survey.imports.scales import scale_of

# Each line: the steps from the low or negative end to the high or positive one.
SCALES = (
    "Strongly disagree | Disagree | Neither agree or disagree | Agree | Strongly Agree",
    "Strongly disagree | Somewhat disagree | Neutral | Somewhat agree | Strongly agree",
    "Do not agree | Partly agree | Mostly agree | Completely agree",
    "Instämmer inte alls | Instämmer inte | Varken eller | Instämmer delvis | Instämmer helt",
    "Tar helt avstånd | Tar delvis avstånd | Håller delvis med | Håller helt med",
    "Stämmer mycket dåligt | Stämmer ganska dåligt | Stämmer ganska bra | Stämmer mycket bra",
    "Mycket missnöjd | Missnöjd | Varken nöjd eller missnöjd | Nöjd | Mycket nöjd",
    "Not at all satisfied | Not so satisfied | Somewhat satisfied | Very satisfied | Extremely satisfied",
    "Not at all manly | Not very manly | Somewhat manly | Very manly",
    "Inte alls viktigt | Inte särskilt viktigt | Ganska viktigt | Mycket viktigt",
    "Very unlikely | Somewhat unlikely | Neither likely nor unlikely | Somewhat likely | Very likely",
    "Nej, absolut inte | Nej, troligen inte | Kanske | Ja, troligen | Ja, absolut",
    "Minskat kraftigt | Minskat något | Oförändrat | Ökat något | Ökat kraftigt",
    "Much worse | Somewhat worse | About the same | Somewhat better | Much better",
    "Decreased | Stayed the same | Increased",
    "Never | Rarely | Sometimes | Often | Always",
    "Aldrig | Sällan | Ibland | Ofta | Alltid",
    "Never, and not open to it | Never, but open to it | Rarely | Sometimes | Often",
    "Less often than monthly | Monthly | Weekly | Daily",
    "Aldrig | Mer sällan | Varje månad | Varje vecka | Dagligen",
    "Very poor | Poor | Fair | Good | Excellent",
    "Mycket dåligt | Dåligt | Varken bra eller dåligt | Bra | Mycket bra",
    "Nothing at all | Only a little | Some | A lot",
    "Inte alls | I liten utsträckning | I viss utsträckning | I stor utsträckning",
    "Nej | Ja, delvis | Ja, helt",
    "Less than high school degree | High school degree | Some college | Bachelor degree | Graduate degree",
    "Low | Medium | High",
    "Not concerned at all | Not very concerned | Somewhat concerned | Very concerned",
    "Definitely would not | Probably would not | Probably would | Definitely would",
    "Far too little | Too little | About right | Too much | Far too much",
    "Nej, aldrig | Ja, ibland | Ja, alltid",
    "Minskat | Varit oförändrat | Ökat",
    "None at all | Not too much | A fair amount | A great deal",
    "Instämmer inte alls (1) | 2 | 3 | 4 | Instämmer helt (5)",
    "1-4 | 5–9 | 10–19 | 20 eller fler",
    "1-4 anställda | 5–9 anställda | 10–49 anställda | 50 eller fler anställda",
    "1 | 2 | 3-5 | 6-9 | 10+",
    "Under 18 | 18-24 | 25-34 | 65+",
    "18 - 34 | 35 - 64 | 65 and up",
    "18-29 | 30-44 | 45-60 | > 60",
    "$0-$9,999 | $10,000-$24,999 | $100,000-$124,999 | $200,000+",
    "Mindre än 1 mkr | 1–10 mkr | Över 10 mkr",
    "Less than 1 year | 1 year | 2-5 years | 5+ years",
    "Less than one year | One year or more",
    "Less than 6 months | 6-12 months | 1-2 years | More than 2 years",
    "Inga | 1–2 | Fler än 2",
    "Under ten | Tens | Hundreds | Thousands | Tens of thousands | Hundreds of thousands or more",
    "1 (None at all) | 2 | 3 | 9 | 10 (All my time)",
    "0 - Mostly me | 1 | 2 | 3 | 4 | 5 - Mostly other people",
    "1 - Strongly disagree | 2 - Disagree | 3 - Neutral | 4 - Agree | 5 - Strongly agree",
)
NO_SCALES = (
    "Yes | No",
    "Ja | Nej | Vet ej",
    "Male | Female | Prefer not to say",
    "Full Time | Part-time",
    "Windows 10 | Windows 11",
    "Married | Divorced | Never married",
    "Employed | Not employed",
    "Has children | No children",
    "Straight | Gay | Bisexual | Other",
    "1. Stockholm | 2. Umeå | 3. Luleå",
    "1 | 2 | 3 | 4 | 5",
    "White | Non-white",
)


@pytest.mark.parametrize("line", SCALES)
def test_a_scale_has_its_order_however_its_answers_come(line: str) -> None:
    steps = tuple(line.split(" | "))
    for shuffled in (steps, steps[::-1], tuple(sorted(steps)), (*steps[1::2], *steps[::2])):
        found = scale_of(shuffled)
        assert found is not None
        assert found.labels == steps
        assert not found.outside


@pytest.mark.parametrize("line", NO_SCALES)
def test_an_order_is_not_claimed_of_other_answers(line: str) -> None:
    assert scale_of(line.split(" | ")) is None


def test_the_ends_of_a_scale_are_told_where_the_words_tell_them() -> None:
    found = scale_of(["Agree", "Disagree", "Neither agree nor disagree"])
    assert found is not None
    assert dict(found.sides) == {
        "Disagree": "negative", "Neither agree nor disagree": "neutral", "Agree": "positive",
    }  # fmt: skip
    often = scale_of(["Often", "Never", "Sometimes"])
    assert often is not None
    assert not often.sides  # nobody can say whether often is good


@pytest.mark.parametrize(
    ("answers", "steps", "outside"),
    [
        ("Often | Never | Don't know | Sometimes", "Never | Sometimes | Often", "Don't know"),
        ("Vill ej svara | 18–29 | 30–44", "18–29 | 30–44", "Vill ej svara"),
        ("Weekly | Daily | Other (please specify) | Never", "Never | Weekly | Daily", "Other (please specify)"),
        ("Just me | 2 to 9 | 10 to 19 | 20 or more", "2 to 9 | 10 to 19 | 20 or more", "Just me"),
    ],
)
def test_what_stands_outside_a_scale_comes_last(answers: str, steps: str, outside: str) -> None:
    found = scale_of(answers.split(" | "))
    assert found is not None
    assert found.labels == (*steps.split(" | "), outside)
    assert found.outside == (outside,)
