"""Lifecycle: stages with owners, the flow between them, how quick it is, where it sticks, who leaves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from custrata.project.showing.studying.stages import stages_told, steps_told
from custrata.web.frame.page import Page
from custrata.web.strategies.staging import scene_of
from custrata.web.studies.sections import Ask, finding, kicker, reading
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

ASKS = (
    Ask("stages", "Stages", ("stages",)),
    Ask("owners", "Stages and owners", template="studies/stages.html"),
    Ask("flow", "Flow between stages", template="studies/steps.html"),
    Ask(
        "velocity",
        "Velocity",
        ("coming_back", "pipeline"),
        "two dated purchases of some customers, or deals with the day on which they were closed",
    ),
    Ask("friction", "Friction", ("journey",)),
    Ask(
        "leaving",
        "Who leaves",
        ("leaving",),
        "contracts that have ended, or an attribute that tells who stays away",
    ),
    Ask("cohorts", "Cohorts", ("cohorts",)),
)

MEASURES = (
    *("active_customers", "new_customers@current", "lost_customers@current", "reactivated_customers@current"),
    *(
        "logo_retention@current",
        "repeat_rate",
        "inter_purchase_days",
        "sales_cycle_days",
        "customer_churn_rate",
    ),
)


@needs(Right.SEE)
def lifecycle(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The lifecycle of a workspace's customers."""
    scene = scene_of(asking.workspace)
    page = Page(
        "lifecycle",
        "Lifecycle",
        finding=finding(scene, ("stages", "coming_back", "customers_moved")),
        kicker=kicker(scene),
        lede=finding(scene, ("journey", "cohorts", "leaving")),
    )
    return reading(
        request,
        asking,
        page,
        scene,
        ASKS,
        MEASURES,
        stages=stages_told(scene),
        steps=steps_told(scene),
    )
