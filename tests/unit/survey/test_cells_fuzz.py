"""A mutated cell is the same answer after trimming, another allowed value of its question, or reported.

The allowed values are written out here by hand, as a person would read them; the readers are never asked what they are.
"""

import datetime
import re
import unicodedata
from collections.abc import Callable, Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.survey.answer import Answer, Missing
from macros.survey.answer_cells import CellReader
from macros.survey.codebook import Codebook
from macros.survey.design import Population
from macros.survey.question import Question

Values = tuple[str, ...]
SILENT = {"": "__no_answer__", "vet ej": "__dont_know__", "ställdes ej": "__not_asked__"}
ANSWERS = [
    Answer(code="upp", label="Ökat"),
    Answer(code="ned", label="Minskat, lite"),
    Answer(code="lika", label="Lika", in_file=["3"]),
]
WORDS = {"upp": "upp", "ökat": "upp", "ned": "ned", "minskat, lite": "ned", "lika": "lika", "3": "lika"}
CODES = ("upp", "ned", "lika")


def tidied(text: str) -> str:
    """What a person sees of a cell, in small letters."""
    visible = re.sub("[\u200b\u200c\u200d\u2060\ufeff]", "", unicodedata.normalize("NFC", text))
    return " ".join(visible.split()).casefold()


def codebook(**keys: object) -> Codebook:
    """A codebook of one question."""
    question = Question(id="q", text="?", **keys)
    missing = Missing(no_answer=[""], dont_know=["Vet ej"], not_asked=["Ställdes ej"])
    population = Population(label="alla", one="ett", many="flera")
    return Codebook(
        id="x", status="example", kind="responses", title="X", publisher="X", population=population, files=["x.csv"],
        missing=missing, questions=[question],
    )  # fmt: skip


def ticks(codes: Collection[str]) -> Values:
    """A column an answer: whether it is among these."""
    return tuple("1" if code in codes else "0" for code in CODES)


def number(text: str) -> Values | None:
    """What Python makes of a number that is written as a person or a program would."""
    plain = text.replace(" ", "").replace("\N{MINUS SIGN}", "-")
    grouped = re.fullmatch(r"[-+\u2212]?((\d{1,3}( \d{3})+|\d+)(\.\d+)?|\.\d+)(e[-+]\d\d)?", text, re.ASCII)
    if grouped and -100 <= float(plain) <= 100:
        return (f"{float(plain):.15g}",)
    return (SILENT[text],) if text in SILENT else None


def date(text: str) -> Values | None:
    """Day, month and year in that order, or an ISO date; whatever follows a blank or a T is a time."""
    found = re.match(r"(\d+)([-/.])(\d+)\2(\d+)(?=$|[t ,])", text, re.ASCII)
    parts = [found[1], found[3], found[4]] if found else []
    for day, month, year in (parts, parts[::-1]) if found else ():
        if len(year) == 4 and (parts[0] != year or [len(part) for part in parts] == [4, 2, 2]):
            try:
                return (datetime.date(int(year), int(month), int(day)).isoformat(),)
            except ValueError:
                pass
    return (SILENT[text],) if text in SILENT else None


SINGLE = {**{word: (code,) for word, code in WORDS.items()}, **{word: (kind,) for word, kind in SILENT.items()}}
KINDS: dict[str, tuple[Codebook, list[str], Callable[[str], Values | None]]] = {
    "single": (codebook(type="single", answers=ANSWERS), ["Ökat", "Vet ej", "3", ""], SINGLE.get),
    "scale": (codebook(type="scale", answers=ANSWERS), ["Minskat, lite", "lika"], SINGLE.get),
    "number": (
        codebook(type="number", minimum=-100, maximum=100),
        ["12.5", "-1.0", "0.33299999999999996", "1e-05", "Vet ej", "99"],
        number,
    ),
    "date": (
        codebook(type="date", order="day-month-year"),
        ["11/5/2020", "2020-05-11", "1.12.1999 14:05", "Vet ej", "31-12-2020"],
        date,
    ),
}


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(data=st.data())
def test_one_cell(kind: str, data: st.DataObject) -> None:
    book, cells, allowed = KINDS[kind]
    cell = data.draw(mutated(cells))
    reading = CellReader(book, book.questions[0]).read([cell])
    expected = allowed(tidied(cell))
    if reading.faults:
        # A time of day may be written in more ways than are read; such a date is reported, never misread.
        assert expected is None or (kind == "date" and cell not in cells), f"{cell!r} is {expected}, but was reported"
        assert reading.values == ()
    elif kind == "number" and not reading.values[0].startswith("__"):
        assert expected is not None
        assert float(reading.values[0]) == pytest.approx(float(expected[0]), rel=1e-14)
    else:
        assert reading.values == expected, f"{cell!r} was misread"


def mutated(cells: list[str]) -> st.SearchStrategy[str]:
    """A sound cell with one letter put in, taken out or changed, twice at most."""
    letters = st.one_of(st.sampled_from("0123456789.,-/:> eE\u00a0\ufeff\u200bVåÅkt;"), st.characters(codec="utf-8"))

    def change(cell: str, at: int, letter: str, how: str) -> str:
        at = min(at, len(cell))
        kept = cell[at:] if how == "in" else cell[at + 1 :]
        return cell[:at] + ("" if how == "out" else letter) + kept

    one = st.builds(change, st.sampled_from(cells), st.integers(0, 24), letters, st.sampled_from(["in", "out", "for"]))
    two = st.builds(change, one, st.integers(0, 24), letters, st.sampled_from(["in", "out", "for"]))
    return st.one_of(st.sampled_from(cells), one, two)


