"""The PDF's maker reads nothing but the site, and what it cannot do stops the build."""

import io
import socket
from pathlib import Path

import pikepdf
import pytest

from macros.errors import ReportError
from macros.publish import pdf

PAGE = '<html lang="sv"><title>Prov</title><body><h1>Prov</h1><p>{}</p></body></html>'
PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("a request left the machine")

    monkeypatch.setattr(socket, "create_connection", refuse)
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "hemlig.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.png",
        "//example.org/a.png",
        "file://example.org/a.png",
        "../hemlig.svg",
        "ftp://example.org/a",
    ],
)
def test_picture_from_elsewhere_stops_the_build(address: str, site: Path) -> None:
    with pytest.raises(ReportError) as error:
        pdf._print(PAGE.format(f'<img src="{address}" alt="x">'), site)
    problem = error.value.problems[0]
    assert problem.place.path == pdf.PDF_PATH
    assert "not in the site" in str(problem.found.values) or "disallowed" in str(problem.found.values)


def test_link_in_the_site_to_a_file_outside_is_no_way_round(site: Path) -> None:
    (site / "bild.svg").symlink_to(site.parent / "hemlig.svg")
    with pytest.raises(ReportError, match="the PDF cannot be made"):
        pdf._print(PAGE.format('<img src="bild.svg" alt="x">'), site)


def test_complaint_names_no_folder_of_this_machine(site: Path) -> None:
    with pytest.raises(ReportError) as error:
        pdf._print(PAGE.format('<img src="saknas.png" alt="x">'), site)
    said = str(error.value.problems[0].found.values)
    assert "saknas.png" in said
    assert str(site) not in said


def test_dead_link_stops_the_build(site: Path) -> None:
    with pytest.raises(ReportError, match="the PDF cannot be made"):
        pdf._print(PAGE.format('<a href="#borta">dit</a>'), site)


def test_picture_of_the_site_and_picture_in_the_page_are_printed(site: Path) -> None:
    (site / "bild.svg").write_bytes((site.parent / "hemlig.svg").read_bytes())
    text = PAGE.format(f'<img src="bild.svg" alt="x"><img src="{PICTURE}" alt="y">')
    made = pikepdf.open(io.BytesIO(pdf._print(text, site)))
    assert len(made.pages) == 1
