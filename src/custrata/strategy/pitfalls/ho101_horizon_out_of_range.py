"""The strategy looks less than a year or more than three years ahead, or its vision does not fit.

Avoid: a plan for the quarter called a strategy, or one for ten years.

Prefer: 12 to 36 months for the strategy, 3 to 5 years for the vision behind it.

Why: in less than a year customers' behaviour hardly changes; beyond three years nothing in the plan can be
tested.

Mend: set `horizon.months` to 12 to 36 and `horizon.vision_years` to 3 to 5, or say in a suppression why not.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.pitfall import Pitfall

MONTHS = (12, 36)
VISION_YEARS = (3, 5)


def _find(document: Document, known: Known) -> Iterator[Finding]:
    months, years = document.horizon.months, document.horizon.vision_years
    if not MONTHS[0] <= months <= MONTHS[1]:
        yield PITFALL.finding(
            "horizon.months", f"The strategy looks {months} months ahead.", "Plan for 12 to 36 months."
        )
    if years is not None and not VISION_YEARS[0] <= years <= VISION_YEARS[1]:
        yield PITFALL.finding(
            "horizon.vision_years",
            f"The vision looks {years} years ahead.",
            "Let it look 3 to 5 years ahead.",
        )


PITFALL = Pitfall(
    code="HO101",
    slug="horizon_out_of_range",
    title="The horizon is too short or too long",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
