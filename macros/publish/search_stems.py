"""Lets the search of a built site find a word in all its forms, in the site's language.

The theme keeps every word as it is written and looks for those that begin as the reader's does: `minskade` finds no
`minskat`. It has a stemmer, but stems no word that it looks up as a beginning. Here it is told to stem what it keeps,
and its worker to look for each word both as a beginning and as a stem. Belongs here: the few places of the worker that
are changed. Does not: what the search leaves out (`data-search-exclude` in the templates), or how words are parted
and weighed (`mkdocs.yml`).
"""

import json
from pathlib import Path

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg

INDEX = "search/search_index.json"
WORKERS = "assets/javascripts/workers/search.*.min.js"
PIPELINE = ["stemmer", "stopWordFilter"]  # not the trimmer: it takes all digits for signs


def search_stems(site: Path) -> None:
    """Mend the search of a built site; one without a search stays as it is.

    Raises:
        ReportError: the theme's worker is not the one whose places are known here.
    """
    index = site / INDEX
    if not index.exists():
        return
    known = json.loads(index.read_text(encoding="utf-8"))
    known["config"]["pipeline"] = PIPELINE
    workers = sorted(site.glob(WORKERS))
    if len(workers) != 1:
        raise _unknown(WORKERS)
    text = workers[0].read_text(encoding="utf-8")
    for old, new in _mends(known["config"]["lang"][0]):
        if text.count(old) != 1:
            raise _unknown(workers[0].relative_to(site).as_posix())
        text = text.replace(old, new)
    index.write_text(json.dumps(known, separators=(",", ":")), encoding="utf-8")
    workers[0].write_text(text, encoding="utf-8")


def _mends(language: str) -> list[tuple[str, str]]:
    """Each place of the worker, and what is to stand there."""
    here = ".filter(s=>s.presence!==lunr.Query.presence.PROHIBITED)"
    return [
        # What is asked for: each word that is looked up as a beginning is looked up as a stem, too.
        ("e=ce(e),!e", r'e=ce(e).replace(/([^\s"*+:~^-]{3,})\*/g,"$1* $1"),!e'),
        # What a result is said to lack: no word whose stem is in it, and none that is never kept.
        (here, here.replace("s=>", "s=>(s.stem=this.index.pipeline.runString(s.term)[0],", 1) + ")"),
        ("e[s].startsWith(o.term)", "(e[s].startsWith(o.term)||e[s]===o.stem)"),
        ("(i=lunr.stopWordFilter)!=null", f"(i=(lunr[{json.dumps(language)}]||lunr).stopWordFilter)!=null"),
    ]


def _unknown(file: str) -> ReportError:
    found = msg("the theme's search is another than the one that can be taught to find a word in all its forms")
    hint = msg(
        "Install the mkdocs-material that requirements.txt names, or find the same places in the new worker and write "
        "them in macros/publish/search_stems.py."
    )
    return ReportError([Problem(Place(f"site/{file}"), found, hint=hint)])
