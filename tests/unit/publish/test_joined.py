"""Own style sheets and scripts become one file each, in their order, at every depth of the site."""

from pathlib import Path

import pytest

from macros.publish.joined import join_assets

HEAD = (
    '<link rel="stylesheet" href="{up}assets/stylesheets/main.min.css">\n'
    '<link rel="stylesheet" href="{up}assets/tokens.css">\n\n<link rel="stylesheet" href="{up}assets/page.css">\n<body>'
    '<script src="{up}assets/javascripts/x.js"></script>\n<script src="{up}assets/a.js"></script>\n'
    '<script src="{up}assets/b.js"></script>\n</body>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": HEAD.format(up=""),
        "rapport/order/index.html": HEAD.format(up="../../"),
        "assets/tokens.css": ":root{--a:1}\n",
        "assets/page.css": "p{margin:0}\n",
        "assets/a.js": "const word = 1;\n",
        "assets/b.js": "const word = 2;\n",
        "assets/javascripts/x.js": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    join_assets(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("page", "up"), [("index.html", ""), ("rapport/order/index.html", "../../")])
def test_a_page_names_one_of_each_and_the_themes_own(site: Path, page: str, up: str) -> None:
    text = (site / page).read_text(encoding="utf-8")
    assert text.count("<link") == text.count("<script") == 2
    assert f'href="{up}assets/site.css">' in text
    assert f'src="{up}assets/site.js"></script>' in text
    assert text.index("main.min.css") < text.index("site.css")
    assert text.index("x.js") < text.index("site.js")


def test_the_order_is_kept_and_nothing_is_left_over(site: Path) -> None:
    assert (site / "assets/site.css").read_text(encoding="utf-8") == ":root{--a:1}\np{margin:0}\n"
    assert sorted(path.name for path in (site / "assets").glob("*.*")) == ["site.css", "site.js"]


def test_scripts_that_use_the_same_name_do_not_meet(site: Path) -> None:
    text = (site / "assets/site.js").read_text(encoding="utf-8")
    assert text == "{\nconst word = 1;\n}\n{\nconst word = 2;\n}\n"


def test_pages_that_name_them_in_different_orders_are_refused(site: Path) -> None:
    for name, order in (("index.html", "ab"), ("annan.html", "ba")):
        tags = "".join(f'<script src="assets/{letter}.js"></script>' for letter in order)
        (site / name).write_text(tags, encoding="utf-8")
    for letter in "ab":
        (site / f"assets/{letter}.js").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="different orders"):
        join_assets(site)
