"""Which entries fit what was typed, best first."""

from __future__ import annotations

from collections.abc import Iterable

from custrata.web.frame.palette.entries import Found

MOST = 12
"""Lines that are shown; who wants others types one letter more."""

_ORDER = {"Page": 0, "Do": 1, "Group": 2, "Goal": 3, "Initiative": 4, "Experiment": 5, "Claim": 6}
_LAST = 7


def ranked(entries: Iterable[Found], typed: str) -> list[Found]:
    """The entries in which every typed word begins a word, best first.

    Args:
        entries: What there is.
        typed: What somebody typed; empty finds the pages.
    """
    words = typed.lower().split()
    if not words:
        return [entry for entry in entries if entry.kind == "Page"][:MOST]
    weighed = [(weight, at, entry) for at, entry in enumerate(entries) if (weight := _weight(entry, words))]
    weighed.sort(key=lambda found: (-found[0], _ORDER.get(found[2].kind, _LAST), found[1]))
    return [entry for _, _, entry in weighed[:MOST]]


def _weight(entry: Found, words: list[str]) -> int:
    """0 where a word is missing; a title counts more than what stands beside it, the whole most."""
    title = entry.title.lower()
    names, others = title.split(), f"{entry.also} {entry.kind}".lower().split()
    total = 0
    for word in words:
        if any(name.startswith(word) for name in names):
            total += 4
        elif any(other.startswith(word) for other in others):
            total += 2
        elif len(word) > 2 and word in title:
            total += 1
        else:
            return 0
    typed = " ".join(words)
    return total + (6 if title == typed else 3 if title.startswith(typed) else 0)
