"""A promise uses words that every competitor uses as well.

Avoid: innovative, best-in-class, world-class, leading, seamless, next-generation, one-stop shop.

Prefer: what changes for the customer, for whom, by how much and by when: “a person answers within four
hours”.

Why: a word that nobody would deny of themselves tells nobody apart, and cannot be shown broken.

Mend: say what a customer would see, with a number where there is one. Words that are refused, or stand in
quotes, are not meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.facing import promised
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.matching import refused, used
from custrata.strategy.pitfalls.pitfall import Pitfall

VAGUE = (
    "best in class",
    "best in the industry",
    "best of breed",
    "bleeding edge",
    "customer centric",
    "cutting edge",
    "excellent quality",
    "excellent service",
    "excellent solutions",
    "excellent support",
    "exceptional quality",
    "exceptional service",
    "exceptional solutions",
    "exceptional support",
    "extra mile",
    "future proof",
    "game changer",
    "game changing",
    "ground breaking",
    "groundbreaking",
    "high quality products",
    "high quality service",
    "high quality solutions",
    "highest quality",
    "highest standards",
    "holistic approach",
    "holistic solution",
    "industry leader",
    "industry leading",
    "innovation leader",
    "innovative",
    "market leader",
    "market leading",
    "next gen",
    "next generation",
    "number one choice",
    "one stop shop",
    "outstanding quality",
    "outstanding service",
    "outstanding solutions",
    "outstanding support",
    "paradigm shift",
    "revolutionary",
    "seamless",
    "seamlessly",
    "second to none",
    "state of the art",
    "synergies",
    "synergy",
    "top notch",
    "top quality",
    "truly unique",
    "trusted partner",
    "turnkey solution",
    "unique approach",
    "unique experience",
    "unique solution",
    "unmatched experience",
    "unmatched quality",
    "unmatched service",
    "unparalleled",
    "unrivaled",
    "unrivalled",
    "value added services",
    "world class",
    "world leading",
    "world's best",
)
"""Words of which nobody would say the opposite of themselves."""

AUDIENCE = (".for_whom", ".who_need")
"""Fields that speak of customers, not of what they are promised."""

_LEADING = re.compile(
    r"\b(?:the|a|an|our|as)\s+(?:\w+\s+)?leading\s+(?!indicator|measure|cause|reason|question|figure|metric|sign)\w+",
    re.IGNORECASE,
)

_THINGS = re.compile(
    r"\bseamless (?:tub\w+|pip\w+|steel|knit\w*|gutters?|socks|leggings|underwear|floors?)\b", re.IGNORECASE
)
"""Things that have no seam."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for text in promised(document):
        words = () if text.place.endswith(AUDIENCE) else _vague(text.words)
        if words:
            yield PITFALL.finding(
                text.place,
                f"{', '.join(f'“{word}”' for word in words)}: any company could say that of itself.",
                "Say what a customer would see, by how much and by when.",
            )


def _vague(words: str) -> tuple[str, ...]:
    words = _THINGS.sub(" ", words)
    leading = (m.group() for m in _LEADING.finditer(words) if not refused(words, m.start()))
    return used(words, VAGUE) or tuple(leading)


PITFALL = Pitfall(
    code="VP102",
    slug="vague_promise",
    title="A promise could stand on any company's page",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
