"""What tests of deliveries ask of: a workspace in which persons are planted."""

from __future__ import annotations

import pytest

from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.review import Review
from custrata.web.strategies.saving import change, strategy_of

PLANTED = ("Quillon Abernathy", "Zdenka Vostrikova", "Ottoline Farquhar")
TRACES = (*PLANTED, "Abernathy", "Vostrikova", "Farquhar", "farquhar@planted.example", "20 7946")


@pytest.fixture
def address(workspace):
    """An address inside the workspace."""
    return lambda rest: f"/w/{workspace.slug}/{rest}"


@pytest.fixture
def acts(workspace):
    """Names of what the log says was done here, the latest last."""
    from custrata.web.audit.models import Entry

    return lambda: list(Entry.objects.filter(workspace=workspace).values_list("act", flat=True))


@pytest.fixture
def planted(workspace):
    """The workspace with persons everywhere: as owners, in sentences, at a review, as a signature."""

    def plant(document):
        goal = document.goals[0]
        text = "Zdenka Vostrikova says that customers stay; write to o.farquhar@planted.example."
        goal = goal.model_copy(
            update={
                "statement": goal.statement.model_copy(update={"text": text}),
                "owner": Owner(name=PLANTED[0]),
            }
        )
        row = document.scorecard[0].model_copy(update={"owner": Owner(role="finance", name=PLANTED[0])})
        purpose = document.canvas.purpose.purpose
        said = purpose.statements[0].model_copy(
            update={"text": "Ask Farquhar on +44 20 7946 0958 what we are for."}
        )
        block = purpose.model_copy(
            update={"statements": (said, *purpose.statements[1:]), "owner": Owner(name=PLANTED[2])}
        )
        zone = document.canvas.purpose.model_copy(update={"purpose": block})
        review = Review(
            id="weekly-1",
            kind="weekly",
            on="2026-01-05",
            present=(PLANTED[2],),
            decided=(f"{PLANTED[1]} goes first",),
        )
        return document.model_copy(
            update={
                "goals": (goal, *document.goals[1:]),
                "scorecard": (row, *document.scorecard[1:]),
                "canvas": document.canvas.model_copy(update={"purpose": zone}),
                "sponsor": Owner(role="chief executive", name=PLANTED[1]),
                "reviews": (review,),
            }
        )

    change(strategy_of(workspace), None, plant, None)
    return workspace
