"""A contract company with every table, and snapshots with some of it taken away, for tests of drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from tests.snapshots import TIERS, YEAR, Book

from custrata.drafting.draft import draft
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Part, walk
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.vocabulary import Reading, Relationship

TABLES = {
    "customers": 400,
    "subscriptions": 550,
    "transactions": 6800,
    "tickets": 2600,
    "feedback": 670,
    "campaigns": 2,
    "touches": 175,
    "opportunities": 741,
    "usage": 15_592,
    "costs": 508,
    "spend": 180,
    "referrals": 62,
    "targets": 36,
    "people": 1229,
}

COLUMNS = {
    "campaigns.randomised",
    "touches.arm",
    "opportunities.competitor",
    "opportunities.reason",
    "subscriptions.end_reason",
    "tickets.text",
}

GROUPED = (20, 80, 200, 100)


def _base(book: Book) -> None:
    book.add("customers", 400, "customers", 400)
    book.add("new_customers", 179, "customers", 179, period="current")
    book.add("new_customers", 135, "customers", 135, period="previous")
    book.add("contracts", 310, "contracts", 310, "contracts")
    book.add("mrr", 222_638.8, "money", 310, "contracts")
    book.add("average_mrr", 718.2, "money", 310, "contracts")
    book.add("revenue", 3_631_930.1, "money", 4997, "orders")
    book.add("revenue", 2_139_131.6, "money", 2967, "orders", period="current")
    book.add("revenue", 1_142_216.6, "money", 1546, "orders", period="previous")
    book.add("orders", 4997, "orders", 4997, "orders")
    book.add("average_order_value", 731.4, "money", 4997, "orders")
    book.add("days_since_last_order", 20, "days", 400)
    book.add("inter_purchase_days_p90", 31, "days", 4597, "orders")
    book.add("repeat_rate", 0.925, "share", 400, interval=(0.9, 0.95))
    book.add("refund_rate", 0.0064, "share", 4997, "orders")
    book.add("customer_churn_rate", 0.225, "share", 400, interval=(0.19, 0.27))
    book.add("category_breadth", 1.8, "categories", 400)
    book.add("top_10_revenue_share", 0.202, "share", 400)
    book.add("gross_margin", 3_143_039.4, "money", 6798, "lines")
    book.add("gross_margin_rate", 0.865, "share", 6798, "lines")
    for name, sold, left in (("Plan", 3_343_163.3, 2_903_650.8), ("Setup", 288_766.8, 139_388.6)):
        book.add("revenue", sold, "money", 900, "orders", segment=(("category", name),))
        book.add("gross_margin", left, "money", 900, "orders", segment=(("category", name),))


def _moved(book: Book) -> None:
    money = {"opening_revenue": 124_878.8, "new_revenue": 105_368.0, "reactivated_revenue": 3019.0}
    money |= {"expansion_revenue": 9913.4, "contraction_revenue": 818.8, "lost_revenue": 19_721.6}
    for measure, value in money.items():
        book.add(measure, value, "money", 182, period="current")
    book.add("opening_customers", 182, "customers", 182, period="current")
    book.add("lost_customers", 42, "customers", 42, period="current")
    book.add("reactivated_customers", 8, "customers", 8, period="current")
    book.add("logo_retention", 0.769, "share", 182, period="current", interval=(0.7, 0.82))
    book.add("net_revenue_retention", 0.915, "share", 182, period="current", interval=(0.87, 0.95))


def _grouped(book: Book) -> None:
    rows = zip(
        TIERS,
        GROUPED,
        (1_134_304.9, 1_527_618.9, 901_247.1, 68_759.2),
        (0.1, 0.125, 0.2, 0.38),
        (3290.0, 1956.0, 1259.0, 876.0),
        (54_834.9, 24_031.0, 9713.4, 2494.0),
        strict=True,
    )
    for tier, n, sold, left, serving, ahead in rows:
        where = (("tier", tier),)
        book.add("customers", n, "customers", n, segment=where)
        book.add("revenue", sold, "money", n, segment=where)
        book.add("mrr", sold / 16, "money", n, segment=where)
        book.add("customer_churn_rate", left, "share", n, segment=where, interval=(left - 0.03, left + 0.03))
        book.add("average_order_value", sold / 1000, "money", n, "orders", segment=where)
        book.add("days_since_last_order", 17, "days", n, segment=where)
        book.add("cost_to_serve", serving * n, "money", n, segment=where)
        book.add("cost_to_serve_ratio", serving * n / sold, "share", n, segment=where)
        book.add("contribution", sold * 0.86 - serving * n, "money", n, segment=where)
        book.add("lifetime_value", ahead, "money", n, segment=where, interval=(0.8 * ahead, 1.2 * ahead))
        book.add("customer_equity", ahead * n * 0.8, "money", n, segment=where)
        for kind, part in (("balanced", 0.5), ("under-served", 0.35), ("misfit", 0.15)):
            pair = (*where, ("exchange", kind))
            book.add("exchange_customers", round(n * part), "customers", round(n * part), segment=pair)


def _costs(book: Book) -> None:
    book.add("cost_to_serve", 561_781.6, "money", 400)
    book.add("cost_to_serve_ratio", 0.155, "share", 400)
    book.add("contribution", 2_581_257.8, "money", 400)
    book.add("unallocated_cost", 450_000.0, "money", 36, "months")
    book.add("unprofitable_customers", 84, "customers", 400)
    book.add("unprofitable_contribution", -39_010.1, "money", 84)
    where = (("loss_cause", "Onboarding sessions"),)
    book.add("loss_cause_amount", -39_010.1, "money", 84, segment=where)
    book.add("customer_equity", 4_377_969.3, "money", 310)
    book.add("lifetime_value", 14_122.5, "money", 310, interval=(13_000.0, 15_000.0))
    book.add("customer_acquisition_cost", 2272.5, "money", 400)
    book.add("customer_acquisition_cost", 2154.7, "money", 179, period="current")
    book.add("customer_acquisition_cost", 2310.4, "money", 135, period="previous")
    channels = (("Search", 112, 1958.0, 6.5, 0.30), ("Partner", 71, 1754.0, 7.9, 0.17))
    channels = (*channels, ("Trade fair", 64, 4477.0, 2.8, 0.14), ("Referral", 62, 0.0, None, 0.16))
    for name, n, cost, ratio, mix in channels:
        where = (("acquisition_channel", name),)
        book.add("customers", n, "customers", n, segment=where)
        book.add("revenue", n * 9000.0, "money", n, segment=where)
        book.add("mrr", n * 600.0, "money", n, segment=where)
        book.add("customer_acquisition_cost", cost, "money", n, segment=where)
        book.add("ltv_to_cac", ratio, "ratio", n, segment=where)
        book.add("acquisition_mix", mix, "share", 179, segment=where, period="current")


def _voices(book: Book) -> None:
    for period, n, wait, solve, points in (
        ("all", 2637, 3.8, 23.0, 25.7),
        ("current", 1497, 3.8, 23.2, 23.9),
    ):
        book.add("tickets", n, "tickets", n, "tickets", period=period)
        book.add("tickets_per_customer", n / 400, "tickets", 400, period=period)
        book.add("first_response_hours", wait, "hours", n - 2, "tickets", period=period)
        book.add("resolution_hours", solve, "hours", n - 5, "tickets", period=period)
        book.add("nps", points, "points", 247, "answers", period=period, interval=(points - 8, points + 8))
    book.add("nps", 31.7, "points", 142, "answers", period="previous", interval=(20.0, 43.0))
    book.add("campaigns", 2, "campaigns", 2, "campaigns")
    book.add("campaign_reach", 0.24, "share", 400)
    book.add("campaign_reach", 0.168, "share", 400, period="current")
    book.add("win_rate", 0.686, "share", 736, "opportunities", interval=(0.65, 0.72))
    book.add("won_revenue", 3_252_960.0, "money", 505, "opportunities")
    book.add("won_revenue", 1_523_421.6, "money", 239, "opportunities", period="current")
    book.add("sales_cycle_days", 56, "days", 505, "opportunities")
    for stage, n in (("onboarding", 53), ("adoption", 139), ("expansion", 21), ("lapsed", 90)):
        book.add("customers", n, "customers", n, segment=(("stage", stage),))
        book.add("mrr", 700.0 * n, "money", n, segment=(("stage", stage),))


@cache
def maintainer() -> Snapshot:
    """A company that sells contracts and has every table."""
    book = Book("Maintainer", YEAR, "EUR", Relationship.CONTRACTUAL)
    for write in (_base, _moved, _grouped, _costs, _voices):
        write(book)
    rules = {"exchange": ("Value to the customer is: satisfaction (weight 1: answers). Not known: outcome.",)}
    made = book.snapshot(TABLES, (), {}, rules)
    return replace(made, manifest=replace(made.manifest, provided=frozenset(COLUMNS)))


def without(snapshot: Snapshot, *tables: str, drop: Callable[[Reading], bool] = lambda r: False) -> Snapshot:
    """A snapshot without some tables, their columns, and the readings for which ``drop`` holds."""
    held = {name: rows for name, rows in snapshot.manifest.tables.items() if name not in tables}
    columns = frozenset(c for c in snapshot.manifest.provided if c.split(".")[0] not in tables)
    manifest = replace(snapshot.manifest, tables=held, provided=columns)
    kept = tuple(r for r in snapshot.readings if not drop(r))
    return replace(snapshot, manifest=manifest, readings=kept)


def measured(*names: str) -> Callable[[Reading], bool]:
    """Whether a reading is of one of these measures."""
    return lambda reading: reading.measure in names


@cache
def drafted(snapshot: Callable[[], Snapshot] = maintainer) -> Document:
    """The draft of a company, written once."""
    return draft(snapshot())


def statements(*parts: Part) -> list[Claim | Proposal | Gap]:
    """All statements inside parts, in their order."""
    return [s for part in parts for _, s in walk(part) if isinstance(s, Claim | Proposal | Gap)]


def said(*parts: Part) -> list[str]:
    """All statements inside parts as sentences."""
    return [s.said() for s in statements(*parts)]


def kinds(parts: Iterable[Part]) -> set[str]:
    """Which kinds of statement stand inside parts."""
    return {s.kind for s in statements(*parts)}
