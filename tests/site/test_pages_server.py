"""The host that the site's tests use behaves like GitHub Pages, and the browser sees it."""

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.site.pages_server import serve_pages


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    site = tmp_path / "site"
    (site / "metod").mkdir(parents=True)
    (site / "tom").mkdir()
    (site / "index.html").write_text("<title>Hem</title><a href='metod/'>Metod</a>", encoding="utf-8")
    (site / "metod" / "index.html").write_text(
        "<title>Metod</title><script src='saknas.js'></script>", encoding="utf-8"
    )
    (site / "404.html").write_text("<title>Sidan finns inte</title>", encoding="utf-8")
    (tmp_path / "hemlig.txt").write_text("not the site's", encoding="utf-8")
    with serve_pages(site) as url:
        yield url


def ask(address: str, path: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=5)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response, response.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/repo/", 200, "Hem"),
        ("/repo/metod/", 200, "Metod"),
        ("/repo/nej/djupt/", 404, "Sidan finns inte"),
        ("/repo/tom/", 404, "Sidan finns inte"),
        ("/", 404, "Sidan finns inte"),
        ("/metod/", 404, "Sidan finns inte"),
        ("/repo/../hemlig.txt", 404, "Sidan finns inte"),
        ("/repo/%2e%2e/hemlig.txt", 404, "Sidan finns inte"),
    ],
)
def test_serves_the_site_below_its_sub_path_and_nothing_else(address: str, path: str, status: int, title: str) -> None:
    response, body = ask(address, path)
    assert response.status == status
    assert f"<title>{title}</title>" in body
    assert response.headers.get_all("Cache-Control") == ["max-age=600"]


def test_sends_a_folder_to_its_slash(address: str) -> None:
    response, _ = ask(address, "/repo/metod")
    assert (response.status, response.getheader("Location")) == (301, "/repo/metod/")


def test_sends_texts_compressed_to_who_counts_bytes_and_can_read_them(tmp_path: Path) -> None:
    text = "<title>Hem</title>" + "<p>åäö" * 500
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    (tmp_path / "bild.png").write_bytes(b"png")
    with serve_pages(tmp_path, compressed=True) as address:
        connection = HTTPConnection(urlsplit(address).netloc, timeout=5)
        connection.request("GET", "/repo/", headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        assert response.headers["Content-Type"].startswith("text/html")
        assert len(body) < 200
        assert gzip.decompress(body).decode() == text
        assert ask(address, "/repo/")[1] == text
        assert ask(address, "/repo/bild.png")[1] == "png"
        assert ask(address, "/repo/nej/")[0].status == 404


def test_the_browser_follows_a_link_and_notices_what_is_missing(browser: Browser, address: str) -> None:
    page = browser.new_page()
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    page.goto(address)
    page.click("text=Metod")
    page.wait_for_load_state("networkidle")
    assert page.title() == "Metod"
    assert [url.removeprefix(address) for url in missing if "favicon" not in url] == ["metod/saknas.js"]
    page.close()
