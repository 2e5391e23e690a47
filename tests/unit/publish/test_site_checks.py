"""The last look at a site: a sound one passes, and each thing that must not be published stops it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.desk import Desk
from macros.errors import ReportError
from macros.publish.policy import write_policies
from macros.publish.site_checks import check_site
from tests.projects import in_english
from tests.unit.publish.built import finish, small_project

ORDER = "enkat--order"
PRIVATE = """\
id: brev
status: example
kind: responses
title: Brev
publisher: Provbolaget
population: {label: alla, size: 12, one: företag, many: företag}
fieldwork: {from: 2020-05-11, to: 2020-06-12}
design: {kind: census}
files: [svar.csv]
identifier: nummer
questions:
  - {id: val, type: single, text: "Väljer ni?", answers: [{code: ja, label: Ja}, {code: nej, label: Nej}]}
  - {id: ord, type: text, text: "Vad tycker ni?"}
"""
ROWS = "nummer,val,ord\n" + "".join(f"prov-id-{n},{'Ja' if n % 2 else 'Nej'},\n" for n in range(100, 111))


class Site:
    """A finished site that a test breaks and has looked at."""

    def __init__(self, desk: Desk, site: Path) -> None:
        self.desk, self.site = desk, site

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.site / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, name: str, markup: str) -> None:
        self.edit(name, "</body>", f"{markup}</body>")

    def told(self, extra_text: str = "") -> list[tuple[str, str]]:
        try:
            check_site(self.desk, self.site, extra_text)
        except ReportError as error:
            return [in_english(problem)[:2] for problem in error.problems]
        return []


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A finished site, only to be copied."""
    project = small_project(tmp_path_factory.mktemp("prov"))
    project.write("data/surveys/brev/survey.yml", PRIVATE)
    project.write("data/surveys/brev/svar.csv", f"{ROWS}prov-id-111,Ja,Vi säljer snart hela bolaget\n")
    return Site(finish(project, project.root / "site"), project.root / "site")


@pytest.fixture
def site(sound: Site, tmp_path: Path) -> Site:
    return Site(sound.desk, shutil.copytree(sound.site, tmp_path / "site"))


def test_a_sound_site_passes(site: Site) -> None:
    assert site.told("62 företag") == []


ADDED = [
    ("<a href='../saknas/'>x</a>", "the link ../saknas/ leads to no page"),
    ("<a href='../om/#saknas'>x</a>", "the link ../om/#saknas leads to nothing on its page"),
    ("<a href='#saknas'>x</a>", "the link #saknas leads to nothing on its page"),
    ("<a href='/annat/'>x</a>", "the link /annat/ leads out of the site"),
    ("<img src='bild.png' alt=''>", "the link bild.png leads to no page"),
    ("<p>{{ share('order') }}</p>", "a macro call was left as it is"),
    ("<p>{% if x %}</p>", "a macro call was left as it is"),
    ("<pre>Traceback (most recent call last):</pre>", "an error message stands in the page"),
    ("<p>Macro Rendering Error</p>", "an error message stands in the page"),
    ('<div class="fel">Fel</div>', "an error message stands in the page"),
    ("<p><figure></figure></p>", "a figure or block sits inside a paragraph"),
    ("<p><div></div></p>", "a figure or block sits inside a paragraph"),
    (
        "<a data-key='enkat--order//minskat/share'>99 procent</a>",
        "the number enkat--order//minskat/share (99 procent) is not in the ledger",
    ),
    ("<b data-key='egen'>5</b>", "the number egen (5) is not in the ledger"),
]


STOPPED = [
    ("<td style='text-align: right'>1</td>", "the page's policy stops the style of <td style='text-align: right'>"),
    ("<svg><g style='fill:red'/></svg>", "the page's policy stops the style of <g style='fill:red'>"),
    ("<style>p{color:red}</style>", "a style stands in the page, and the page's policy stops it"),
    ("<p onclick='a()'>x</p>", "the page's policy stops the script of <p onclick='a()'>"),
    ("<svg><g ONLOAD='a()'/></svg>", "the page's policy stops the script of <g onload='a()'>"),
    ("<a href=' Java\tScript:a()'>x</a>", "the page's policy stops the script of <a href=' Java\\tScript:a()'>"),
    ("<script>a()</script>", "the page does not carry the policy that fits its scripts"),
    (
        "<meta http-equiv='Content-Security-Policy' content=''>",
        "the page does not carry the policy that fits its scripts",
    ),
]


