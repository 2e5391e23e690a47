"""Copies of the project to build and to break: no test builds in the checkout.

Belongs here: copying, running a command in a copy, comparing folders. Does not: what a site must be.
"""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

SITE_URL = "http://127.0.0.1/repo/"  # the sub-path is the test host's: pages_server.SUB_PATH
EPOCH = "1795500000"  # 24 November 2026, so that two builds on either side of midnight are the same
CANARIES = ("kanarie-id-", "Kanariefågeln sjöng ")
# The columns that must never be published: a respondent's id, and an open answer where the survey has one.
PLANTED = {
    "iuc-2020-sommar": ("foretag", "kommentar"),
    "iuc-2020-var": ("foretag", "kommentar"),
    "handelskammaren-2020": ("svarsnummer",),
    "exempel-urval": ("svar",),
}
OURS = ("SITE_", "GITHUB_", "FAIL_ON_ERROR", "SOURCE_DATE_EPOCH")


def copy_project(project: Path, root: Path) -> Path:
    """Copy what git keeps or would keep; nothing that was built, no environment, no other person's leavings."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=project, check=True, capture_output=True, text=True).stdout
    for name in {name for name in listed.split("\0") if name and (project / name).is_file()}:
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(project / name, target)
    return root


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m …` in a copy, with the settings of a published site unless told otherwise."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    settings = {
        "SITE_URL": SITE_URL,
        "SOURCE_DATE_EPOCH": EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env=kept | settings | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def build(root: Path, **environment: str) -> Path:
    """Build a copy's site; what stops it fails the test, with all that was said."""
    done = run(root, "macros", "build", **environment)
    assert done.returncode == 0, f"the build in {root} failed:\n{done.stdout}\n{done.stderr}"
    return root / "site"


def replace(root: Path, name: str, old: str, new: str) -> None:
    """Edit a file of a copy as a person would; what is to be replaced must be there."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} no longer holds {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def in_english(root: Path) -> Path:
    """Turn a copy's site to English."""
    replace(root, "mkdocs.yml", "  language: sv\n", "  language: en\n")
    return root


def plant_canaries(root: Path) -> Path:
    """Give every respondent of a copy an id and an open answer that stand nowhere else."""
    for survey, columns in PLANTED.items():
        path = root / "data" / "surveys" / survey / "svar.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for number, row in enumerate(rows, 101):
            sung = (f"{CANARIES[0]}{number}xq", f"{CANARIES[1]}{number} <b>gånger</b> i xqzv")
            row.update(zip(columns, sung, strict=False))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        path.with_name("quotes.yml").unlink(missing_ok=True)  # what was quoted is not answered any more
    return root


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
