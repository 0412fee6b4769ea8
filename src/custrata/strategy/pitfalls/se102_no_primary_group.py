"""Among several groups none, or more than one, is the group that the company designs around.

Avoid: two groups with primary months at once, or profiles that are all secondary.

Prefer: one group for the next 6 to 12 months, by size, growth, willingness to pay and fit. The others are
served, not designed for.

Why: two centres pull product, price and message apart; without one each team picks its own.

Mend: choose one group, set its `primary_months`, and take them off the others; one profile is `primary`.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.papers.profile import ProfileTier
from custrata.strategy.pitfalls.agreement import said
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if len(document.groups) < 2:
        return
    first = [group.name for group in document.groups if group.primary_months is not None]
    profiles = [profile for profile in document.profiles if said(profile.statement)]
    leading = [profile.id for profile in profiles if profile.tier is ProfileTier.PRIMARY]
    if len(first) > 1:
        yield PITFALL.finding(
            "groups", f"{' and '.join(first)} are all primary.", "Keep `primary_months` at one of them."
        )
    elif len(leading) > 1:
        yield PITFALL.finding(
            "profiles",
            f"{' and '.join(leading)} are all primary.",
            "Keep one, and make the others secondary.",
        )
    elif profiles and not leading and not first:
        yield PITFALL.finding(
            "profiles",
            f"There are {len(document.groups)} groups, and no profile is the primary one.",
            "Choose the group to design around for the next 6 to 12 months.",
        )


PITFALL = Pitfall(
    code="SE102",
    slug="no_primary_group",
    title="The primary group is missing or not the only one",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
