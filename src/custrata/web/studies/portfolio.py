"""Portfolio: who brings what, how it moves, what we mean to do; each group on a page of its own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from custrata.delivery.figures import Prose
from custrata.errors import ScenarioError
from custrata.project.economics.scenario import ScenarioResult
from custrata.project.economics.scenario_told import Table, gained, sentences, tables, warnings
from custrata.project.showing.scene import Scene
from custrata.project.showing.studying.group import (
    GroupTold,
    goals_for,
    group_told,
    initiatives_for,
)
from custrata.web.frame.page import Page, show
from custrata.web.strategies.staging import scene_of
from custrata.web.studies.links import address
from custrata.web.studies.playing import played
from custrata.web.studies.sections import Ask, Behind, finding, kicker, reading, sections
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

ASKS = (
    Ask("whale", "Whale curve", ("whale",)),
    Ask("tiers", "Tiers", ("tiers",)),
    Ask("concentration", "Concentration and stress", ("concentration",), "what each customer brings"),
    Ask("exchange", "Value exchange", ("exchange",)),
    Ask("groups", "Groups", ("groups",), template="studies/groups.html"),
    Ask("intents", "Intents, now and target", ("intents",)),
    Ask("moves", "Moves between tiers", ("moves",)),
    Ask("policy", "Policy by tier", ("policy",), "a policy for each tier in the strategy"),
    Ask("worth", "Worth and cost", template="studies/behind.html"),
    Ask("what-if", "What if", template="studies/what_if_section.html"),
)

WORTH = (
    Ask(
        "cost",
        "Cost to serve",
        ("profit", "serving", "causes", "returns"),
        "what serving customers costs, by order, ticket or visit",
    ),
    Ask(
        "worth",
        "Worth",
        ("equity", "worth_channel", "worth_cohort", "worth_attribute"),
        "dated purchases over two periods, or contracts",
    ),
    Ask(
        "exam",
        "Exam of the models",
        ("exam", "check"),
        "dated purchases over some time: models are examined on days that they have not seen",
    ),
)
"""Sections of the page on worth: with those above on one page, it would be too long to read."""

MEASURES = (
    *("customers", "revenue", "contribution", "gross_margin", "customer_equity", "unprofitable_customers"),
    *("top_10_revenue_share", "net_revenue_retention@current", "average_order_value"),
)


WORTH_MEASURES = (
    *("customer_equity", "lifetime_value", "cost_to_serve", "cost_to_serve_ratio", "contribution_rate"),
    *("customer_acquisition_cost", "ltv_to_cac", "payback_months"),
)


@needs(Right.SEE)
def portfolio(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The portfolio of a workspace."""
    scene = scene_of(asking.workspace)
    page = Page(
        "portfolio",
        "Portfolio",
        finding=finding(scene, ("whale", "tiers", "groups", "base")),
        kicker=kicker(scene),
        lede=finding(scene, ("moves", "exchange", "concentration")),
    )
    return reading(
        request,
        asking,
        page,
        scene,
        ASKS,
        MEASURES,
        behind=Behind(
            "What they are worth and what they cost",
            address("worth", asking.workspace.slug),
            sections(scene, WORTH),
        ),
        groups=[(g, len(goals_for(scene, g)), len(initiatives_for(scene, g))) for g in scene.document.groups],
    )


@needs(Right.SEE)
def worth(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What customers are worth, what serving them costs, and how far the models can be trusted."""
    scene = scene_of(asking.workspace)
    page = Page(
        "portfolio",
        "Worth and cost",
        finding=finding(scene, ("equity", "profit", "serving")),
        kicker=kicker(scene),
        lede=finding(scene, ("profit", "exam", "returns")),
        crumbs=(("Portfolio", address("portfolio", asking.workspace.slug)),),
    )
    return reading(request, asking, page, scene, WORTH, WORTH_MEASURES)


@needs(Right.SEE)
def group(request: HttpRequest, asking: Asking, group: str) -> HttpResponse:
    """One customer group with all that is known of it."""
    scene = scene_of(asking.workspace)
    told = group_told(scene, group)
    if told is None:
        raise Http404("there is no such group")
    slug = asking.workspace.slug
    page = Page(
        "portfolio",
        told.group.name,
        finding=_finding(told),
        kicker=(*kicker(scene), *_intent(told)),
        crumbs=(("Portfolio", address("portfolio", slug)),),
    )
    return show(
        request,
        asking,
        "studies/group.html",
        page,
        scene=scene,
        told=told,
        slides=_of_group(scene, told),
        others=[g for g in scene.document.groups if g.id != told.group.id],
    )


def _finding(told: GroupTold) -> Prose | str:
    first = next((one for _, said in told.said for one in said if one.kind == "claim"), None)
    return first.words if first else told.group.name


def _intent(told: GroupTold) -> tuple[str, ...]:
    intent = told.group.intent
    if intent is None:
        return ("No intent yet",)
    return (f"Intent: {intent.intent}", *(("comes first",) if intent.emphasised else ()))


def _of_group(scene: Scene, told: GroupTold) -> list[object]:
    """Slides on the attribute that the group is made of."""
    rows = {f"attribute {dimension}" for dimension, _ in told.group.segment}
    rows |= {"tiers"} if any(d == "tier" for d, _ in told.group.segment) else set()
    return [s for s in scene.composition.slides if s.row in rows]


@needs(Right.SEE)
def what_if(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The strategy played: what its intents would bring against going on as now."""
    result, refused = _played(asking)
    told = list(sentences(result)) if result else []
    page = Page(
        "portfolio",
        "What if",
        finding=gained(result) if result else "What the intents would bring, against going on as now",
        crumbs=(("Portfolio", address("portfolio", asking.workspace.slug)),),
    )
    return show(
        request,
        asking,
        "studies/played.html" if request.headers.get("HX-Request") else "studies/what_if.html",
        page,
        refused=refused,
        tables=_lean(result) if result else (),
        warnings=list(warnings(result)) if result else (),
        basis=told[0] if told else "",
        sentences=told[1:],
    )


def _lean(result: ScenarioResult) -> list[tuple[str, Table]]:
    """The plans before going on as now; the currency stands once above a table, not in each of its cells."""
    unit = f" {result.currency}" if result.currency else ""
    told = [(title, head, rows) for title, (head, rows) in tables(result)]
    if unit:
        told = [
            (
                f"{title}, money in{unit}" if any(unit in cell for row in rows for cell in row) else title,
                head,
                [[cell.replace(unit, "") for cell in row] for row in rows],
            )
            for title, head, rows in told
        ]
    now, *plans = [(title, (head, rows)) for title, head, rows in told]
    return [*plans, now]


def _played(asking: Asking) -> tuple[ScenarioResult | None, ScenarioError | None]:
    try:
        return played(asking.workspace), None
    except ScenarioError as error:
        return None, error
