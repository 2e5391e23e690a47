"""A small finished site as the generator leaves it: one HTML file for each page, macros carried out."""

from pathlib import Path

from macros.desk import Desk
from macros.publish.downloads import write_downloads
from macros.publish.marks import mark_examples
from macros.publish.policy import write_policies
from tests.projects import Generator, Project

INDEX = """\
<h1>Start</h1><p>{{ share("order", "minskat") }} och {{ n() }} av alla.</p>
<p><a href="rapport/">Rapport</a> <a href="data/#data-tables">Data</a></p>
"""
RAPPORT = """\
<h1>Rapport</h1>
{{ chart("order") }}
{{ chart("vantan") }}
{{ chart("order", survey="bransch") }}
{{ table("permittering", by="storlek") }}
"""
DATA = "<h1>Data</h1>{{ downloads() }}"
OM = "<h1>Om</h1><p>Inga tal. <a href='https://example.org/'>Källa</a></p>"
PAGES = {"index.md": INDEX, "rapport.md": RAPPORT, "data.md": DATA, "om.md": OM}
SITEMAP = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}
</urlset>
"""


def small_project(root: Path) -> Project:
    """A project with four pages, of which one shows no number."""
    project = Project(root)
    for name, body in PAGES.items():
        project.page(body, name)
    return project


def generate(project: Project, site: Path) -> Desk:
    """Write every page and the sitemap as the generator does; give the desk that the pages shared."""
    desk = project.desk()
    for page in desk.pages:
        body = Generator(project.root, page.url).write(page.body) if page.macros else page.body
        file = site / page.url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f"<head><meta charset='utf-8'><title>{page.path}</title></head>"
        file.write_text(f"<!doctype html><html lang='sv'>{head}<body>{body}</body></html>", encoding="utf-8")
    places = "".join(f"<url><loc>https://example.org/prov/{page.url}</loc></url>" for page in desk.pages)
    (site / "sitemap.xml").write_text(SITEMAP.format(places), encoding="utf-8")
    return desk


def finish(project: Project, site: Path) -> Desk:
    """Write a whole site, ready to be checked."""
    desk = generate(project, site)
    (site / "rapport.pdf").write_bytes(b"")
    write_downloads(desk, site)
    mark_examples(desk, site)
    write_policies(site)
    return desk
