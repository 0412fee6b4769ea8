"""What is promised and offered: outcomes, propositions, products, capabilities, people."""

from __future__ import annotations

from custrata.delivery.paper.book.listing import card, grid, said, section
from custrata.delivery.paper.folding import folded
from custrata.delivery.paper.page import Block, Grid, Lines
from custrata.delivery.paper.pages.value_proposition import level_title, proposition_sheet
from custrata.delivery.paper.telling import Teller

Blocks = tuple[Block, ...]


def offering(teller: Teller) -> Blocks:
    """Outcomes, propositions, offers, capabilities, people."""
    document = teller.document
    offers = [card(teller, o.name, o) for o in document.offers]
    roles = grid(
        teller,
        "Roles",
        document.people.roles,
        (
            ("Role", "title", 2),
            ("Team", "team", 2),
            ("New", "is_new", 1),
            ("Purpose", "purpose", 4),
            ("Holder", "holder", 2),
        ),
    )
    teams = grid(
        teller,
        "Teams across functions",
        document.people.teams,
        (
            ("Team", "name", 2),
            ("Functions", "functions", 3),
            ("Purpose", "purpose", 4),
            ("Groups", "groups", 2),
        ),
    )
    return (
        *section("What is to become true for customers", _outcomes(teller)),
        *_propositions(teller),
        *section("Products and services", offers),
        *section("What the company must be able to do", [_capabilities(teller)]),
        *section("People and culture", [roles, teams, said(teller, "Culture", document.people.culture)]),
    )


def _outcomes(teller: Teller) -> list[Block | None]:
    blocks: list[Block | None] = []
    for at, outcome in enumerate(teller.document.outcomes, start=1):
        blocks.append(card(teller, f"Outcome {at}", outcome, skip=("plans",)))
        specs = (
            ("Function", "function", 2),
            ("What it does for it", "contribution", 6),
            ("For", "goals", 2),
            ("Owner", "owner", 2),
        )
        blocks.append(grid(teller, "", outcome.plans, specs))
    return blocks


def _capabilities(teller: Teller) -> Grid | None:
    return grid(
        teller,
        "",
        teller.document.capabilities,
        (
            ("To be able to", "name", 3),
            ("Kind", "kind", 1),
            ("What is missing", "gap", 4),
            ("What closes it", "investment", 4),
            ("Cost", lambda c: teller.money(c.cost) if c.cost is not None else "", 1),
            ("Owner", "owner", 2),
        ),
    )


def _propositions(teller: Teller) -> Blocks:
    found: list[Block] = []
    for part in teller.document.propositions:
        sheet = proposition_sheet(teller, part)
        name = teller.group_name(part.group, level_title(part))
        found += section(f"Value proposition: {name}", [Lines("", (sheet.finding,)), *folded(sheet.blocks)])
    return tuple(found)