FETCHED = [
    ("<script src='https://cdn.example/x.js'></script>", "https://cdn.example/x.js"),
    ("<script src='//cdn.example/x.js'></script>", "//cdn.example/x.js"),
    ("<img alt='' src='https://cdn.example/x.png'>", "https://cdn.example/x.png"),
    ("<img alt='' srcset='https://cdn.example/x.png 2x'>", "https://cdn.example/x.png"),
    ("<video src='https://cdn.example/x.mp4'></video>", "https://cdn.example/x.mp4"),
    ("<video poster='https://cdn.example/x.png'></video>", "https://cdn.example/x.png"),
    ("<audio src='https://cdn.example/x.mp3'></audio>", "https://cdn.example/x.mp3"),
    ("<embed src='https://cdn.example/x.pdf'>", "https://cdn.example/x.pdf"),
    ("<iframe src='https://cdn.example/x'></iframe>", "https://cdn.example/x"),
    ("<link rel='stylesheet' href='https://cdn.example/x.css'>", "https://cdn.example/x.css"),
    ("<link rel='alternate stylesheet' href='https://cdn.example/x.css'>", "https://cdn.example/x.css"),
    ("<svg><image href='https://cdn.example/x.png'/></svg>", "https://cdn.example/x.png"),
    ("<svg><use xlink:href='https://cdn.example/x.svg#a'/></svg>", "https://cdn.example/x.svg#a"),
    ("<p style='background:url(https://cdn.example/x.png)'></p>", "https://cdn.example/x.png"),
    ("<style>@import '//cdn.example/x.css';</style>", "//cdn.example/x.css"),
]


@pytest.mark.parametrize(("markup", "found"), ADDED, ids=[markup for markup, _ in ADDED])
def test_what_must_not_be_on_a_page_is_told_with_the_page(site: Site, markup: str, found: str) -> None:
    site.add("om/index.html", markup)
    told = site.told()
    assert found in [what for _, what in told]
    assert {place.removesuffix("index.html") for place, _ in told} == {"site/om/"}


@pytest.mark.parametrize(("markup", "found"), STOPPED, ids=[markup for markup, _ in STOPPED])
def test_what_the_policy_of_a_page_stops_or_does_not_know_is_told(site: Site, markup: str, found: str) -> None:
    site.add("om/index.html", markup)
    assert site.told() == [("site/om/", found)]


@pytest.mark.parametrize("script", ["<script>a()</script>", "<script src='../data/tables.json'></script>"])
def test_a_script_in_the_text_stops_the_build_whatever_the_policy_says(site: Site, script: str) -> None:
    page = site.site / "om" / "index.html"
    page.write_text(f"<meta charset=utf-8><body><article>{script}</article>", encoding="utf-8")
    write_policies(page.parent)
    assert site.told() == [("site/om/", "a script stands in the text of the page")]


def test_data_in_the_text_and_drawings_with_attributes_are_no_scripts_and_no_styles(site: Site) -> None:
    site.add("om/index.html", "<article><script type='application/ld+json'>{}</script></article>")
    site.add("om/index.html", "<svg><g fill='red' font-size='12' text-anchor='end'/></svg>")
    assert site.told() == []


@pytest.mark.parametrize(("markup", "address"), FETCHED, ids=[markup for markup, _ in FETCHED])
def test_nothing_is_fetched_from_others(site: Site, markup: str, address: str) -> None:
    site.add("om/index.html", markup)
    told = site.told()
    assert {found for _, found in told if "policy" not in found} == {f"the page fetches {address} from somebody else"}
    assert {place.removesuffix("index.html") for place, _ in told} == {"site/om/"}


@pytest.mark.parametrize("name", ["assets/egen.css", "assets/bild.svg"])
def test_a_style_sheet_or_picture_fetches_nothing_from_others(site: Site, name: str) -> None:
    path = site.site / name
    path.parent.mkdir()
    path.write_text("@font-face{src:url('https://fonts.example/a.woff2')}", encoding="utf-8")
    assert site.told() == [(f"site/{name}", "the page fetches https://fonts.example/a.woff2 from somebody else")]


def test_links_to_others_are_no_fetching(site: Site) -> None:
    site.add("om/index.html", "<a href='https://example.org/x'>x</a><a href='mailto:a@example.org'>x</a>")
    site.edit("om/index.html", "</head>", "<link rel='canonical' href='https://example.org/prov/om/'></head>")
    assert site.told() == []


def test_the_folder_of_the_project_is_not_named(site: Site) -> None:
    (site.site / "assets").mkdir()
    (site.site / "assets" / "egen.js.map").write_text(f'{{"file": "{site.desk.root}/x.js"}}', encoding="utf-8")
    assert site.told() == [("site/assets/egen.js.map", "a path of this machine stands in the file")]


Break = Callable[[Site], None]


def lose_a_figure(site: Site) -> None:
    site.edit("rapport/index.html", f'id="figur-{ORDER}"', 'id="annat"')


def lose_a_table(site: Site) -> None:
    site.edit("rapport/index.html", 'id="tabellblock-enkat--permittering--storlek"', 'id="annat"')


