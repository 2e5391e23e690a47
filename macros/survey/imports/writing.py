"""The draft codebook as the text of `survey.yml`, with comments that say what to fill in.

Belongs here: order, comments, what is left out. Does not: how YAML is set (`yaml_text.py`), files (`importer.py`).
"""

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.imports.yaml_text import OneLine, OneLineList, yaml_text

WIDTH = 118
_HEAD = (
    msg(
        "A draft, written by report import from {file}. Go through all of it before anything is published: what begins "
        "with FILL IN only you know, and what the import was unsure of stands in its receipt."
    ),
    msg(
        "Of an answer, code is the name that pages use, and label the words that readers see and the file holds. "
        "When you change a label, add in_file with the words of the file. The order of a scale is the order of its "
        "answers; side tells which end of it an answer belongs to."
    ),
    msg('Run "report check" after each change: it tells line and column of everything that is not right.'),
)
_COMMENTS = {
    "title": msg("What the survey is called, who publishes it, and who carried it out (conductor)."),
    "population": msg(
        "Who the survey is about. one and many are what one of them and several are called; with size, how many there "
        "are in all."
    ),
    "fieldwork": msg("First and last day of the answers, as far as the file tells."),
    "design": msg(
        "How those who answered came in: census (all were asked), srs (drawn by lot) or nonprobability. Without it "
        "nothing is claimed about anybody else."
    ),
    "files": msg("The untouched export. It stays in private/, and never goes into git or onto the site."),
    "missing": msg("How the file writes that there is no answer."),
    "identifier": msg("The column that tells respondents apart. It is never published."),
    "ignore": msg("Columns of the file that are left out."),
    "scales": msg("Answers that several questions share."),
    "questions": msg("The questions in the order of the file, each with its words and its answers."),
}
_PERSONAL = msg("These look personal, and stay out of everything that is made of the file:")


def codebook_text(
    codebook: Codebook, language: Language, file: str, personal: Iterable[str] = (), schema: str | None = None
) -> str:
    """Write a codebook as `survey.yml`.

    Args:
        codebook: the draft. Keys with their usual value are left out.
        language: of the comments.
        file: name of the export, for the head.
        personal: those of the ignored columns that look personal; they are set apart.
        schema: address of the JSON Schema for editors, relative to the folder; None leaves the line out.

    Returns:
        Text that `read_codebook` reads as an equal codebook.
    """
    modeline = f"# yaml-language-server: $schema={schema}\n#\n" if schema else ""
    head = "#\n".join(_comment(language, message, file=file) for message in _HEAD)
    data = codebook.model_dump(by_alias=True, exclude_defaults=True)
    parts = [f"{modeline}{head}\n"]
    for key in Codebook.model_fields:
        if key not in data:
            if key == "design":
                parts.append("\n" + _comment(language, _COMMENTS[key]) + "#design:\n#  kind: census\n")
            continue
        comment = "\n" + _comment(language, _COMMENTS[key]) if key in _COMMENTS else ""
        parts.append(comment + _part(key, data[key], language, frozenset(personal)))
    return "".join(parts)


def _comment(language: Language, message: Message, **values: object) -> str:
    text = language.say(Message(message.template, tuple(values.items())))
    # A break inside a file's name would end the comment.
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return textwrap.fill(words, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False) + "\n"


def _part(key: str, value: Any, language: Language, personal: frozenset[str]) -> str:  # noqa: ANN401 -- any key's value
    if key == "questions":
        return "questions:\n" + "\n".join(textwrap.indent(yaml_text([_question(part)]), "  ") for part in value)
    if key == "scales":
        return yaml_text({key: {name: [_one_line(answer) for answer in answers] for name, answers in value.items()}})
    if key == "missing":
        return yaml_text({key: _missing(value, OneLineList)})
    if key == "ignore" and personal:
        others = [header for header in value if header not in personal]
        apart = [header for header in value if header in personal]
        mark = textwrap.indent(_comment(language, _PERSONAL), "  ")
        return "ignore:\n" + _items(others) + (mark + _items(apart) if apart else "")
    return yaml_text({key: value})


def _items(texts: list[str]) -> str:
    return textwrap.indent(yaml_text(texts), "  ") if texts else ""


def _question(question: Mapping[str, Any]) -> dict[str, object]:
    """A question's keys; the answers of a shared scale stand with the scale."""
    kept = {key: value for key, value in question.items() if not (key == "answers" and "scale" in question)}
    for key, value in kept.items():
        if key in ("answers", "merge", "comparable"):
            kept[key] = [_one_line(part) for part in value]
        elif key == "missing":
            kept[key] = _one_line(_missing(value, list))
    return kept


def _missing(kinds: Mapping[str, Any], make: type[list[object]]) -> dict[str, object]:
    """The kinds of no answer, the usual one spelled out: who reads the file sees what an empty cell means."""
    return {kind: make(spellings) for kind, spellings in {"no_answer": [""], **kinds}.items()}


def _one_line(value: Any) -> Any:  # noqa: ANN401 -- any part of a codebook
    if isinstance(value, Mapping):
        return OneLine({key: _one_line(part) for key, part in value.items()})
    return OneLineList(map(_one_line, value)) if isinstance(value, list) else value
