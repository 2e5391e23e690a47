"""The site's own style sheets become one file, and so do its scripts: each request keeps a slow line waiting.

Belongs here: joining what lies side by side in `assets/`. Does not: the theme's files, or any content of ours.
"""

import re
from pathlib import Path

from macros.publish.html_pages import html_files

STYLE, SCRIPT = "site.css", "site.js"
_STYLES = re.compile(r'(?:<link rel="stylesheet" href="([^"]*?)assets/([^"/]+)\.css">\s*)+')
_SCRIPTS = re.compile(r'(?:<script src="([^"]*?)assets/([^"/]+)\.js"></script>\s*)+')
_NAME = re.compile(r'assets/([^"/]+\.(?:css|js))"')


def join_assets(site: Path) -> None:
    """Join the files of `assets/` that each page names one after the other, and let the page name the whole.

    Raises:
        ValueError: for pages that name them in different orders, so that no one file is right for all.
    """
    for pattern, whole in ((_STYLES, STYLE), (_SCRIPTS, SCRIPT)):
        orders: set[tuple[str, ...]] = set()
        for file in html_files(site):
            text = file.read_text(encoding="utf-8")
            found = pattern.search(text)
            if found:
                orders.add(tuple(_NAME.findall(found[0])))
                file.write_text(text.replace(found[0], _one(found, whole)), encoding="utf-8")
        if len(orders) > 1:
            raise ValueError(f"pages name their files in different orders: {sorted(orders)}")
        for names in orders:
            _join(site / "assets", names, whole)


def _one(found: re.Match[str], whole: str) -> str:
    address = f"{found[1]}assets/{whole}"
    tag = f'<script src="{address}"></script>' if whole == SCRIPT else f'<link rel="stylesheet" href="{address}">'
    return f"{tag}\n"


def _join(folder: Path, names: tuple[str, ...], whole: str) -> None:
    """A script keeps its names to itself, as it did in a file of its own."""
    texts = [(folder / name).read_text(encoding="utf-8") for name in names]
    if whole == SCRIPT:
        texts = [f"{{\n{text}}}\n" for text in texts]
    for name in names:
        (folder / name).unlink()
    (folder / whole).write_text("".join(texts), encoding="utf-8")
