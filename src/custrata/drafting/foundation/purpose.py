"""Purpose, vision, mission and values: nobody's to compute, so each says whom it waits for."""

from __future__ import annotations

from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.foundation.purpose import Foundation


def draft_foundation(sketch: Sketch) -> Foundation:
    """Five gaps, each with the question that the board answers in a sentence."""
    pen = sketch.pen
    company = sketch.desk.snapshot.manifest.company or "the company"
    return Foundation(
        purpose=pen.gap(
            f"Why {company} exists, beyond what it earns, stands in none of its data.",
            "one sentence of the board: what would customers miss without us",
        ),
        vision=pen.gap(
            "What will be true for customers one day because of us is not written down.",
            "one sentence of the board: how customers live or work when we have succeeded",
        ),
        mission=pen.gap(
            "What we do every day towards that is not written down.",
            "one sentence of the board: for whom we do what, and how",
        ),
        values=(
            pen.gap(
                "What we hold to when it costs us something is not written down.",
                "three or four values, each with a case in which it decided",
            ),
        ),
        business_strategy=(
            pen.gap(
                "What the business strategy asks of customers, and what it rules out, is not known.",
                "the business strategy, read beside this draft so that neither contradicts the other",
            ),
        ),
    )
