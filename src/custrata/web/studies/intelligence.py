"""Why and what next: what drives revenue and leaving, what follows from it, and what is still to come."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from custrata.project.showing.studying.awaited import NEXT, standing
from custrata.project.showing.studying.insights import briefs_told, insights_told
from custrata.web.frame.page import Page
from custrata.web.strategies.staging import scene_of
from custrata.web.studies.links import address
from custrata.web.studies.sections import Ask, Behind, finding, kicker, reading, sections
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

ASKS = (
    Ask("insights", "Insights", template="studies/insights.html"),
    Ask("moved", "What moved revenue", ("revenue_moved", "customers_moved")),
    Ask(
        "leaving",
        "Who leaves",
        ("leaving",),
        "contracts that have ended, or an attribute that tells who stays away",
    ),
    Ask("coming-back", "Coming back", ("coming_back",), "two dated purchases of some customers"),
    Ask("apart", "What tells customers apart", template="studies/behind.html"),
    Ask("campaigns", "Campaigns", ("campaigns",), "which customer was reached by which campaign"),
    Ask("winning", "Who we win with", ("winning",)),
    Ask("briefs", "Briefs", template="studies/briefs.html"),
    Ask("next", "What next", template="studies/awaited.html"),
)

APART = (
    Ask(
        "attributes",
        "What tells customers apart",
        ("attribute *",),
        "attributes of customers, such as a region",
    ),
    Ask("categories", "Categories", ("categories",), "products with their categories"),
    Ask("price", "Price", ("price",), "discounts or refunds on orders"),
    Ask("acquired", "Acquisition", ("acquired", "returns"), "the channel through which customers came"),
)
"""Sections of the page on what tells customers apart."""


@needs(Right.SEE)
def intelligence(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Why customers do what they do, and what follows."""
    scene = scene_of(asking.workspace)
    insights = insights_told(scene)
    page = Page(
        "intelligence",
        "Why and what next",
        finding=insights[0].claim.words
        if insights
        else finding(scene, ("revenue_moved", "coming_back", "base")),
        kicker=kicker(scene),
        lede=insights[0].consequence.words if insights else "",
    )
    return reading(
        request,
        asking,
        page,
        scene,
        ASKS,
        behind=Behind(
            "What tells customers apart", address("apart", asking.workspace.slug), sections(scene, APART)
        ),
        insights=insights,
        briefs=briefs_told(scene),
        awaited=[standing(scene, one) for one in NEXT],
    )


@needs(Right.SEE)
def apart(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What tells customers apart: their attributes, what they buy, at which price, whence they came."""
    scene = scene_of(asking.workspace)
    page = Page(
        "intelligence",
        "What tells customers apart",
        finding=finding(scene, ("attribute *", "categories", "acquired")),
        kicker=kicker(scene),
        crumbs=(("Why and what next", address("intelligence", asking.workspace.slug)),),
    )
    return reading(request, asking, page, scene, APART)
