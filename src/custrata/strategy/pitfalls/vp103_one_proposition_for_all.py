"""There are several customer groups, and one proposition is to win them all.

Avoid: one offer for bakeries, hotels and households, or the same sentence copied from group to group.

Prefer: one proposition at the level “what we stand for”, and below it one for each group: its need, its
alternative, its proof.

Why: groups were told apart because they need different things; an offer that ignores it fits none of them.

Mend: write a proposition for each group that comes first, and mark the common one as “what we stand for”.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.offering.proposition import Level, Proposition
from custrata.strategy.pitfalls.agreement import said
from custrata.strategy.pitfalls.pitfall import Pitfall

MEND = "Write one for each group; what holds for all belongs to the level “what we stand for”."


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if len(document.groups) < 2:
        return
    offered = [p for p in document.propositions if p.level is Level.OFFERS and _written(p)]
    own = [p for p in offered if p.group]
    told_apart = bool(own) or any(said(group.proposition) for group in document.groups)
    for proposition in offered:
        if not proposition.group and not told_apart:
            yield PITFALL.finding(
                f"propositions[{proposition.id}]",
                f"It is the only offer for {len(document.groups)} groups that need different things.",
                MEND,
            )
    yield from _copied(own)


def _copied(own: list[Proposition]) -> Iterator[Finding]:
    seen: dict[str, Proposition] = {}
    for proposition in own:
        offer = " ".join(proposition.we_provide.casefold().split()).rstrip(".")
        first = seen.setdefault(offer, proposition)
        if offer and first.group != proposition.group:
            yield PITFALL.finding(
                f"propositions[{proposition.id}]",
                f"It offers {proposition.group} word by word what {first.id} offers {first.group}.",
                MEND,
            )


def _written(proposition: Proposition) -> bool:
    promises = any(said(promise.statement) for promise in proposition.promises)
    return bool(proposition.we_provide) or promises


PITFALL = Pitfall(
    code="VP103",
    slug="one_proposition_for_all",
    title="Several groups get one and the same proposition",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
