"""The policy that every built page carries: what a browser may run and fetch there, which is the site's own alone.

Written when nothing else edits a page any more: a script that is changed after it no longer fits its hash and does
not run. Belongs here: the policy's words, the hashes of a page's scripts, and what a page may not hold because the
policy stops it or, in the text, has to. Does not: what the site's files fetch from others (`site_checks.py`).
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from lxml import html

from macros.errors import Place, Problem, ReportError
from macros.language.message import Message, msg
from macros.publish.html_pages import html_files, read_page, url_of

HEADER = "Content-Security-Policy"
# Who is linked to need not know which page the reader came from: the site counts no visits and asks nobody to.
REFERRER = '<meta name="referrer" content="no-referrer">'
_CHARSET = re.compile(r"<meta charset=[\"']?utf-8[\"']?\s*/?>", re.IGNORECASE)
_DATA_TYPES = frozenset({"application/json", "application/ld+json", "text/plain"})
_ADDRESSES = ("href", "src", "action", "formaction", "xlink:href")
_CLASS = msg("Give the element a class, and write how the class looks in a file that extra_css names.")
_FILE = msg("Write the script in a file that extra_javascript names.")


def policy_of(page: html.HtmlElement) -> str:
    """What a page may run and fetch: files of its own site, and those of its inline scripts that are there now.

    >>> policy_of(html.document_fromstring("<script>a()</script>")).split("; ")[1]
    "script-src 'self' 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='"
    """
    inline = [script for script in page.iter("script") if script.get("src") is None and not _is_data(script)]
    hashes = dict.fromkeys(_hash(script.text or "") for script in inline)
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *hashes]),
            "style-src 'self'",
            "img-src 'self' data:",  # the theme's icons are data in its style sheet
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
        ]
    )


def write_policies(site: Path) -> None:
    """Write into every page of a built site what it may run and fetch, before anything that it holds.

    Raises:
        ReportError: pages that do not say that they are UTF-8, so that there is no place for a policy.
    """
    problems = []
    for file in html_files(site):
        text = file.read_text(encoding="utf-8")
        if not _CHARSET.search(text):
            problems.append(_problem(url_of(file, site), msg("the page does not say that it is UTF-8")))
            continue
        policy = f'<meta http-equiv="{HEADER}" content="{policy_of(read_page(file))}">'
        text = _CHARSET.sub(rf"\g<0>{policy}{REFERRER}", text, count=1)
        file.write_text(text, encoding="utf-8")
    if problems:
        raise ReportError(problems)


def policy_problems(pages: dict[str, html.HtmlElement]) -> Iterator[Problem]:
    """Tell what the pages' policies stop or do not fit, and every script in a page's text."""
    for url, page in pages.items():
        carried = page.xpath("//meta[@http-equiv=$header]", header=HEADER)
        if [policy.get("content") for policy in carried] != [policy_of(page)]:
            yield _problem(url, msg("the page does not carry the policy that fits its scripts"))
        for element in page.iter():
            if isinstance(element.tag, str):
                yield from _stopped(url, element)
        # A hash would bless it, whoever wrote it; the theme's own scripts stand outside of the text.
        if any(not _is_data(script) for script in page.xpath("//article//script")):
            yield _problem(url, msg("a script stands in the text of the page"), _FILE)


def _stopped(url: str, element: html.HtmlElement) -> Iterator[Problem]:
    if element.tag == "style":
        yield _problem(url, msg("a style stands in the page, and the page's policy stops it"), _CLASS)
    for name, value in element.items():
        shown = f"<{element.tag} {name}={value[:60]!r}>"
        if name == "style":
            yield _problem(url, msg("the page's policy stops the style of {element}", element=shown), _CLASS)
        elif name.startswith("on") or (name in _ADDRESSES and _bare(value).startswith("javascript:")):
            yield _problem(url, msg("the page's policy stops the script of {element}", element=shown), _FILE)


def _bare(address: str) -> str:
    """An address as a browser takes it: blanks and control characters in it are nothing."""
    return re.sub(r"[\x00-\x20]", "", address).lower()


def _is_data(script: html.HtmlElement) -> bool:
    return (script.get("type") or "").strip().lower() in _DATA_TYPES


def _hash(script: str) -> str:
    text = script.replace("\r\n", "\n")  # as a browser reads it
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _problem(url: str, found: Message, hint: Message | None = None) -> Problem:
    return Problem(Place(f"site/{url}"), found, hint=hint)
