"""Who answers and who helps, what teams owe each other, and what goes up."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.drafting.roles import CHIEF, DATA, FINANCE, MARKETING, PRODUCT, SERVICE, SPONSOR, keeper, winner
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.goal import Initiative
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.responsibility import Escalation, Interlock, Raci


def draft_raci(sketch: Sketch) -> tuple[Raci, ...]:
    """One row an initiative: the owner suggested is accountable, and nobody else."""
    return tuple(_row(sketch, initiative) for initiative in sketch.initiatives)


def _row(sketch: Sketch, initiative: Initiative) -> Raci:
    theme, role = initiative.id.removeprefix("initiative-"), initiative.owner.role
    does = {
        "keep": (keeper(sketch.desk), SERVICE),
        "widen": (keeper(sketch.desk), winner(sketch.desk)),
        "repair": (winner(sketch.desk), PRODUCT),
        "begin": (MARKETING, SERVICE),
        "win": (winner(sketch.desk), MARKETING),
        "know": (MARKETING, DATA),
        "serve": (SERVICE,),
    }[theme]
    asked = tuple(r for r in (DATA, FINANCE) if r not in (*does, role))
    told = tuple(r for r in (CHIEF, PRODUCT, winner(sketch.desk)) if r not in (*does, *asked, role))
    return Raci(
        id=f"raci-{theme}",
        on=initiative.id,
        accountable=Owner(role=role),
        responsible=tuple(dict.fromkeys(does)),
        consulted=asked,
        informed=tuple(dict.fromkeys(told)),
    )


def draft_interlocks(sketch: Sketch) -> tuple[Interlock, ...]:
    """Handovers that the goals of this draft hang on."""
    return tuple(_interlocks(sketch))


def _interlocks(sketch: Sketch) -> Iterator[Interlock]:
    desk = sketch.desk
    if desk.by_contract:
        yield Interlock(
            id="interlock-handover",
            gives=winner(desk),
            takes=keeper(desk),
            what="what was promised to the customer, and by what they will judge it",
            when="before the contract begins",
            breaks_if="the first weeks go into finding out what was sold",
        )
    else:
        yield Interlock(
            id="interlock-offers",
            gives=MARKETING,
            takes=SERVICE,
            what="what is offered to whom, with dates",
            when="a week before it goes out",
            breaks_if="customers know the offer and the one who answers does not",
        )
    yield Interlock(
        id="interlock-causes",
        gives=SERVICE,
        takes=PRODUCT,
        what="the cause that is named most, with its count and three customers who will talk",
        when="every month",
        breaks_if="the same cases come back",
    )
    if sketch.groups:
        yield Interlock(
            id="interlock-marks",
            gives=DATA,
            takes=keeper(desk),
            what="the group of each customer, and who changed group",
            when="after every build",
            breaks_if="people go on treating all customers alike",
        )
    for initiative in sketch.initiatives:
        theme = initiative.id.removeprefix("initiative-")
        yield Interlock(
            id=f"interlock-{theme}",
            gives=DATA,
            takes=initiative.owner.role,
            what="the customers concerned, and who of them is left aside",
            when="before it begins",
            initiative=initiative.id,
            breaks_if="nobody can tell afterwards what it changed",
        )


def draft_escalations(sketch: Sketch) -> tuple[Escalation, ...]:
    """Decisions that no function can take alone."""
    found = [
        Escalation(
            id="escalation-goals",
            what="two functions are measured on figures that pull against each other",
            to=Owner(role=SPONSOR),
            when="as soon as one of them names it",
        )
    ]
    if sketch.initiatives:
        found.append(
            Escalation(
                id="escalation-people",
                what="an initiative has an owner but neither people nor money",
                to=Owner(role=CHIEF),
                when="at the second monthly review at which it stands still",
            )
        )
    return tuple(found)
