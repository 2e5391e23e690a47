"""Binds the macros to the generator: the only file that knows its `env`.

Belongs here: names, the page being written, and the page and call in every error. Does not: what a macro does
(`vocabulary.py`). Both generators may call `register` many times, so a desk is kept as long as nothing changed.
"""

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from macros.calls import guarded, parts
from macros.desk import Desk
from macros.errors import Place, ReportError, in_words
from macros.language.catalogue import Language
from macros.pages import Page, state_of
from macros.rehearsal import Rehearsal, rehearse
from macros.render.lists import error
from macros.settings import read_settings
from macros.vocabulary import NAMES, Vocabulary


class Box(Markup):
    """The box of a call that failed, in a preview: a comparison gives it on, and so does the call around it."""

    __slots__ = ()

    def _self(self, _other: object) -> "Box":
        return self

    __lt__ = __le__ = __gt__ = __ge__ = _self  # type: ignore[assignment]

    def __bool__(self) -> bool:
        return False


def register(env: Any) -> None:  # noqa: ANN401  (two generators, two types)
    """Give the generator its macros.

    Raises:
        ReportError: data or settings with problems, unless the preview is running.
    """
    root = Path(env.project_dir)
    for name in NAMES:
        env.macro(_bound(name, env, root), name)


def show_slips(env: Any) -> None:  # noqa: ANN401
    """In a preview, show a page whose calls cannot be read as it was written, below what is wrong with it."""
    if not _preview():
        return
    try:
        jinja2.Environment(autoescape=True).parse(env.markdown)
    except jinja2.TemplateSyntaxError:
        root = Path(env.project_dir)
        language = Language(read_settings(root).language)
        try:
            rehearsal = rehearsal_of(root)
            file = _page(rehearsal.desk, env).file
            problems = [problem for problem in rehearsal.problems if problem.place.path == file]
        except ReportError as error_:
            problems = list(error_.problems)
        boxes = [error(" ".join(in_words(ReportError([problem]), language)), language) for problem in problems]
        text = "\n\n".join([*boxes, env.markdown]).replace("endraw", "")
        env.markdown = f"{{% raw %}}\n{text}\n{{% endraw %}}"


def desk_of(root: Path) -> Desk:
    """The desk of a project as its files are now, with every figure's place known from a rehearsal.

    Raises:
        ReportError: problems in settings or data.
    """
    return rehearsal_of(root).desk


def rehearsal_of(root: Path) -> Rehearsal:
    """The rehearsal of a project as its files are now; the same files are rehearsed once.

    Raises:
        ReportError: problems in settings or data.
    """
    return _rehearsal(root, state_of(root))


def _bound(name: str, env: Any, root: Path) -> Callable[..., object]:  # noqa: ANN401
    def call(*args: object, **arguments: object) -> object:
        language = Language(read_settings(root).language)
        failed = next((value for value in parts(args, arguments) if isinstance(value, Box)), None)
        if failed is not None:
            return failed
        try:
            desk = desk_of(root)
            page = _page(desk, env)
            place = Place(page.file, call=f"{name}({', '.join(repr(arg) for arg in args)}…)" if args else f"{name}()")
            return guarded(Vocabulary(desk, page, place), name, args, arguments)
        except ReportError as problem:
            if not _preview():
                raise
            return Box(error(" ".join(in_words(problem, language)), language))

    call.__name__ = name
    return call


def _page(desk: Desk, env: Any) -> Page:  # noqa: ANN401
    url = str(env.page.url).removeprefix("/")
    url = "" if url in (".", "./", "index.html") else url
    known = {page.url: page for page in desk.pages}
    return known.get(url) or Page(f"{url or 'index'}", "", "", 1)


def _preview() -> bool:
    return os.environ.get("FAIL_ON_ERROR", "true").lower() in ("false", "0", "no")


@lru_cache(maxsize=2)
def _rehearsal(root: Path, _state_now: str) -> Rehearsal:
    return rehearse(root)
