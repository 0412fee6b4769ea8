"""The page of the table of customers, and what it shows kept under a name."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from custrata.delivery.figures import Prose, figure, say
from custrata.project.live.desk import Desk
from custrata.project.live.readings import count_rules, readings_of
from custrata.segments.rules.fields import Field
from custrata.segments.rules.listing import KEY
from custrata.segments.rules.rule import EVERYBODY, RuleError, Text
from custrata.vocabulary import Tier
from custrata.web.customers.opening import fields_for, opened
from custrata.web.customers.table.adding import TESTS, short_of
from custrata.web.customers.table.asked import Shown, shown_of
from custrata.web.customers.table.keeping import drop_view, keep_view, own_view, views_of
from custrata.web.customers.table.rows import Listed, listed, pills
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.once import once
from custrata.web.workspaces.rights import Right


@require_GET
@needs(Right.SEE)
def table(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The customers of a workspace, filtered, in order, a page at a time."""
    with opened(asking) as (scene, desk):
        fields = fields_for(desk, asking)
        shown, refused = _asked(request, asking, desk, fields)
        if refused is None and request.GET.get("add"):
            return _with_filter(request, asking, shown, fields)
        found = listed(desk, shown, fields)
        context = {
            "listed": found,
            "pills": pills(shown, desk.titles),
            "shown": shown,
            "refused": refused,
            "fields": _choices(fields, shown),
            "groups": [(key, desk.titles.get(key, key)) for key in desk.groups],
            "tests": TESTS,
            "views": views_of(asking),
            "query": shown.query(),
            "search": shown.page.search,
            "names": shown.page.names,
        }
        page = Page("customers", "Customers", finding=_finding(desk, shown, found))
        status = 422 if refused else 200
        return show(request, asking, "customers/table.html", page, scene=scene, status=status, **context)


@require_POST
@needs(Right.SEE)
@once
def keep_shown(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Keep what the table shows under a name; only who may edit shares it."""
    posted = request.POST
    shared = bool(posted.get("shared"))
    view = keep_view(asking, posted.get("name", ""), posted.get("query", ""), shared=shared, over=True)
    return HttpResponseRedirect(f"{reverse('customers', args=[asking.workspace.slug])}?{view.query}")


@require_POST
@needs(Right.SEE)
def drop_kept(request: HttpRequest, asking: Asking, view: int) -> HttpResponse:
    """Take a view of one's own away."""
    drop_view(asking, own_view(asking, view))
    return HttpResponseRedirect(reverse("customers", args=[asking.workspace.slug]))


def _asked(
    request: HttpRequest, asking: Asking, desk: Desk, fields: Mapping[str, Field]
) -> tuple[Shown, RuleError | None]:
    """What the address asks for; where it means nothing, everybody, with the reason."""
    persons = asking.may(Right.PERSONS)
    try:
        shown = shown_of(request.GET, fields, persons=persons)
        desk.check(shown.rule, persons=persons)
    except RuleError as error:
        bare = request.GET.copy()
        bare.clear()
        return shown_of(bare, fields, persons=persons), error
    return shown, None


def _with_filter(
    request: HttpRequest, asking: Asking, shown: Shown, fields: Mapping[str, Field]
) -> HttpResponseRedirect:
    """The address with one more filter: what the form asks in words, the address says in short."""
    field = fields.get(request.GET["add"])
    pair = short_of(
        field, request.GET["add"], request.GET.get("test", ""), request.GET.get("letters", "").strip()
    )
    query = Shown(shown.page, (*shown.pairs, pair), chosen=shown.chosen).query()
    return HttpResponseRedirect(f"{reverse('customers', args=[asking.workspace.slug])}?{query}")


def _choices(fields: Mapping[str, Field], shown: Shown) -> list[tuple[Field, bool]]:
    """Columns that can be shown, those that are first."""
    on = shown.page.columns
    shown_first = [fields[name] for name in on if name in fields and name != "name"]
    rest = sorted((f for f in fields.values() if f not in shown_first), key=lambda f: f.title)
    return [(f, f in shown_first) for f in (*shown_first, *rest) if f.name not in (KEY, "name")]


def _finding(desk: Desk, shown: Shown, found: Listed) -> Prose:
    if not shown.rule.all and not shown.page.search and "tier" in desk.fields:
        return _whole(desk)
    everybody, _ = count_rules(desk, ())
    readings = readings_of(desk, shown.rule, found.worth, everybody)
    share = readings.get("value_share") or readings.get("revenue_share")
    one = readings["customers"].value == 1
    if not readings["customers"].value:
        return say("No customer is found: look for fewer words, or take a filter off")
    noun = " customer, " if one else " customers, "
    lead = say(figure(readings["customers"]), noun, figure(readings["customers_share"]), " of all")
    if share is None or share.value is None:
        return lead
    brought = "value" if "value_share" in readings else "revenue"
    return say(lead, ", brings " if one else ", bring ", figure(share), " of the ", brought)


def _whole(desk: Desk) -> Prose:
    """Of all customers: how much hangs on those of the two highest tiers."""
    high = Text(column="tier", is_=(Tier.PLATINUM.value, Tier.GOLD.value))
    everybody, (count,) = count_rules(desk, (high,))
    whole = readings_of(desk, EVERYBODY, everybody, everybody)["customers"]
    readings = readings_of(desk, high, count, everybody)
    share = readings.get("value_share")
    if share is None or share.value is None:
        return say(figure(whole), " customers")
    lead = say(
        "The ", figure(readings["customers"]), " platinum and gold of ", figure(whole), " customers bring "
    )
    return say(lead, figure(share), " of the value")
