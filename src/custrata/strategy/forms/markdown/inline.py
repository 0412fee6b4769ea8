"""Text inside a line of Markdown: signs that Markdown would take for its own are escaped, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from custrata.strategy.forms.cells import ODD

EMPTY = "&empty;"
"""Stands for a text without letters."""

ANYWHERE = frozenset("\\`*[]<|~")
AT_START = frozenset("#-+=>:")
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|([^{}|]*)\|([^{}|]*))?\}")
LINK = r'\[(?P<shown>(?:\\.|[^\]\\])*)\]\(#(?P<name>[a-z][a-z0-9_]*)(?: "(?P<forms>(?:\\.|[^"\\])*)")?\)'
TOKEN = re.compile(rf"\\\n[ \t]*|\\(?P<sign>.)|&#(?P<number>\d+);|&empty;|{LINK}|(?<![ \t])[ \t]*\n[ \t]*")


def escaped(text: str, *, one_line: bool = False) -> str:
    r"""A text as it stands in Markdown.

    Args:
        text: The text.
        one_line: Whether it must not go over several lines, as in headings.

    Example:
        >>> escaped("a|b"), escaped("# 1"), escaped(""), escaped(" x")
        ('a\\|b', '\\# 1', '&empty;', '&#32;x')
    """
    if not text:
        return EMPTY
    return "".join(_sign(text, place, one_line) for place in range(len(text)))


def sentence(text: str, shown: Callable[[re.Match[str]], str]) -> str:
    """A text with placeholders, each as a link whose words are the number.

    Args:
        text: The text.
        shown: Gives what a placeholder reads as.
    """
    out, at = [], 0
    for match in PLACEHOLDER.finditer(text):
        out += [_sign(text, place, False) for place in range(at, match.start())]
        name, one, many = match.groups()
        forms = f' "{_title(one)}|{_title(many)}"' if one is not None else ""
        out.append(f"[{escaped(shown(match), one_line=True)}](#{name}{forms})")
        at = match.end()
    out += [_sign(text, place, False) for place in range(at, len(text))]
    return "".join(out)


def unescaped(text: str, link: Callable[[str, str, str | None], str] | None = None) -> str:
    r"""The text behind its Markdown.

    Args:
        text: As :func:`escaped` or :func:`sentence` writes it.
        link: Turns words, name and forms of a link into a placeholder; without it links stay as they are.

    Example:
        >>> unescaped("a\\|b &#32;x"), unescaped("one\\\n  two"), unescaped("soft\nbreak")
        ('a|b  x', 'one\ntwo', 'soft break')
    """

    def read(match: re.Match[str]) -> str:
        if match["sign"]:
            return match["sign"]
        if match["number"]:
            return chr(int(match["number"])) if int(match["number"]) < 0x110000 else match.group()
        if match["name"]:
            forms = match["forms"]
            shown = unescaped(match["shown"])
            return (
                link(shown, match["name"], None if forms is None else unescaped(forms))
                if link
                else match.group()
            )
        if match.group().startswith("\\"):
            return "\n"
        return "" if match.group() == EMPTY else " "

    return TOKEN.sub(read, text)


def coded(value: Any) -> str:
    """Plain values in one span of code.

    Example:
        >>> coded({"tier": "gold"})
        '`{"tier": "gold"}`'
    """
    text = json.dumps(value, ensure_ascii=False, default=str)
    return f"`{_safe(text)}`"


def _safe(text: str) -> str:
    text = text.replace("`", "\\u0060")
    return ODD.sub(lambda m: f"\\u{ord(m.group()[0]):04x}{m.group()[1:]}", text)


def _title(text: str) -> str:
    return "".join(_sign(text, place, True) for place in range(len(text))).replace('"', '\\"')


def _sign(text: str, place: int, one_line: bool) -> str:
    sign = text[place]
    before = text[place - 1] if place else "\n"
    after = text[place + 1] if place + 1 < len(text) else "\n"
    if sign == "\n":
        return f"&#{ord(sign)};" if one_line or "\n" in (before, after) else "\\\n"
    if ODD.match(sign) or (sign.isspace() and (sign != " " or "\n" in (before, after))) or sign == "\u00b7":
        return f"&#{ord(sign)};"
    if (
        sign in ANYWHERE
        or (before == "\n" and sign in AT_START)
        or _would_be_read(text, place, before, after)
    ):
        return f"\\{sign}"
    return sign


def _would_be_read(text: str, place: int, before: str, after: str) -> bool:
    """Whether Markdown takes a sign for its own here, though not everywhere."""
    sign = text[place]
    if sign == "_":
        return not (before.isalnum() and after.isalnum())
    if sign == "&":
        return after == "#" or after.isalnum()
    if sign in ".)":
        line = text.rfind("\n", 0, place) + 1
        return text[line:place].isdigit()
    return False
