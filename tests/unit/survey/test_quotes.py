"""A quote is what somebody in its group answered, word for word, and holds nothing that points at anybody."""

from pathlib import Path

import pytest

from macros.errors import Problem, ReportError
from macros.survey.canaries import leaks
from macros.survey.quotes import read_quotes
from macros.survey.survey import Survey
from macros.survey.surveys import open_survey

CODEBOOK = """\
id: enkat
status: example
kind: responses
title: T
publisher: P
population: {label: alla, one: ett, many: flera}
identifier: namn
files: [svar.csv]
questions:
  - {id: storlek, type: single, text: "Hur stort?", answers: [
      {code: sma, label: Små}, {code: medel, label: Medelstora}, {code: stora, label: Stora}],
     merge: [{code: ej_sma, label: Medelstora och stora, of: [medel, stora]}]}
  - {id: mer, type: text, text: "Något mer?"}
"""
ANSWERS = """\
namn,storlek,mer
ett-bolag,Små,Vi hittar inga som kan svetsa.
annat-bolag,Stora,"Vi  har gott om folk, och ""bra"" sådana"
tredje-bolag,Medelstora,
femte-bolag,Små,Vi på Femte-Bolag behöver mer folk
fjarde-bolag,Små,Ring mig på 070-174 06 05 så får du höra
"""
WELD = "Vi hittar inga som kan svetsa."


def quote(text: str = WELD, by: str = "", **keys: str) -> str:
    given = {"id": "q1", "text": f"'{text}'", "question": "mer"} | keys
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in given.items()) + f"{by}}}\n"


def opened(folder: Path, quotes: str) -> Survey:
    made = folder / "data/surveys/enkat"
    made.mkdir(parents=True)
    (made / "survey.yml").write_text(CODEBOOK, encoding="utf-8")
    (made / "svar.csv").write_text(ANSWERS, encoding="utf-8")
    (made / "quotes.yml").write_text(f"quotes:\n{quotes}", encoding="utf-8")
    survey = open_survey(made, folder)
    assert isinstance(survey, Survey)
    return survey


def problems(folder: Path, quotes: str) -> list[Problem]:
    with pytest.raises(ReportError) as stopped:
        opened(folder, quotes)
    return list(stopped.value.problems)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (WELD, ""),
        (f"  {WELD.replace(' ', '  ')} ", ""),
        (WELD, ", by: storlek, group: sma"),
        ('Vi har gott om folk, och "bra" sådana', ", by: storlek, group: stora"),
        ('Vi har gott om folk, och "bra" sådana', ", by: storlek, group: ej_sma"),
    ],
)
def test_an_answer_of_somebody_in_the_group_may_be_quoted(tmp_path: Path, text: str, by: str) -> None:
    assert [quote.id for quote in opened(tmp_path, quote(text, by)).quotes] == ["q1"]


@pytest.mark.parametrize(
    ("text", "by", "found"),
    [
        ("Vi hittar inga som kan svetsa", "", "nobody answered {question} so, word for word"),
        ("Vi hittar inga", "", "nobody answered {question} so, word for word"),
        (WELD.upper(), "", "nobody answered {question} so, word for word"),
        ("__no_answer__", "", "nobody answered {question} so, word for word"),
        (WELD, ", by: storlek, group: stora", "nobody in the group {group} answered {question} so"),
        (WELD, ", by: storlek, group: ej_sma", "nobody in the group {group} answered {question} so"),
        (WELD, ", by: storlek, group: jatte", "{by} has no answer {group}"),
        (WELD, ", by: mer, group: sma", "{id} cannot group"),
        (WELD, ", by: storlek", "by and group belong together"),
        (WELD, ", approved_by: Ann Ek", "approved_by and date belong together"),
        ("Ring mig på 070-174 06 05 så får du höra", "", "the quote holds what looks like {what}"),
    ],
)
def test_what_may_not_be_quoted(tmp_path: Path, text: str, by: str, found: str) -> None:
    told = problems(tmp_path, quote(text, by))
    assert [problem.found.template for problem in told] == [found]
    assert (told[0].place.path, told[0].place.line) == ("data/surveys/enkat/quotes.yml", 2)
    assert not any(word in repr(told) for word in ("svetsa", "070", "bolag"))


def test_two_quotes_have_ids_of_their_own_and_open_questions(tmp_path: Path) -> None:
    told = problems(tmp_path, quote() + quote(question="storlek"))
    assert [problem.found.template for problem in told] == ["two quotes have the id {id}", "{id} is no open question"]


def test_a_survey_without_the_file_has_no_quotes(tmp_path: Path) -> None:
    survey = opened(tmp_path, quote())
    (tmp_path / "data/surveys/enkat/quotes.yml").unlink()
    assert read_quotes(survey.codebook, tmp_path / "data/surveys/enkat", tmp_path) == ()


APPROVED = ", approved_by: Ann Ek, date: 2020-06-15"


def test_a_respondents_name_inside_a_quote_is_still_found(tmp_path: Path) -> None:
    named = "Vi på Femte-Bolag behöver mer folk"
    assert leaks(opened(tmp_path, quote(named, APPROVED)), f"<p>{named}</p>") == 1


@pytest.mark.parametrize(
    ("by", "published", "count"),
    [
        (APPROVED, f"<p>{WELD}</p>", 0),
        (APPROVED, f"<p>{WELD.upper().replace(' ', '  ')}</p>", 0),
        (APPROVED, f"<p>{WELD}</p> vi har gott om folk, och &quot;bra&quot; sådana", 1),
        (APPROVED, f"<p>{WELD}</p> ett-bolag", 1),
        ("", f"<p>{WELD}</p>", 1),
    ],
)
def test_the_scan_of_a_site_lets_an_approved_quote_through_and_nothing_else(
    tmp_path: Path, by: str, published: str, count: int
) -> None:
    assert leaks(opened(tmp_path, quote(by=by)), published) == count
