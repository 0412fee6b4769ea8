"""The first thing that a goal says is what the company wants to have.

Avoid: “Increase revenue by 10%”, “Grow ARR in the enterprise segment”.

Prefer: customers first, then the business: “Customers get enough out of us that they stay; revenue holds.”

Why: people do what a goal says first. A number of ours can be reached against customers, for a while.

Mend: write what becomes true for customers, and let the number follow in the second half or as the lagging
indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.texts import bare
from custrata.strategy.pitfalls.pitfall import Pitfall

_GETTING = (
    r"accelerate|achieve|add|boost|bring in|capture|double|drive|earn|expand|extract|gain|generate|get|grow"
    r"|hit|improve|increase|lift|make|maximi[sz]e|optimi[sz]e|protect|raise|reach|secure|triple|win"
)
_OURS = (
    r"aov|arpa|arpu|arr|average order value|basket size|bookings?|cash flow|clv|cltv|cross[ -]?sell(?:ing)?"
    r"|(?:customer )?lifetime value|customer equity|earnings|ebitda|ltv|market shares?|mrr"
    r"|margins?(?! of (?:error|safety))|nrr|pipeline|profits?|profitability|revenues?"
    r"|sales(?! (?:advice|call|meeting|process|staff|support|team|visit))"
    r"|shares? of wallet|topline|top line|turnover|up[ -]?sell(?:ing)?|wallet share"
)
_FIRST = re.compile(
    rf"^\W*(?:to |we (?:will |want to )?)?(?:{_GETTING})(?:ing|s)?\s+"
    rf"(?P<between>(?:[^\s.,;:]+\s+){{0,4}}?)(?:{_OURS})(?![\w-])"
    r"(?! (?:for|of) (?:our |the )?(?:customers|clients|members|users)\b)",
    re.IGNORECASE,
)
_NOUN_FIRST = re.compile(
    rf"^\W*(?:our |the )?(?:{_OURS})(?![\w-])\s+(?:grows?|rises?|increases?|doubles?|goes up)\b",
    re.IGNORECASE,
)
_SELLING = re.compile(
    r"^\W*(?:to |we (?:will |want to )?)?(?:sell (?:more|twice)|up-?sell|cross-?sell"
    r"|(?:be|become) (?:the |a )?(?:market leader|leader of the market|number one)"
    r"|(?:cut|lower|reduce) (?:our |the )?(?:acquisition costs?|cac|costs? (?:to serve|of service)"
    r"|service costs?)"
    rf"|(?:more|higher|\d+\s?%\s?(?:more|higher)) (?:{_OURS})\b|(?:{_OURS}) growth\b)",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:customers|clients|users|members|buyers)\b|\b(?:customer|client|member)['’]s\b|\btheir\b|\byour\b",
    re.IGNORECASE,
)


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for goal in document.goals:
        text = bare(goal.statement.text)
        first = _FIRST.search(text)
        ours = first is not None and not _THEIRS.search(first["between"])
        if ours or _NOUN_FIRST.search(text) or _SELLING.search(text):
            yield PITFALL.finding(
                f"goals[{goal.id}].statement",
                f"“{goal.statement.said()}” begins with what the company gains.",
                "Say first what becomes true for customers; the number may follow.",
            )


PITFALL = Pitfall(
    code="GO104",
    slug="business_before_customer",
    title="A goal begins with what the company gains",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
