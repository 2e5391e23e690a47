"""The site's language: turns a `Message` into words.

English templates are the messages themselves; every other language is a gettext catalogue in
`locales/<language>/report.po`, compiled in memory so that no binary file is kept.
"""

import gettext
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from macros.language.message import Message

LOCALES = Path(__file__).parent / "locales"
LANGUAGES = ("sv", "en")


@dataclass(frozen=True)
class Language:
    """One language by its code, `sv` or `en`."""

    code: str

    def say(self, message: Message | str) -> str:
        """Give the message's words; a plain string is text already.

        >>> from macros.language.message import msg
        >>> Language("sv").say(msg("Did you mean {word}?", word="stod"))
        'Menade du stod?'
        """
        if isinstance(message, str):
            return message
        translations = _translations(self.code)
        if message.plural is None or message.count is None:
            template = translations.gettext(message.template)
        else:
            template = translations.ngettext(message.template, message.plural, message.count)
        values = {name: self.say(value) if isinstance(value, Message) else value for name, value in message.values}
        return template.format_map(values)


@cache
def _translations(code: str) -> gettext.NullTranslations:
    """Read and compile one catalogue; English needs none.

    Raises:
        ValueError: for a language that the house does not speak.
    """
    if code not in LANGUAGES:
        raise ValueError(f"no catalogue for language {code!r}")
    if code == "en":
        return gettext.NullTranslations()
    with (LOCALES / code / "report.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
