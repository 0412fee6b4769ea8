"""Sentences with placeholders: wording and numbers stay apart until they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from custrata.strategy.wording.spelling import spell

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)(?:\|([^{}|]*)\|([^{}|]*))?\}")
_QUOTED = re.compile(r"“[^”]*”")


def placeholders(text: str) -> tuple[str, ...]:
    """The names of the placeholders in a text, in its order.

    Example:
        >>> placeholders("{n|customer|customers} earn {share}")
        ('n', 'share')
    """
    return tuple(m.group(1) for m in _PLACEHOLDER.finditer(text))


def fill(text: str, numbers: Mapping[str, tuple[float | None, str]]) -> str:
    """A text with its placeholders replaced by spelled numbers.

    ``{n|customer is|customers are}`` writes the number, then the first wording for 1, else the second.

    Args:
        text: The text with placeholders.
        numbers: Number and unit by name; a name that is absent is not known.

    Example:
        >>> fill("{n|customer is|customers are} lost", {"n": (1, "customers")})
        '1 customer is lost'
    """

    def written(match: re.Match[str]) -> str:
        name, one, many = match.groups()
        value, unit = numbers.get(name, (None, ""))
        number = spell(value, unit)
        if one is None:
            return number
        return f"{number} {one if number == '1' else many}"

    return _PLACEHOLDER.sub(written, text)


def quotable(name: str) -> str:
    """A name out of the data as it may stand in a sentence: nothing in it reads as a placeholder or a quote.

    Example:
        >>> quotable("“{n} seats”")
        "'(n) seats'"
    """
    return name.translate(str.maketrans("{}“”", "()''"))


def loose_digits(text: str) -> tuple[str, ...]:
    """Numbers that stand in a text as digits, outside placeholders and outside names in “ ”.

    Example:
        >>> loose_digits("{share} of “18-24” spend 12% more")
        ('12%',)
    """
    bare = _QUOTED.sub(" ", _PLACEHOLDER.sub(" ", text))
    return tuple(re.findall(r"\d[\d.,]*%?", bare))
