"""Serves a built site the way GitHub Pages does, as far as a page can notice.

Only below a sub-path; a folder without its slash is redirected to it; what is not there gets the site's own
`404.html` with status 404; everything may be kept for ten minutes. Belongs here: the host. Does not: what is asked
of the site.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

SUB_PATH = "/repo/"
CACHE_CONTROL = "max-age=600"
COMPRESSED = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".csv"})


class PagesHandler(SimpleHTTPRequestHandler):
    """One request to the host."""

    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        """Answer until the browser leaves, in whatever way it does."""
        with suppress(ConnectionError):
            super().handle()

    def translate_path(self, path: str) -> str:
        """Find the file below the sub-path; outside of it there is none."""
        if not path.startswith(SUB_PATH):
            return str(Path(self.directory) / "outside" / "the" / "site")
        return super().translate_path(path.removeprefix(SUB_PATH.rstrip("/")))

    def list_directory(self, path: object) -> None:
        """Show no folder's list: a folder without an index is not there."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Add the header that Pages sends with everything."""
        self.send_header("Cache-Control", CACHE_CONTROL)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is not there with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class's name
        """Stay silent: a test says itself what it asked for."""


class CompressingHandler(PagesHandler):
    """The same, with texts compressed as Pages sends them; for whoever counts bytes."""

    def do_GET(self) -> None:
        """Send a text compressed to who can read that."""
        file = Path(self.translate_path(self.path))
        if file.is_dir() and self.path.endswith("/"):
            file /= "index.html"
        readable = "gzip" in self.headers.get("Accept-Encoding", "")
        if not readable or file.suffix not in COMPRESSED or not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), 9)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve_pages(site: Path, *, compressed: bool = False) -> Iterator[str]:
    """Serve a built site on a free port; give its address, the sub-path included."""
    handler = CompressingHandler if compressed else PagesHandler
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