@given(cell=mutated(["Ökat, Minskat, lite", "Minskat, lite,", "upp,ned,lika", "Vet ej", "", "3, Lika"]))
def test_a_joined_cell(cell: str) -> None:
    """What is ticked is exactly what remains when every answer is struck out of the cell and nothing else is left."""
    book = codebook(type="multiple", separator=",", answers=ANSWERS)
    reading = CellReader(book, book.questions[0]).read([cell])
    expected = struck_out(tidied(cell), ",")
    if reading.faults:
        assert expected is None, f"{cell!r} is {expected}, but was reported"
    else:
        assert expected is not None, f"{cell!r} was read as {reading.values}"
        assert reading.values == ((expected,) * 3 if isinstance(expected, str) else ticks(set(expected)))


@given(cell=mutated(["Ökat>Minskat, lite", "Minskat, lite>", "upp>ned>lika", "Vet ej", "", "3 > Ökat"]))
def test_a_ranking_in_one_cell(cell: str) -> None:
    book = codebook(type="ranking", separator=">", answers=ANSWERS)
    reading = CellReader(book, book.questions[0]).read([cell])
    expected = struck_out(tidied(cell), ">")
    if isinstance(expected, list) and len(set(expected)) < len(expected):
        expected = None
    if reading.faults:
        assert expected is None, f"{cell!r} is {expected}, but was reported"
    else:
        assert expected is not None, f"{cell!r} was read as {reading.values}"
        ranks = [str(expected.index(code) + 1) if code in expected else "0" for code in CODES]
        assert reading.values == ((expected,) * 3 if isinstance(expected, str) else tuple(ranks))


def struck_out(text: str, mark: str) -> str | list[str] | None:
    """The codes in a cell in their order, its missing kind, or None: by one pattern for the whole of it."""
    if text in SILENT:
        return SILENT[text]
    word = "|".join(re.escape(known) for known in WORDS)
    blank = rf"[ {mark}]*"
    whole = rf"{blank}(?:{word})(?: ?{mark}{blank}(?:{word}))*(?: ?{mark}{blank})?"
    return [WORDS[found] for found in re.findall(word, text)] if re.fullmatch(whole, text) else None


TICKS = {"upp", "ökat", "1", "1.0", "y", "ja", "yes", "true", "sant", "x", "selected", "checked", "vald", "markerad"}
NO_TICKS = {"0", "0.0", "n", "nej", "no", "false", "falskt", "not selected", "unselected", "unchecked", "ej vald"}


@given(cell=mutated(["1", "0", "Ökat", "ja", "Not selected", "FALSE", "", "Vet ej", "1.0"]))
def test_an_option_of_its_own_column(cell: str) -> None:
    """Beside an option that is not ticked."""
    book = codebook(type="multiple", base="asked", columns={"upp": "a", "ned": "b", "lika": "c"}, answers=ANSWERS)
    reading = CellReader(book, book.questions[0]).read([cell, "0", "0"])
    text = tidied(cell)
    expected = ("1", "0", "0") if text in TICKS else ("0",) * 3 if text in {*NO_TICKS, ""} else None
    expected = (SILENT[text],) * 3 if text and text in SILENT else expected
    assert reading.values == (expected or ()), f"{cell!r} was misread"
    assert bool(reading.faults) == (expected is None)


@given(cell=mutated(["1", "2", "3", "3.0", "", "Vet ej"]))
def test_a_rank(cell: str) -> None:
    """Beside an answer of rank 1, and one without."""
    book = codebook(type="ranking", columns={"upp": "a", "ned": "b", "lika": "c"}, answers=ANSWERS)
    reading = CellReader(book, book.questions[0]).read(["1", cell, ""])
    text = tidied(cell)
    rank = re.fullmatch(r"0*([23])([.,]0+)?", text)
    expected = ("1", rank[1], "0") if rank else ("1", "0", "0") if not text else None
    assert reading.values == (expected or ()), f"{cell!r} was misread"
    assert bool(reading.faults) == (expected is None)


@given(cell=mutated(["Ökat", "Minskat, lite", "3", "lika", "", "Vet ej"]))
def test_a_place_of_a_ranking(cell: str) -> None:
    """After `Ökat` in the first place."""
    book = codebook(type="ranking", places=["a", "b"], answers=ANSWERS)
    reading = CellReader(book, book.questions[0]).read(["Ökat", cell])
    text = tidied(cell)
    code = WORDS.get(text)
    second = {"ned": ("1", "2", "0"), "lika": ("1", "0", "2")}
    expected = second.get(code or "") if text else ("1", "0", "0")
    assert reading.values == (expected or ()), f"{cell!r} was misread"
    assert bool(reading.faults) == (expected is None)


@given(cell=mutated(["Ökat", "None", "N/A", "-", "nan", "NULL", "Vet ej", ""]))
def test_an_open_answer_is_kept_as_it_is(cell: str) -> None:
    """Whatever a program would take for nothing is an answer unless the codebook says otherwise."""
    book = codebook(type="text")
    reading = CellReader(book, book.questions[0]).read([cell])
    assert reading.faults == ()
    text = tidied(cell)
    assert reading.values == ((SILENT[text],) if text in SILENT else (cell.strip(),))
