"""The ground of the strategy: foundation, business context, canvas, customer groups, tiers."""

from __future__ import annotations

from custrata.delivery.deck.material import title_case
from custrata.delivery.paper.book.listing import card, grid, section
from custrata.delivery.paper.page import Block, Lines, Voice
from custrata.delivery.paper.telling import Teller, plainly
from custrata.strategy.parts.canvas import QUESTIONS, TITLES
from custrata.strategy.wording.spelling import spell

Blocks = tuple[Block, ...]


def ground(teller: Teller) -> Blocks:
    """Foundation, business context, and the twelve blocks of the canvas."""
    document = teller.document
    foundation = card(teller, "Foundation", document.foundation)
    business = card(teller, "Business context", document.business, skip=("revenue_targets",))
    targets = grid(
        teller,
        "Revenue targets",
        document.business.revenue_targets,
        (
            ("Where from", "kind", 2),
            ("Amount", lambda t: teller.money(t.amount), 2),
            ("In months", "in_months", 1),
            ("Team", "team", 2),
            ("Group", "group", 2),
            ("Product", "product", 2),
            ("Basis", "basis", 4),
            ("Owner", "owner", 2),
        ),
    )
    filled = [b for b in (foundation, business) if any(x.support > 0 for x in b.lines)]
    first = section("What the company is for", [*filled, targets])
    return (*first, *_canvas(teller))


def _canvas(teller: Teller) -> Blocks:
    blocks: list[Block] = []
    empty: list[str] = []
    for name, block in teller.document.canvas.blocks():
        lines = teller.lines(block.statements)
        if lines:
            blocks.append(Lines(TITLES[name], (plainly(QUESTIONS[name], Voice.QUIET), *lines)))
        else:
            empty.append(TITLES[name])
    if empty:
        missing = f"Nothing is written in these blocks: {'; '.join(empty)}."
        blocks.append(Lines("Blocks that are empty", (teller.line(None, missing=missing),)))
    return section("The canvas", blocks, lead="Five zones, twelve blocks; each answers one question.")


def customers(teller: Teller) -> Blocks:
    """Groups with intent, and the policy of the tiers."""
    document = teller.document
    groups = [card(teller, g.name, g, skip=("share_targeted",)) for g in document.groups]
    targets = grid(
        teller,
        "Shares aimed at",
        [g for g in document.groups if g.share_targeted.value is not None],
        (
            ("Group", "name", 2),
            ("Share aimed at", lambda g: spell(g.share_targeted.value, "share"), 1),
            ("In months", lambda g: g.share_targeted.in_months, 1),
            ("Basis", lambda g: g.share_targeted.basis, 5),
            ("Owner", lambda g: g.share_targeted.owner, 2),
        ),
    )
    tiers = grid(
        teller,
        "",
        document.tiers,
        (
            ("Tier", lambda t: title_case(t.tier.value), 2),
            ("What it earns", "position", 4),
            ("Investment", "investment", 3),
            ("Service", "service_model", 3),
            ("Entitlement", "entitlement", 3),
            ("Owner", "owner", 2),
        ),
    )
    return (
        *section("Customer groups", [*groups, targets]),
        *section("Policy of the portfolio tiers", [tiers]),
    )
