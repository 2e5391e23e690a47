"""The site's settings: the few facts of `mkdocs.yml` that more than the generator needs.

Belongs here: reading them, and what the environment overrides. Does not: anything about surveys. A missing contact
stays missing; nothing is invented.
"""

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from yaml_env_tag import construct_env_tag

from macros.errors import Place, Problem, ReportError
from macros.language.catalogue import LANGUAGES, Language
from macros.language.message import msg
from macros.survey.yaml_mistake import yaml_problem

FILE = "mkdocs.yml"
_AS_IN = msg("As in {example}", example="site_name: …")


@dataclass(frozen=True)
class Settings:
    """What `mkdocs.yml` says about the site.

    Attributes:
        pages: the markdown files of the navigation, in its order, relative to `docs/`.
        url: address of the published site with a final slash, empty when it is not known.
        menu_lines: the line of `mkdocs.yml` that each of the pages stands on.
        assessed: when somebody last tried how accessible the site is; None where that is not said.
    """

    name: str
    language: str
    url: str
    organisation: str
    contact: str
    licence: str
    pages: tuple[str, ...]
    assessed: datetime.date | None = None
    menu_lines: tuple[int, ...] = ()

    @property
    def spoken(self) -> Language:
        """The site's language, with its words."""
        return Language(self.language)

    @property
    def path(self) -> str:
        """The path under which the site is served.

        >>> Settings("", "sv", "https://example.org/rapport/", "", "", "", ()).path
        '/rapport/'
        """
        return urlsplit(self.url).path or "/"


class _Loader(yaml.SafeLoader):
    """Safe YAML with `!ENV`; the generator's own Python tags are passed over."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda _loader, _suffix, _node: None)


def read_settings(root: Path) -> Settings:
    """Read a project's settings.

    Raises:
        ReportError: no `mkdocs.yml`, not text, not YAML, no keys, or a language that the house does not speak.
    """
    place = Place(FILE)
    text = ""
    try:
        text = (root / FILE).read_text(encoding="utf-8")
        configuration = yaml.load(text, Loader=_Loader)  # noqa: S506  (a SafeLoader)
    except FileNotFoundError:
        found = msg("there is no {file} here", file=FILE)
        raise ReportError([Problem(place, found, hint=msg("Run the command in the project's folder."))]) from None
    except UnicodeDecodeError:
        found = msg("the file is not UTF-8 text")
        raise ReportError([Problem(place, found, hint=msg("Save the file as UTF-8."))]) from None
    except yaml.YAMLError as error:
        raise ReportError([yaml_problem(FILE, error, text)]) from None
    if not isinstance(configuration, dict):
        raise ReportError([Problem(place, msg("the settings are not keys with values"), hint=_AS_IN)])
    theme = configuration.get("theme")
    language = str(theme.get("language", "sv")) if isinstance(theme, dict) else "sv"
    if language not in LANGUAGES:
        found = msg("the site's language {language} has no words here", language=language)
        raise ReportError([Problem(place, found, msg("{choices}", choices=", ".join(LANGUAGES)))])
    extra = configuration.get("extra") or {}
    menu = tuple(_menu(text))
    return Settings(
        name=str(configuration.get("site_name", "")),
        language=language,
        url=os.environ.get("SITE_URL") or str(configuration.get("site_url") or ""),
        organisation=str(extra.get("organisation") or ""),
        contact=str(os.environ.get("SITE_CONTACT") or extra.get("contact") or ""),
        licence=str(extra.get("licence") or ""),
        pages=tuple(page for page, _ in menu),
        assessed=_day(extra.get("assessed_on")),
        menu_lines=tuple(line for _, line in menu),
    )


def _day(given: object) -> datetime.date | None:
    if given is None or isinstance(given, datetime.date):
        return given
    try:
        return datetime.date.fromisoformat(str(given))
    except ValueError:
        found = msg("{given} is no day", given=str(given))
        hint = msg("As in {example}", example='assessed_on: "2026-11-25"')
        raise ReportError([Problem(Place(FILE), found, hint=hint)]) from None


def _menu(text: str) -> Iterator[tuple[str, int]]:
    """Every page that the menu names, with its line; addresses of other sites are none."""
    root = yaml.compose(text, Loader=_Loader)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "nav":
            yield from _pages(value)


def _pages(node: yaml.Node) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _pages(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _pages(value)
    elif isinstance(node, yaml.ScalarNode) and node.value and not urlsplit(node.value).scheme:
        yield node.value, node.start_mark.line + 1
