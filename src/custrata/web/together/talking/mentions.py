"""People who are named in a text by ``@`` and their name: found, marked where it is shown, taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from custrata.web.together.people import Person

REMOVED = "[removed]"
"""What stands in place of the name of somebody who is removed."""


def mentioned(text: str, people: Iterable[Person]) -> list[int]:
    """Keys of the people whom a text names, each once.

    Args:
        text: What somebody wrote.
        people: Everybody of the workspace.

    Example:
        >>> mentioned("Ask @Ann Lee, please", [Person(3, "Ann Lee", "AL"), Person(4, "Ann", "A")])
        [3]
    """
    known = list(people)
    names = {person.name.casefold(): person.key for person in known}
    found = (names[match.group(1).casefold()] for match in _pattern(known).finditer(text))
    return list(dict.fromkeys(found))


def marked(text: str, people: Iterable[Person]) -> SafeString:
    """A text as a page shows it: names marked, lines kept, nothing else taken as markup.

    Args:
        text: What somebody wrote.
        people: Everybody of the workspace.
    """
    pattern, pieces, last = _pattern(list(people)), [], 0
    for match in pattern.finditer(text):
        pieces += [_lines(text[last : match.start()]), f'<span class="at">{escape(match.group(0))}</span>']
        last = match.end()
    return mark_safe("".join([*pieces, _lines(text[last:])]))  # every piece is escaped


def unnamed(text: str, name: str) -> str:
    """A text that names somebody no more; who is called like the beginning of another name is not that other.

    Args:
        text: What somebody wrote.
        name: Who is named in it.

    Example:
        >>> unnamed("Thanks @Ann, and @Annabel", "Ann")
        'Thanks [removed], and @Annabel'
    """
    return _naming([name]).sub(REMOVED, text)


def _lines(text: str) -> str:
    return escape(text).replace("\r\n", "\n").replace("\n", "<br>")


def _pattern(people: list[Person]) -> re.Pattern[str]:
    return _naming([person.name for person in people if person.name])


def _naming(called: list[str]) -> re.Pattern[str]:
    """``@`` and one of the names, the longest first, so that no name is cut by a shorter one."""
    names = sorted(map(re.escape, called), key=len, reverse=True)
    return re.compile(rf"(?<!\w)@({'|'.join(names)})(?!\w)", re.IGNORECASE) if names else re.compile(r"(?!)")
