"""Whether a text uses a word: whole words, in any case, and not where the word is refused or spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_REFUSING = re.compile(
    r"\b(?:not|no|never|without|nor|neither|avoid\w*|instead of|rather than|stop\w*|less|beyond|than|against"
    r"|cannot|can't|don't|doesn't|isn't|aren't|won't|nothing|nobody|refuse\w*|drop\w*|words? like|so-called"
    r"|replac\w+|unlike|call\w* (?:it|this|that|us|ourselves))\b",
    re.IGNORECASE,
)
"""What turns a word round when it stands before it in the same clause."""

_CLAUSE = re.compile(r"[.;:!?…—–,()]|\bbut\b|\band yet\b", re.IGNORECASE)
_REACH = 6
"""How many words back a refusal is looked for; farther away it speaks of something else."""


@lru_cache(maxsize=256)
def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for phrases: whole words, a hyphen is as good as a space, a plural s is allowed."""
    longest_first = sorted(phrases, key=len, reverse=True)
    bodies = (r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", p)) for p in longest_first)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(bodies)})(?:'?s)?(?![\w-])", re.IGNORECASE)


def used(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases that a text uses, as they stand there, each once.

    Args:
        text: The text; what stands in quotes should be out of it (``texts.bare``).
        phrases: Words or phrases.

    Example:
        >>> used("A Best-in-class service", ("best in class",))
        ('Best-in-class',)
        >>> used("Not best-in-class, but there in a day", ("best in class",))
        ()
    """
    known = tuple(phrases)
    if not known:
        return ()
    found = (m for m in pattern_of(known).finditer(text) if not refused(text, m.start()))
    return tuple(dict.fromkeys(match.group() for match in found))


def named(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases that a text names, refused ones included, as they stand there, each once.

    Example:
        >>> named("You get less churn", ("churn",))
        ('churn',)
    """
    known = tuple(phrases)
    return tuple(dict.fromkeys(pattern_of(known).findall(text))) if known else ()


def refused(text: str, at: int) -> bool:
    """Whether what stands at a position of a text is refused in its own clause.

    Example:
        >>> refused("we do not sell leads", 15), refused("we do not wait, we sell leads", 24)
        (True, False)
    """
    clause = _CLAUSE.split(text[:at])[-1]
    return bool(_REFUSING.search(" ".join(clause.split()[-_REACH:])))
