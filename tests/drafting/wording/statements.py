"""Statements to word anew, with the honest wordings and the lies that were written for them."""

from __future__ import annotations

import json
from pathlib import Path

from ruamel.yaml import YAML

from custrata.drafting.wording.masking import mask
from custrata.strategy.parts.statement import Claim, Figure, Proposal, ReadingKey

HERE = Path(__file__).parent


def figure(name, measure, value, unit, segment=(), period="all", **more):
    return Figure(name=name, measure=measure, value=value, unit=unit, segment=segment, period=period, **more)


def claim(text, *figures):
    return Claim(id="E01", text=text, figures=figures)


GOLD, SILVER = {"tier": "gold"}, {"tier": "silver"}
MONTHLY, YEARLY = {"contract": "Month-to-Month"}, {"contract": "Two Year"}

STATEMENTS = {
    "tiers": claim(
        "The top two tiers earn {earned} of gross margin with {size} of customers.",
        figure("earned", "gross_margin", 0.9003, "share", GOLD),
        figure("size", "customers", 0.2497, "share", GOLD),
    ),
    "known": claim(
        "{n|customer is|customers are} known; {orders|order|orders} brought {revenue}.",
        figure("n", "customers", 793.0, "customers"),
        figure("orders", "orders", 5009.0, "orders"),
        figure("revenue", "revenue", 2_297_200.86, "USD"),
    ),
    "year": claim(
        "Revenue of the latest year is {now}, against {before} in the year before.",
        figure("now", "revenue", 733_947.02, "USD", period="current"),
        figure("before", "revenue", 608_473.83, "USD", period="previous"),
    ),
    "leaving": claim(
        "With contract ⟦N1⟧ {high} have left; with ⟦N2⟧ {low}.",
        figure("high", "churn_rate", 0.4584, "share", MONTHLY),
        figure("low", "churn_rate", 0.0255, "share", YEARLY),
    ),
    "moves": claim(
        "{down} of customers fell a tier, {up} rose.",
        figure("down", "tier_moves", 0.3447, "share", {"move": "down"}),
        figure("up", "tier_moves", 0.3214, "share", {"move": "up"}),
    ),
    "gold_silver": claim(
        "Gold earns {gold} of revenue, silver {silver}.",
        figure("gold", "revenue", 0.51, "share", GOLD),
        figure("silver", "revenue", 0.3455, "share", SILVER),
    ),
    "loss": claim(
        "{n} of {total|customer|customers} brought a loss, {back} in all.",
        figure("n", "loss_making_customers", 155.0, "customers"),
        figure("total", "customers", 793.0, "customers"),
        figure("back", "gross_margin", -71_224.47, "USD"),
    ),
    "gap": claim(
        "Between two orders of a customer lie {days|day|days} at the median; nine in ten come within "
        "{long|day|days}.",
        figure("days", "inter_purchase_days", 129.0, "days"),
        figure("long", "inter_purchase_days_p90", 444.0, "days"),
    ),
    "category": claim(
        "⟦N1⟧ is what customers spend most on: {share} of revenue.",
        figure(
            "share",
            "revenue",
            0.364,
            "share",
            {"category": "Technology"},
            over=(ReadingKey(measure="revenue"),),
        ),
    ),
    "proposal": Proposal(
        id="P01",
        text="Reach customers as their silence grows, those who bring most first, and keep a random tenth "
        "aside to see what it changes.",
    ),
}


def _real():
    """Statements of drafts of real companies, with their names masked as a model sees them."""
    found = {}
    for key, said in json.loads((HERE / "claims_real.json").read_text(encoding="utf-8")).items():
        kind = Claim if said["kind"] == "claim" else Proposal
        masked = mask(said["text"], said.pop("names", ()))
        found[key] = kind.model_validate({**said, "text": masked.text})
    return found


REAL = _real()


def sentences(name):
    """Pairs of statement's name and wording in a file beside this one."""
    found = YAML(typ="safe").load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return [(key, text) for key, texts in found.items() for text in texts]
