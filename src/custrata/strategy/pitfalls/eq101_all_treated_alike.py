"""All tiers or groups get the same service.

Avoid: one service model, one entitlement and one level of investment, copied into every tier.

Prefer: a difference that a customer would notice: who answers, how fast, what is included.

Why: the same for all gives too little to those who carry the company and too much to those who do not pay
for it.

Mend: write for each tier what it gets and what it does not; begin with the two ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.shares import partitions
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim, Proposal
from custrata.strategy.pitfalls.agreement import meant
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.tiering import STEEP, brought, times

FEWEST = 3
"""Two may be alike for a good reason; where all of three or more are, nobody has chosen."""

KINDS = ("service_model", "entitlement", "investment", "configuration", "proposition")
"""What may differ between tiers or groups."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if _alike(document.tiers) and not _bring_alike(known):
        yield _finding("tiers", f"{len(document.tiers)} tiers")
    for name, groups in partitions(document):
        if _alike(groups):
            yield _finding("groups", f"{len(groups)} groups by {name}")


def _finding(place: str, which: str) -> Finding:
    return PITFALL.finding(
        place,
        f"All {which} are given the same, word for word.",
        "Write what each gets that others do not, and what it does not get.",
    )


def _bring_alike(known: Known) -> bool:
    """Whether the data say that customers of all tiers bring about the same: then alike is right."""
    # Few customers a tier are enough for a doubt.
    value = brought(known.readings, least_n=1) if known.readings is not None else {}
    return bool(value) and times(value) < STEEP


def _alike(parts: Sequence[Part]) -> bool:
    if len(parts) < FEWEST:
        return False
    told = {kind: [_words(part, kind) for part in parts] for kind in KINDS}
    spoken = {kind: words for kind, words in told.items() if any(words)}
    agreed = any(meant(getattr(part, kind, None), part) for part in parts for kind in spoken)
    return agreed and all(all(words) and len(set(words)) == 1 for words in spoken.values())


def _words(part: Part, kind: str) -> str:
    sentence = getattr(part, kind, None)
    return " ".join(sentence.text.casefold().split()) if isinstance(sentence, Claim | Proposal) else ""


PITFALL = Pitfall(
    code="EQ101",
    slug="all_treated_alike",
    title="All tiers or groups are treated alike",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