def lose_a_number(site: Site) -> None:
    site.edit("index.html", ">50 procent<", ">hälften<")


def lose_a_page(site: Site) -> None:
    (site.site / "rapport" / "index.html").unlink()


def lose_the_page_mark(site: Site) -> None:
    site.edit("index.html", "exempel-sida", "annat")


def let_search_engines_in(site: Site) -> None:
    site.edit("index.html", "noindex", "index")


def list_in_the_sitemap(site: Site) -> None:
    site.edit("sitemap.xml", "</urlset>", "<url><loc>https://example.org/prov/rapport/</loc></url></urlset>")


def lose_a_figure_mark(site: Site) -> None:
    before, figure, after = site_parts(site, f'id="figur-{ORDER}"', "</figure>")
    marked = figure.replace('class="exempel"', 'class="annat"', 1)
    assert marked != figure
    (site.site / "rapport" / "index.html").write_text(before + marked + after, encoding="utf-8")


def lose_a_table_mark(site: Site) -> None:
    before, block, after = site_parts(site, 'id="tabellblock-enkat--permittering--storlek"', "<table")
    marked = block.replace('class="exempel"', 'class="annat"', 1)
    assert marked != block
    (site.site / "rapport" / "index.html").write_text(before + marked + after, encoding="utf-8")


def site_parts(site: Site, start: str, end: str) -> tuple[str, str, str]:
    text = (site.site / "rapport" / "index.html").read_text(encoding="utf-8")
    first = text.index(start)
    last = text.index(end, first)
    return text[:first], text[first:last], text[last:]


@pytest.mark.parametrize(
    ("spoil", "place", "found"),
    [
        (lose_a_figure, "site/rapport/", f"the figure or table {ORDER} is not on the page"),
        (lose_a_table, "site/rapport/", "the figure or table enkat--permittering--storlek is not on the page"),
        (lose_a_number, "site/", f"the number {ORDER}//minskat/share (50 procent) is not on the page"),
        (lose_a_page, "site/rapport/", f"the figure or table {ORDER} is not on the page"),
        (lose_a_page, "site/", "the link rapport/ leads to no page"),
        (lose_the_page_mark, "site/", "the page shows example data and does not say so"),
        (let_search_engines_in, "site/", "the page shows example data and lets search engines in"),
        (list_in_the_sitemap, "site/rapport/", "the page shows example data and stands in the sitemap"),
        (lose_a_figure_mark, "site/rapport/", f"the figure or table {ORDER} shows example data and does not say so"),
        (
            lose_a_table_mark,
            "site/rapport/",
            "the figure or table enkat--permittering--storlek shows example data and does not say so",
        ),
    ],
)
def test_what_the_pages_ask_for_must_be_there(site: Site, spoil: Break, place: str, found: str) -> None:
    spoil(site)
    assert (place, found) in site.told()


LEAKS: dict[str, Break] = {
    "a page's text": lambda site: site.add("om/index.html", "<p>Vi säljer  snart HELA bolaget</p>"),
    "escaped": lambda site: site.add("om/index.html", "<p>Vi s&auml;ljer snart hela bolaget</p>"),
    "a download": lambda site: site.edit("data/tables.json", "[", '["prov-id-111",'),
    "a file of its own": lambda site: site.add("data/index.html", "<!-- PROV-ID-111 -->"),
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_no_respondents_words_or_id_get_out_and_the_message_does_not_tell_them(site: Site, leak: Break) -> None:
    leak(site)
    told = site.told()
    assert told == [("site/", "1 open answers or respondent ids of brev stand in the site")]


def test_a_leak_into_the_pdf_is_seen(site: Site) -> None:
    assert [what for _, what in site.told("… prov-id-103 …")] == [
        "1 open answers or respondent ids of brev stand in the site"
    ]


def test_everything_is_told_at_once(site: Site) -> None:
    lose_the_page_mark(site)
    lose_a_figure(site)
    site.add("om/index.html", "<a href='../saknas/'>x</a><p>{{ n() }}</p>")
    told = site.told()
    assert {place for place, _ in told} == {"site/", "site/rapport/", "site/om/"}
    assert {
        f"the figure or table {ORDER} is not on the page",
        "the link ../saknas/ leads to no page",
        "a macro call was left as it is",
        "the page shows example data and does not say so",
    } <= {found for _, found in told}


def test_a_page_whose_macros_are_not_carried_out_may_show_their_signs(tmp_path: Path) -> None:
    project, site = small_project(tmp_path), tmp_path / "site"
    project.page("<h1>Hjälp</h1><pre>{{ share(…) }}</pre>", "hjalp.md", front="render_macros: false\n")
    check_site(finish(project, site), site)
    assert "{{ share(…) }}" in (site / "hjalp" / "index.html").read_text(encoding="utf-8")
