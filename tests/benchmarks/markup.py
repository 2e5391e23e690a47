"""What a checker of HTML says of a built site's pages: vnu where there is Java, html-validate where Node is alone.

Belongs here: running them, and what they say that is no fault of ours, each with its reason. Does not: counting.
"""

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

VNU = ["npx", "--yes", "--package", "vnu-jar@26.9.27", "--", "vnu"]
HTML_VALIDATE = ["npx", "--yes", "html-validate@10.17.0"]
NO_FAULTS = (
    # Material's: it keeps Firefox from bringing an open menu back.
    re.compile("Attribute .autocomplete. is only allowed when the input type is"),
    # Material's: of the headings of its menu that are no buttons.
    re.compile("Bad value .. for attribute .tabindex. on element .label."),
    # Ours: a table that scrolls is a section named by its caption, which screen readers know and vnu does not.
    re.compile("Section lacks heading"),
    # vnu reads files, which have no address to be 'self'; and takes data in a script for a script.
    re.compile("violates Content Security Policy .meta tag.: (?:external|blocked by .script-src.)"),
)
# Rules that Material's pages break, or that are about taste; the pages' own check is vnu.
SETTINGS = {
    "extends": ["html-validate:recommended"],
    "rules": dict.fromkeys(
        [
            "attribute-allowed-values",
            "doctype-style",
            "no-inline-style",
            "no-trailing-whitespace",
            "unique-landmark",
            "valid-autocomplete",
            "valid-id",
            "wcag/h32",
        ],
        "off",
    ),
}


def checker() -> str | None:
    """The checker that runs here, if one does."""
    found = {"vnu": (VNU, "java"), "html-validate": (HTML_VALIDATE, "npx")}
    runs = (
        name
        for name, (command, needed) in found.items()
        if shutil.which("npx") and shutil.which(needed) and not _run([*command, "--version"]).returncode
    )
    return next(runs, None)


def faults(site: Path, name: str) -> list[str]:
    """What a checker finds in a site's pages: page, line and message.

    Raises:
        ValueError: it did not say anything that can be read.
    """
    return _vnu(site) if name == "vnu" else _html_validate(site)


def _vnu(site: Path) -> list[str]:
    command = [*VNU, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", str(site)]
    done = _run(command)
    return [
        f"{message['url'].partition(site.name + '/')[2]}:{message.get('lastLine', '')}: {message['message']}"
        for message in json.loads(done.stdout)["messages"]
        if not any(known.search(message["message"]) for known in NO_FAULTS)
    ]


def _html_validate(site: Path) -> list[str]:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as settings:
        json.dump(SETTINGS, settings)
        settings.flush()
        command = [*HTML_VALIDATE, "-c", settings.name, "--formatter", "json", *map(str, sorted(site.rglob("*.html")))]
        done = _run(command)
    return [
        f"{Path(page['filePath']).relative_to(site).as_posix()}:{message['line']}: {message['message']}"
        for page in json.loads(done.stdout)
        for message in page["messages"]
    ]


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
