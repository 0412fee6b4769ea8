"""More channels have a charter than a company can work well at a time.

Avoid: a charter for every place where customers might be.

Prefer: a few channels with a role each, done so well that they can be repeated, before the next one is
added.

Why: each channel needs its own content, people and measures; thin on ten is weaker than good on four.

Mend: keep the channels that bring or hold the primary group, and close or pause the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.papers.channel_charter import ChannelCharter
from custrata.strategy.pitfalls.agreement import said, taken
from custrata.strategy.pitfalls.pitfall import Pitfall

MOST_CHANNELS = 6
"""From the seventh on hardly a company has people for each."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    worked = {charter.channel.casefold() for charter in document.channel_charters if _worked(charter)}
    if len(worked) > MOST_CHANNELS:
        yield PITFALL.finding(
            "channel_charters",
            f"{len(worked)} channels are to be worked at once; few can be done well.",
            f"Keep at most {MOST_CHANNELS}, those that reach the primary group, and pause the others.",
        )


def _worked(charter: ChannelCharter) -> bool:
    return taken(charter) or said(charter.role) or bool(charter.goals or charter.budget)


PITFALL = Pitfall(
    code="CH101",
    slug="channel_sprawl",
    title="There are more channels than can be done well",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
