"""The macros: what a communicator may write on a page. A few lines each; the stages do the work.

Belongs here: the macros' names, arguments and defaults. Does not: the generator (`binding.py`), numbers (`report`) or
their looks (`render`). A macro's place, page and line, comes with every error.
"""

from macros.vocabulary.blocks import Vocabulary

NAMES = (
    "chart", "waves", "table", "share", "count", "mean", "median", "balance", "change", "difference", "n", "claim",
    "cite", "question", "quote", "methodology", "proposals", "proposal", "source", "headlines", "downloads", "pdf",
    "contact_details", "assessed",
)  # fmt: skip

__all__ = ["NAMES", "Vocabulary"]
