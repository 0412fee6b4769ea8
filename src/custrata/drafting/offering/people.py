"""Roles, teams and culture that the strategy asks for; nobody is named."""

from __future__ import annotations

from custrata.drafting.roles import CHIEF, DATA, PEOPLE, PRODUCT, SERVICE, SPONSOR, keeper, winner
from custrata.drafting.sketch import Sketch, called, short_id
from custrata.strategy.parts.offering.people import People, Role, TeamShape
from custrata.strategy.parts.part import Owner


def draft_people(sketch: Sketch) -> People:
    """Three roles, the team of every week, a team for the group that comes first, and culture."""
    return People(
        roles=_roles(sketch),
        teams=_teams(sketch),
        culture=(
            sketch.pen.proposal(
                "Everybody who decides about customers listens to some of them for half a day each quarter.",
                PEOPLE,
            ),
            sketch.pen.gap(
                "What people do when a customer's interest and this month's figures pull apart is not known.",
                "a survey of employees with that question, kept anonymous",
            ),
        ),
    )


def _roles(sketch: Sketch) -> tuple[Role, ...]:
    pen = sketch.pen
    roles = [
        Role(
            id="role-chief",
            title=CHIEF,
            team="executive",
            purpose=pen.proposal(
                "Answers for what becomes of customers across all functions, and for this document.", SPONSOR
            ),
            holder=Owner(role=CHIEF),
        ),
        Role(
            id="role-research",
            title="customer researcher",
            team="marketing",
            is_new=True,
            purpose=pen.proposal(
                "Closes the gaps of this draft that only customers can close, a few interviews a week; "
                "may be "
                "half a post.",
                CHIEF,
            ),
        ),
    ]
    if sketch.initiatives:
        purpose = "Draws who is left out, counts what changed, and says so when nothing did."
        roles.append(
            Role(
                id="role-tests",
                title="analyst for tests with customers",
                team="data",
                is_new=True,
                purpose=pen.proposal(purpose, DATA),
            )
        )
    return tuple(roles)


def _teams(sketch: Sketch) -> tuple[TeamShape, ...]:
    desk, pen, first = sketch.desk, sketch.pen, sketch.primary
    functions = (winner(desk), SERVICE, PRODUCT, DATA, keeper(desk))
    weekly = TeamShape(
        id="team-weekly",
        name="customer team",
        functions=_functions(functions),
        purpose=pen.proposal(
            "Meets each week on the scorecard and removes what blocks an initiative.", CHIEF
        ),
    )
    if first is None:
        return (weekly,)
    own = TeamShape(
        id=f"team-{short_id(first)}",
        name=f"team for {called(first)}",
        functions=_functions((keeper(desk), SERVICE, winner(desk))),
        purpose=pen.proposal(
            f"Knows what {called(first)} want, decides what is changed for them, and is judged by their "
            "share.",
            CHIEF,
        ),
        groups=(first.id,),
    )
    return weekly, own


def _functions(roles: tuple[str, ...]) -> tuple[str, ...]:
    """Functions behind roles, each once."""
    return tuple(dict.fromkeys(role.removeprefix("head of ") for role in roles))
