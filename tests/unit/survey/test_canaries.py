"""A published text that holds what a respondent wrote."""

import pandas as pd
import pytest

from macros.survey.canaries import leaks
from macros.survey.codebook import Codebook
from macros.survey.survey import IDENTIFIER, Survey

CODEBOOK = Codebook.model_validate(
    {
        "id": "x", "status": "example", "kind": "responses", "title": "X", "publisher": "X", "files": ["x.csv"],
        "population": {"label": "alla", "one": "en", "many": "flera"}, "identifier": "id",
        "questions": [
            {"id": "t", "type": "text", "text": "T"},
            {"id": "n", "type": "number", "text": "N"},
            {"id": "s", "type": "single", "text": "S", "answers": [{"code": "a", "label": "Mer tid till allt"}]},
        ],
    }
)  # fmt: skip
FRAME = pd.DataFrame(
    {
        "t": ["Kvarnen brann & vi flyttade", "__no_answer__", "Ja då", "Mer tid till allt", "Orderböckerna fylldes"],
        "n": ["1234567", "1234567", "__no_answer__", "1", "2"],
        IDENTIFIER: ["zg-001", "zg-002", "zg-003", "zg4", "zg5"],
    },
    dtype="str",
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ingenting av det.", 0),
        ("kvarnen brann &amp; vi\n  FLYTTADE i går", 1),
        ("zg-001 och zg-003", 2),
        ("<b>zg-001</b> Kvarnen brann & vi flyttade", 2),
        ("Ja då: zg4, 1234567, __no_answer__", 0),
        ("Mer tid till allt: 20 procent. Orderböckerna fylldes.", 0),
    ],
)
def test_how_many_ids_and_open_answers_a_text_holds(text: str, count: int) -> None:
    assert leaks(Survey(CODEBOOK, FRAME), text) == count
