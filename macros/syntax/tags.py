"""What is wrong with a tag, of which one depends on another: `{% if … %}` and its end; and with a comment."""

import re

from macros.errors import nearest
from macros.language.message import msg
from macros.syntax.words import Words, unreadable, write
from macros.vocabulary import NAMES

_TAGS = ("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "raw", "endraw")


def of_tags(why: str, line: str) -> Words:
    """What is wrong, from the generator's words and the line that they name.

    >>> found, hint = of_tags("Encountered unknown tag 'share'.", "")
    >>> found.values, hint.values
    ((('tag', '{% share %}'),), (('right', '{{ share(…) }}'),))
    """
    unknown = re.search(r"unknown tag '(\w+)'", why)
    if unknown:
        name = unknown[1]
        tag = f"{{% {name} %}}"
        if name in _TAGS:
            return msg("{tag} stands without its beginning", tag=tag), None
        hint = write(f"{{{{ {name}(…) }}}}") if name in NAMES else nearest(name, _TAGS)
        return msg("there is no tag {tag}", tag=tag), hint
    unclosed = re.search(r"closed is '(\w+)'", why)
    if unclosed:
        return msg("{tag} is never closed", tag=f"{{% {unclosed[1]} %}}"), write(f"{{% end{unclosed[1]} %}}")
    anchor = re.search(r"\{(#[^\s}]+)\}", line)
    if anchor and "comment" in why:
        return msg("{tag} begins a comment", tag="{#"), write(f"{{ {anchor[1]} }}")
    if "comment" in why:
        return msg("{tag} is never closed", tag="{#"), write("#}")
    return unreadable(why)
