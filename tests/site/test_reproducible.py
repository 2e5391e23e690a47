"""The same sources give the same bytes, wherever and by whomever they are built; the PDF included."""

from pathlib import Path

from tests.site.copies import EPOCH, build, contents, copy_project


def test_two_builds_give_the_same_bytes(project: Path, built_site: Path, tmp_path: Path) -> None:
    root = copy_project(project, tmp_path / "en annan mapp åäö" / "rapport")
    other = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LANG": "C", "LC_ALL": "C", "COLUMNS": "40"}
    first, second = contents(built_site), contents(build(root, SOURCE_DATE_EPOCH=EPOCH, **other))
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert {"rapport.pdf", "sitemap.xml.gz", "data/results.json"} <= set(first)
