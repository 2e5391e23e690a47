"""The method page tells which errors of the source were put right: what, how often, why and who; never whose."""

from pathlib import Path

from tests.projects import HEAD, PERMITTERING, Project

ENGLISH = "theme: {name: material, language: en}\n"
QUESTIONS = f"""\
questions:
{PERMITTERING}\
  - {{id: anstallda, type: number, text: "Hur många?", label: Anställda}}
"""
RESPONSES = HEAD.replace("counts", "responses").replace("census", "nonprobability") + "identifier: id\n"
ROWS = "id,permittering,anstallda\n" + "".join(f"f{at},Nej,{at}\n" for at in range(1, 13)) + "f77,Ja,4321\n"
CORRECTIONS = """\
corrections:
  - respondent: F77
    question: permittering
    from: Ja
    to: nej
    why: Svarade om ett annat företag.
    who: Redaktionen.
  - where: permittering == "nej"
    question: permittering
    from: Nej
    to: Ja
    why: {sv: Frågan ställdes omvänt, en: The question was put the other way round}
    who: Redaktionen
  - {respondent: f77, question: anstallda, from: "4321", to: "43", why: Skrivfel, who: Redaktionen}
"""


def method(root: Path, corrections: str) -> str:
    codebook = f"id: enkat\n{RESPONSES}{corrections}{QUESTIONS}"
    return Project(root, ENGLISH, enkat=(codebook, ROWS)).said("methodology()")


def test_what_why_who_and_how_many(tmp_path: Path) -> None:
    said = method(tmp_path, CORRECTIONS)
    assert "Corrections to the material" in said
    assert (
        "Permittering: “Nej” is read as “Ja” in 12 answers. "
        "Reason: The question was put the other way round. Decided by: Redaktionen."
    ) in said


def test_few_answers_are_not_counted_out(tmp_path: Path) -> None:
    said = method(tmp_path, CORRECTIONS)
    assert (
        "Permittering: “Ja” is read as “Nej” in fewer than 5 answers. "
        "Reason: Svarade om ett annat företag. Decided by: Redaktionen."
    ) in said


def test_neither_the_respondent_nor_a_number_of_theirs_is_told(tmp_path: Path) -> None:
    said = method(tmp_path, CORRECTIONS)
    assert "Anställda: another value is read in fewer than 5 answers. Reason: Skrivfel." in said
    assert not any(private in said.casefold() for private in ("f77", "4321", "“43”"))


def test_without_corrections_there_is_no_word_of_them(tmp_path: Path) -> None:
    assert "Corrections" not in method(tmp_path, "")
