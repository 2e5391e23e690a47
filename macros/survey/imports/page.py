"""The draft page of a survey that was just imported: every question once, to look at and to take from.

Belongs here: what stands on it. Does not: files (`importer.py`), what a macro shows. Words of the export are set
so that neither Markdown nor a macro sees anything in them.
"""

import re
from itertools import groupby

from macros.language.catalogue import Language
from macros.language.message import msg
from macros.survey.codebook import Codebook
from macros.survey.imports.yaml_text import yaml_text
from macros.survey.part import in_language
from macros.survey.question import Question
from macros.survey.spelling import tidy

DRAFTS = "utkast"  # the folder below docs/ that mkdocs.yml leaves out of the menu
_WHAT = msg(
    "This page is a draft: report import wrote it, nobody has read it, and it stands in no menu, no search and no PDF. "
    "Take what you need from it to a page of your own, and remove it."
)
_METHOD = msg("How the survey was made")
_REST = msg("Questions without a figure")
_NOT_SHOWN = msg(
    "Open answers are counted and never shown. Dates are shown when the codebook groups them, with a scale that has "
    "bands_of."
)
_UNCOUNTED = ("text", "date")
_SPECIAL = re.compile(r"[\\`*{}\[\]<>#&|~^]|(?<![^\W_])_|_(?![^\W_])")  # an underscore inside a word says nothing


def draft_page(codebook: Codebook, language: Language) -> str:
    """Write the page of a draft: front matter, a heading for each grid, a figure or table for each question.

    Questions of which nothing is shown, open ones and dates, are told by their words.
    """
    title = tidy(language.say(msg("Draft: {title}", title=in_language(codebook.title, language.code))))
    hidden = {"in_pdf": False, "search": {"exclude": True}, "robots": "noindex"}
    front: dict[str, object] = {"title": title, "survey": codebook.id, **hidden}
    blocks = [f"# {_inert(title)}", f"**{language.say(_WHAT)}**"]
    asked = [question for question in codebook.questions if question.type not in _UNCOUNTED]
    for grid, questions in groupby(asked, key=lambda question: question.grid):
        rows = list(questions)
        if grid is not None:
            blocks.append(f"## {_inert(_stem(rows, language))}")
        blocks += [_call(question) for question in rows]
    silent = [question for question in codebook.questions if question.type in _UNCOUNTED]
    if silent:
        lines = [f"- {_inert(in_language(question.text, language.code))}" for question in silent]
        blocks += [f"## {language.say(_REST)}", language.say(_NOT_SHOWN), "\n".join(lines)]
    if asked:
        blocks += [f"## {language.say(_METHOD)}", "{{ methodology() }}"]
    return f"---\n{yaml_text(front)}---\n\n" + "\n\n".join(blocks) + "\n"


def _call(question: Question) -> str:
    macro = "table" if question.type == "number" else "chart"
    return f'{{{{ {macro}("{question.id}") }}}}'


def _stem(rows: list[Question], language: Language) -> str:
    """What the questions of a grid begin with; else its first row's words."""
    texts = [in_language(question.text, language.code) for question in rows]
    first = texts[0]
    shared = next((at for at, letter in enumerate(first) if any(text[at : at + 1] != letter for text in texts)), None)
    return first[:shared].rstrip(" –-:[(") or first


def _inert(text: str) -> str:
    """The text with every sign that Markdown, HTML or a macro could read as its own written by its number."""
    return _SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", tidy(text))
