"""Every page says first of all what a browser may run: the site's files, and the scripts that the page holds now."""

import base64
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.publish.page_markup import without_styles
from macros.publish.policy import write_policies
from tests.projects import in_english

PAGE = """\
<!doctype html>
<html lang="sv">
<head>
  <meta charset="utf-8">
  <script>var a = "<b>å</b>" && 1</script>
  <script type="application/json">{"b": 2}</script>
</head>
<body><script src="c.js"></script><script type="module">
  d()
</script><script>var a = "<b>å</b>" && 1</script></body>
</html>
"""


def written(folder: Path, text: str, name: str = "index.html") -> str:
    """What a page is with its policy; of the bytes, since line ends count."""
    page = folder / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(text.encode())
    write_policies(folder)
    return page.read_bytes().decode()


def digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def allowed_scripts(text: str) -> list[str]:
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
    (scripts,) = re.findall(r"; script-src ([^;]*);", policy)
    return str(scripts).split()


def test_the_hashes_are_those_of_the_pages_inline_scripts_each_once_and_of_no_data(tmp_path: Path) -> None:
    text = written(tmp_path, PAGE)
    assert allowed_scripts(text) == ["'self'", digest('var a = "<b>å</b>" && 1'), digest("\n  d()\n")]


def test_the_policy_stands_before_all_that_a_browser_might_fetch_or_run(tmp_path: Path) -> None:
    text = written(tmp_path, PAGE)
    assert '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"' in text
    assert '"><meta name="referrer" content="no-referrer">\n' in text
    before, _, after = text.partition('<meta http-equiv="Content-Security-Policy"')
    assert before + after.partition('content="no-referrer">')[2] == PAGE  # and nothing else is changed


def test_nothing_is_allowed_but_what_is_named(tmp_path: Path) -> None:
    text = written(tmp_path, PAGE)
    assert "\"default-src 'none'; " in text
    assert "unsafe" not in text
    assert "http:" not in text
    assert "*" not in text


def test_windows_line_ends_are_hashed_as_a_browser_reads_them(tmp_path: Path) -> None:
    text = written(tmp_path, PAGE.replace("\n", "\r\n"))
    assert digest("\n  d()\n") in allowed_scripts(text)


@pytest.mark.parametrize("charset", ["<meta charset=utf-8>", "<meta charset='UTF-8' />"])
def test_every_page_gets_its_own_at_any_depth(tmp_path: Path, charset: str) -> None:
    written(tmp_path, f"{charset}<script>a(1)</script>", "404.html")
    text = written(tmp_path, f"{charset}<script>a(2)</script>", "rapport/order/index.html")
    assert allowed_scripts(text) == ["'self'", digest("a(2)")]


def test_a_page_without_a_place_for_its_policy_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as stopped:
        written(tmp_path, "<meta charset=latin-1><p>Hej", "om/index.html")
    assert [in_english(problem)[:2] for problem in stopped.value.problems] == [
        ("site/om/", "the page does not say that it is UTF-8")
    ]


def test_the_tables_of_markdown_lose_their_styles_and_keep_their_columns_sides() -> None:
    source = '| Län | Antal | Andel |\n|:---|---:|:---:|\n| `style="text-align: right;"` | 3 { .liten } | 5 |\n'
    command = [sys.executable, "-m", "markdown", "-x", "tables", "-x", "attr_list"]
    made = subprocess.run(command, input=source, capture_output=True, encoding="utf-8", check=True).stdout
    assert len(re.findall("<t[dh][^>]* style=", made)) == 6
    told = without_styles(made)
    assert re.findall(r'<t[dh][^>]* data-align="(\w+)"', told) == ["left", "right", "center"] * 2
    assert re.sub(r' data-align="(\w+)"', r' style="text-align: \1;"', told) == made
