"""The revenue rests on a few customers, and the strategy does not speak of it.

Avoid: a plan for the average customer while a handful of accounts decide the year.

Prefer: an assumption with a threshold, or a decision, that says what is done if one of the largest leaves.

Why: one departure then undoes what all the other goals bring, and it comes without warning when nobody
watches.

Mend: write an assumption on the share of the largest customers, a goal that lowers it, or let the finding
stand with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Readings, Severity
from custrata.strategy.lint.naming import measures_of
from custrata.strategy.parts.part import Part, walk
from custrata.strategy.pitfalls.agreement import in_force
from custrata.strategy.pitfalls.certainty import ends, latest, sure
from custrata.strategy.pitfalls.families import CONCENTRATION
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.wording.spelling import spell

LIMITS = (
    ("top_1_revenue_share", "the largest customer", 0.10, 20),
    ("top_5_revenue_share", "the five largest customers", 0.40, 50),
    ("top_10_revenue_share", "the ten largest customers", 0.50, 100),
)
"""Measure, whose share, from which share on, and of how many customers at least.

From a tenth on, accounting standards ask that a single customer be disclosed. With few customers the ten
largest are most of them, and their share says nothing.
"""

HIGH_HHI = 0.15
"""Where merger control begins to call a market concentrated; a base is as exposed as a market."""

HHI_FROM = 20
"""Customers under which the index is high by arithmetic."""

WORDS = re.compile(
    r"\b(concentrat\w*|(largest|biggest|top) (\w+ )?(customer|account|client|buyer)s?|key accounts?"
    r"|(few|handful of|one|single) (large |big )?(customer|account|client|buyer)s?|depend\w* on)\b",
    re.IGNORECASE,
)
"""Words by which people speak of it."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if known.readings is None or not in_force(document) or _spoken_of(document):
        return
    shown = _shown(known.readings)
    if shown:
        yield PITFALL.finding(
            "assumptions",
            f"{shown}, and no assumption, decision, goal or initiative speaks of it.",
            "Write an assumption with a threshold on it, decide what is done, or let it stand with a reason.",
        )


def _shown(readings: Readings) -> str:
    for measure, whose, limit, least in LIMITS:
        reading = latest(readings, measure)
        if reading is not None and sure(reading, least) and ends(reading)[0] >= limit:
            return f"{whose[0].upper()}{whose[1:]} {VERB[whose]} {spell(reading.value, 'share')} of revenue"
    reading = latest(readings, "revenue_hhi")
    if reading is not None and sure(reading, HHI_FROM) and ends(reading)[0] >= HIGH_HHI:
        return f"Revenue is concentrated (Herfindahl-Hirschman {spell(reading.value, 'index')})"
    return ""


VERB = {LIMITS[0][1]: "brings", LIMITS[1][1]: "bring", LIMITS[2][1]: "bring"}
"""One customer brings, several bring."""


def _spoken_of(document: Document) -> bool:
    led = {insight.claim for insight in document.insights}
    chapters: tuple[Part, ...] = (
        *document.assumptions,
        *document.decisions,
        *document.goals,
        *document.initiatives,
        *document.objectives,
        *document.scorecard,
        *document.principles,
        *document.escalations,
        *document.business.challenges,
        *document.business.hunches,
        *(claim for claim in document.claims() if claim.id in led),
    )
    return any(_speaks(inner) for part in chapters for _, inner in walk(part))


def _speaks(part: Part) -> bool:
    if CONCENTRATION.intersection(measures_of(part)):
        return True
    words = (getattr(part, field, "") for field in ("text", "kill_criterion", "what", "portfolio_change"))
    return any(isinstance(text, str) and WORDS.search(text) for text in words)


PITFALL = Pitfall(
    code="CO101",
    slug="concentration_ignored",
    title="Revenue rests on a few customers, and nothing speaks of it",
    severity=Severity.WARNING,
    find=_find,
    needs_data=True,
)
"""This mistake."""
