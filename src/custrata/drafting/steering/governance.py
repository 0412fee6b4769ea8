"""Decision rights and principles that a company agrees or refuses."""

from __future__ import annotations

from custrata.drafting.roles import CHIEF, DATA, FINANCE, PRODUCT, SERVICE, SPONSOR, keeper, winner
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.governance import DecisionRight, Principle


def draft_decision_rights(sketch: Sketch) -> tuple[DecisionRight, ...]:
    """Who could decide what; roles are suggested, nobody is named."""
    keeps, wins = keeper(sketch.desk), winner(sketch.desk)
    rights = [
        _right("intents", "what is meant with each customer group", CHIEF, (FINANCE, wins, keeps), SPONSOR),
        _right("price", "a price or discount outside the rule", FINANCE, (wins,), CHIEF),
        _right("goodwill", "what a customer is given when we failed", SERVICE, (), keeps),
        _right("profile", "whether a prospect outside the profile is served", wins, (keeps, SERVICE), CHIEF),
        _right("cause", "which cause of trouble is removed next", PRODUCT, (SERVICE, DATA), CHIEF),
    ]
    if sketch.initiatives:
        rights.append(_right("stop", "whether an initiative is stopped", CHIEF, (DATA, keeps), SPONSOR))
    return tuple(rights)


def _right(name: str, decision: str, decides: str, asked: tuple[str, ...], up: str) -> DecisionRight:
    return DecisionRight(
        id=f"right-{name}",
        decision=decision,
        decides=Owner(role=decides),
        consulted=tuple(dict.fromkeys(asked)),
        escalates_to=Owner(role=up),
    )


def draft_principles(sketch: Sketch) -> tuple[Principle, ...]:
    """Four rules that would hold in every plan."""
    pen = sketch.pen
    rules = (
        ("measure", "We promise nothing that no measure could show broken.", CHIEF),
        ("figures", "All teams argue from the same figures: those of the latest build.", DATA),
        ("aside", "An effect counts once it is told against customers who were left out by chance.", DATA),
        (
            "worth",
            "More attention goes to customers who gain more from us, not to those who are loudest.",
            CHIEF,
        ),
    )
    return tuple(
        Principle(id=f"principle-{name}", statement=pen.proposal(text, role)) for name, text, role in rules
    )
