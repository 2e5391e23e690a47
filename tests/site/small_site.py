"""A small site with the report's theme and configuration, built by either generator: for tests of the theme alone.

Belongs here: making and building it. Does not: the report's own pages, which are checked where they are built.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

GENERATORS = {"mkdocs": ["mkdocs", "build", "--quiet"], "zensical": ["zensical", "build"]}


def small_site(project: Path, root: Path) -> Path:
    """Write a project with the site's configuration and theme, macros that do nothing, and small pages."""
    shutil.copytree(project / "macros" / "render" / "site", root / "macros" / "render" / "site")
    shutil.copy(project / "mkdocs.yml", root)
    (root / "macros" / "__init__.py").write_text("def define_env(env): pass\n", encoding="utf-8")
    (root / "data").mkdir()
    (root / "docs" / "rapport").mkdir(parents=True)
    for page in ("index", "metod", "atgarder", "data", "om"):
        title = "title: Industrin efter corona\n" if page == "index" else ""
        text = f"---\n{title}description: Om {page}.\n---\n# Sidan {page}\n\nText.\n"
        (root / "docs" / f"{page}.md").write_text(text, encoding="utf-8")
    shutil.copy(project / "tests" / "site" / "theme_page.md", root / "docs" / "rapport" / "index.md")
    return root


def generate(root: Path, generator: str) -> Path:
    """Build the small site with a generator; what stops it fails the test, with all that was said."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SITE_", "GITHUB_"))}
    environment = kept | {
        "SITE_DATE": "24 november 2026",
        "SITE_URL": "http://127.0.0.1/repo/",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", *GENERATORS[generator]]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return (root / "site").rename(root / f"site-{generator}")
