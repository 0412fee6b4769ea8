"""Small snapshots made by hand: companies of different kinds, with readings as a build gives them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal

from custrata.settings import Settings
from custrata.snapshot import Manifest, Snapshot
from custrata.sources.account import Account, Caveat, SourceAccount
from custrata.vocabulary import Period, Reading, Relationship, Segment

YEAR = {
    "all": Period("all", dt.date(2023, 1, 2), dt.date(2024, 12, 30)),
    "current": Period("current", dt.date(2024, 1, 1), dt.date(2024, 12, 30)),
    "previous": Period("previous", dt.date(2023, 1, 2), dt.date(2023, 12, 31)),
}
NOTIONAL = {"all": Period("all", dt.date(1994, 1, 1), dt.date(2000, 1, 1))}
TIERS = ("platinum", "gold", "silver", "bronze")


class Book:
    """Collects readings of one company and makes a snapshot of them."""

    def __init__(
        self, company: str, windows: Mapping[str, Period], currency: str, relationship: Relationship
    ):
        self.company, self.windows, self.currency, self.relationship = (
            company,
            windows,
            currency,
            relationship,
        )
        self.readings: list[Reading] = []

    def add(
        self,
        measure: str,
        value: float | None,
        unit: str,
        n: int,
        n_of: str = "customers",
        segment: Segment = (),
        period: str = "all",
        interval: tuple[float, float] | None = None,
        reason: str | None = None,
        method: str = "",
    ) -> None:
        """One reading; money takes the book's currency as its unit."""
        fingerprint = hashlib.sha256(f"{measure}{segment}{period}".encode()).hexdigest()[:16]
        low, high = interval or (None, None)
        self.readings.append(
            Reading(
                measure=measure,
                value=value,
                unit=self.currency if unit == "money" else unit,
                n=n,
                n_of=n_of,
                period=self.windows[period],
                segment=segment,
                low=low,
                high=high,
                method=method or ("Wilson, 95%" if interval else "counted"),
                definition=f"What {measure.replace('_', ' ')} means, in one sentence.",
                fingerprint=fingerprint,
                reason=reason,
            )
        )

    def by(
        self, measure: str, unit: str, dimension: str, values: Iterable[tuple[str, float, int]], **more: str
    ):
        """A measure by one dimension: value of the dimension, number, n."""
        for name, value, n in values:
            self.add(measure, value, unit, n, segment=((dimension, name),), **more)

    def snapshot(
        self,
        tables: Mapping[str, int],
        caveats: tuple[Caveat, ...] = (),
        missing: Mapping[str, str] | None = None,
        rules: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Snapshot:
        """The finished snapshot."""
        return Snapshot(
            Manifest(
                fingerprint=hashlib.sha256(self.company.encode()).hexdigest()[:32],
                company=self.company,
                as_of=self.windows["all"].end,
                notional="current" not in self.windows,
                windows=self.windows,
                relationship=self.relationship,
                relationship_reason="Made by hand for tests.",
                currency=self.currency,
                tables=tables,
                provided=frozenset({"customers.customer_id"}),
                account=Account(
                    tuple(
                        SourceAccount(
                            f"{name}.csv", name, rows, rows - 3, 3, 0, Decimal(rows), Decimal(rows - 3)
                        )
                        for name, rows in tables.items()
                    )
                ),
                caveats=caveats,
                missing=missing or {},
                rules=rules or {},
                settings=Settings().model_dump(mode="json"),
                versions={"custrata": "0.1.0"},
            ),
            tuple(self.readings),
            {r.fingerprint: f"SELECT /* {r.measure} */ 1" for r in self.readings},
        )


def _purchases(book: Book, customers: int, revenue: float, orders: int) -> None:
    book.add("customers", customers, "customers", customers)
    book.add("active_customers", customers * 0.86, "customers", customers, period="current")
    book.add("new_customers", customers * 0.21, "customers", customers, period="current")
    book.add("orders", orders, "orders", orders, "orders")
    book.add("revenue", revenue, "money", orders, "orders")
    book.add("revenue", revenue * 0.49, "money", orders // 2, "orders", period="previous")
    book.add("revenue", revenue * 0.51, "money", orders // 2, "orders", period="current")
    book.add("refunds", revenue * 0.031, "money", orders, "orders")
    book.add("refund_orders", orders * 0.04, "orders", orders, "orders")
    book.add("refund_rate", 0.04, "share", orders, "orders", interval=(0.038, 0.042))
    book.add("average_order_value", revenue / orders, "money", orders, "orders", interval=(28.9, 30.1))
    book.add("repeat_rate", 0.72, "share", customers, interval=(0.702, 0.737))
    book.add("repeat_orders", orders - customers, "orders", customers)
    book.add("last_order_age", 410, "days", customers)
    book.add("customer_age", 520, "days", customers)
    book.add("value_per_order", 24.5, "money", customers)
    book.add("days_since_last_order", 17, "days", customers)
    book.add("inter_purchase_days", 6, "days", customers)
    book.add("inter_purchase_days_p90", 41, "days", customers)
    book.add("anonymous_revenue", revenue * 0.08, "money", orders, "orders")
    book.add("anonymous_orders", orders * 0.09, "orders", orders, "orders")


def _movement(book: Book, revenue: float, customers: int) -> None:
    opening, new, back, more, less, lost = (revenue * s for s in (0.49, 0.08, 0.01, 0.09, 0.07, 0.09))
    n = int(customers * 0.93)
    money = {
        "opening_revenue": opening,
        "new_revenue": new,
        "reactivated_revenue": back,
        "expansion_revenue": more,
        "contraction_revenue": less,
        "lost_revenue": lost,
        "closing_revenue": opening + new + back + more - less - lost,
    }
    for measure, value in money.items():
        book.add(measure, value, "money", n, period="current")
    counts = {
        "opening_customers": 0.79,
        "gained_customers": 0.21,
        "reactivated_customers": 0.02,
        "lost_customers": 0.16,
        "closing_customers": 0.86,
    }
    for measure, share in counts.items():
        book.add(measure, round(customers * share), "customers", n, period="current")
    rates = {
        "gross_revenue_retention": (opening - less - lost) / opening,
        "net_revenue_retention": (opening + more - less - lost) / opening,
        "logo_retention": 1 - 0.16 / 0.79,
    }
    for measure, rate in rates.items():
        book.add(measure, rate, "share", n, period="current", interval=(rate - 0.02, rate + 0.02))


def _concentration(book: Book, customers: int, revenue: float, shares: tuple[float, float, float]) -> None:
    for name, share in zip(("top_1", "top_5", "top_10"), shares, strict=True):
        book.add(f"{name}_revenue_share", share, "share", customers)
    for name, share in (("top_1_percent", 0.09), ("top_10_percent", 0.41), ("top_20_percent", 0.6)):
        book.add(f"{name}_revenue_share", share, "share", customers)
    book.add("revenue_hhi", 0.0011, "index", customers)
    book.add("revenue_gini", 0.57, "index", customers)
    for rank in range(1, 11):
        worth = revenue * shares[0] / rank
        book.add("top_customer_revenue", worth, "money", customers, segment=(("rank", str(rank)),))


def _tiers(book: Book, customers: int, revenue: float, margin: float | None) -> None:
    sizes, earned = (0.05, 0.20, 0.50, 0.25), (0.24, 0.39, 0.33, 0.04)
    kept = (0.34, 0.44, 0.27, -0.05)
    for tier, size, share, gain in zip(TIERS, sizes, earned, kept, strict=True):
        n = round(customers * size)
        where = (("tier", tier),)
        book.add("customers", n, "customers", n, segment=where)
        book.add("revenue", revenue * share, "money", n, segment=where)
        book.add("orders", n * 20 * share / size, "orders", n, segment=where)
        book.add("average_order_value", 29.0, "money", n, "orders", segment=where)
        book.add("repeat_rate", min(0.99, 0.5 + share), "share", n, segment=where)
        book.add("days_since_last_order", 10 / share, "days", n, segment=where)
        if margin is not None:
            book.add("gross_margin", margin * gain, "money", n, segment=where)


def _stages(book: Book, customers: int, revenue: float, shares: Mapping[str, float]) -> None:
    for stage, share in shares.items():
        n = round(customers * share)
        book.add("customers", n, "customers", n, segment=(("stage", stage),))
        book.add("revenue", revenue * share * 0.8, "money", n, segment=(("stage", stage),))


def _curves(book: Book, customers: int, revenue: float) -> None:
    for quarter in range(8):
        name = f"{2023 + quarter // 4}-Q{quarter % 4 + 1}"
        size = round(customers * (0.3 if quarter == 0 else 0.1))
        for age in range(8 - quarter):
            kept = max(0.38, 0.93**age - 0.01 * quarter * (age > 0))
            where = (("cohort", name), ("age", str(age)))
            book.add("cohort_retention", kept, "share", size, segment=where)
            book.add("cohort_revenue", revenue / 40 * kept, "money", size, segment=where)
        book.add("revenue", revenue / 8, "money", size, segment=(("quarter", name),))
    for month in range(24):
        where = (("month", f"{2023 + month // 12}-{month % 12 + 1:02}"),)
        for measure, value, unit in (
            ("revenue", revenue / 24 * (1 + 0.004 * month), "money"),
            ("orders", 6000 + 10 * month, "orders"),
            ("active_customers", customers * 0.6, "customers"),
            ("new_customers", customers * 0.02, "customers"),
        ):
            book.add(measure, value, unit, round(customers * 0.6), segment=where)


def _margin(book: Book, customers: int, revenue: float, margin: float) -> None:
    book.add("gross_margin", margin, "money", customers)
    book.add("gross_margin_rate", margin / revenue, "share", customers)
    for percent in range(101):
        share = percent / 100
        curve = 1.22 * (1 - (1 - min(1, share / 0.8)) ** 2) - 0.22 * max(0, (share - 0.8) / 0.2)
        book.add("whale_curve", curve, "share", customers, segment=(("customer_share", f"{percent}%"),))
    book.add("whale_curve_peak", 1.22, "share", customers)
    book.add("whale_curve_peak_at", 0.8, "share", customers)
    book.add("loss_making_customers", round(customers * 0.2), "customers", customers)
    book.add("loss_making_margin", -0.22 * margin, "money", customers)
    book.add("loss_making_lines", 1871, "lines", 9994, "lines")


def grocer() -> Snapshot:
    """Two years of a grocer: households, baskets, discounts, anonymous tills, no cost, no contracts."""
    book = Book("Harrow Lane Foods", YEAR, "USD", Relationship.NON_CONTRACTUAL)
    customers, revenue, orders = 2400, 4_600_000.0, 156_000
    _purchases(book, customers, revenue, orders)
    _movement(book, revenue, customers)
    _concentration(book, customers, revenue, (0.006, 0.02, 0.035))
    _tiers(book, customers, revenue, None)
    stages = {"onboarding": 0.04, "adoption": 0.5, "expansion": 0.2, "at risk": 0.14, "lapsed": 0.11}
    _stages(book, customers, revenue, stages | {"won back": 0.01})
    _curves(book, customers, revenue)
    book.add("discount_share", 0.156, "share", 1_400_000, "lines")
    book.add("category_breadth", 21.4, "categories", customers)
    book.by("revenue", "money", "category", [("GROCERY", 2.4e6, 2390), ("DRUG GM", 0.7e6, 2310)])
    book.add("campaign_reach", 0.63, "share", customers, interval=(0.61, 0.65))
    book.add("campaigns", 27, "campaigns", 27, "campaigns")
    spread = [
        ("Under 25", 230_000.0, 140),
        ("25 to 44", 2_100_000.0, 990),
        ("45 and over", 2_200_000.0, 1270),
    ]
    book.by("customers", "customers", "age_band", [(name, n, n) for name, _, n in spread])
    book.by("revenue", "money", "age_band", spread)
    caveat = Caveat(
        "anonymous-revenue", "8% of revenue belongs to no known customer.", "transactions", 14_040
    )
    tables = {"transactions": 1_469_307, "customers": 2400, "products": 92_331, "campaigns": 27}
    return book.snapshot(tables, (caveat,), {"gross_margin": "a cost or profit column"})


def phone_company() -> Snapshot:
    """A phone company without dates: contracts, a month's price, who left, on a notional day."""
    book = Book("Northline Telecom", NOTIONAL, "", Relationship.CONTRACTUAL)
    customers, mrr = 7043, 456_000.0
    book.add("customers", customers, "customers", customers)
    book.add("active_customers", 5174, "customers", customers)
    book.add("customer_churn_rate", 0.2654, "share", customers, interval=(0.2552, 0.2758))
    book.add("mrr", 316_986.0, "money", 5174, "contracts")
    book.add("average_mrr", 61.3, "money", 5174, "contracts")
    book.add("contracts", customers, "contracts", customers, "contracts")
    book.add("spell_end_rate", 0.2654, "share", customers, "contracts", interval=(0.2552, 0.2758))
    book.add("csat", 3.2, "points", customers, "answers", interval=(3.17, 3.23))
    sizes = ((352, 39_000.0, 0.31), (1409, 120_000.0, 0.29), (3521, 214_000.0, 0.25), (1761, 44_000.0, 0.26))
    for tier, (n, worth, left) in zip(TIERS, sizes, strict=True):
        where = (("tier", tier),)
        book.add("customers", n, "customers", n, segment=where)
        book.add("mrr", worth * 0.76, "money", n, segment=where)
        book.add("revenue", worth * 30, "money", n, segment=where)
        book.add("customer_churn_rate", left, "share", n, segment=where, interval=(left - 0.02, left + 0.02))
    book.add("revenue", 16_056_000.0, "money", customers)
    _concentration(book, customers, mrr * 30, (0.0005, 0.0021, 0.004))
    terms = [("Month-to-month", 0.4271, 3875), ("One year", 0.1127, 1473), ("Two year", 0.0283, 1695)]
    for name, left, n in terms:
        where = (("contract", name),)
        book.add("customers", n, "customers", n, segment=where)
        book.add("mrr", 47.0 * n, "money", n, segment=where)
        book.add("revenue", 1400.0 * n, "money", n, segment=where)
        book.add(
            "customer_churn_rate", left, "share", n, segment=where, interval=(left - 0.015, left + 0.015)
        )
    for stage, n in (("onboarding", 900), ("adoption", 3600), ("expansion", 674), ("lapsed", 1869)):
        book.add("customers", n, "customers", n, segment=(("stage", stage),))
        book.add("mrr", 61.0 * n if stage != "lapsed" else 0.0, "money", n, segment=(("stage", stage),))
    reason = "The data carry no dates: everything stands on a notional day."
    needs = dict.fromkeys(("net_revenue_retention", "cohort_retention"), "dates of orders or contracts")
    return book.snapshot(
        {"subscriptions": 7043, "customers": 7043}, (Caveat("notional-date", reason),), needs
    )


def pipeline() -> Snapshot:
    """A sales pipeline without a single transaction."""
    book = Book("Maven Parts", YEAR, "", Relationship.UNKNOWN)
    book.add("customers", 86, "customers", 86)
    book.add("win_rate", 0.6315, "share", 6711, "opportunities", interval=(0.6199, 0.643))
    book.add("won_revenue", 10_005_534.0, "money", 4238, "opportunities")
    book.add("open_pipeline", 2_100_000.0, "money", 2089, "opportunities")
    book.add("sales_cycle_days", 45, "days", 6711, "opportunities")
    book.by(
        "customers", "customers", "sector", [("retail", 17, 17), ("medical", 12, 12), ("software", 57, 57)]
    )
    needs = dict.fromkeys(("revenue", "repeat_rate"), "transactions or subscriptions")
    return book.snapshot({"opportunities": 8800, "customers": 85}, (), needs)


def shop_with_profit() -> Snapshot:
    """An office supplier with profit by line: some customers and one category lose money."""
    book = Book("Superior Supplies", YEAR, "USD", Relationship.NON_CONTRACTUAL)
    customers, revenue, margin = 793, 2_297_200.86, 286_397.02
    _purchases(book, customers, revenue, 5009)
    _movement(book, revenue, customers)
    _concentration(book, customers, revenue, (0.011, 0.036, 0.067))
    _tiers(book, customers, revenue, margin)
    _stages(book, customers, revenue, {"adoption": 0.6, "at risk": 0.25, "lapsed": 0.15})
    _curves(book, customers, revenue)
    _margin(book, customers, revenue, margin)
    book.add("discount_share", 0.14, "share", 9994, "lines")
    books = [
        ("Technology", 836_154.0, 686),
        ("Furniture", 742_000.0, 707),
        ("Office Supplies", 719_047.0, 788),
    ]
    book.by("revenue", "money", "category", books)
    margins = [
        ("Technology", 145_455.0, 686),
        ("Furniture", -18_451.0, 707),
        ("Office Supplies", 122_491.0, 788),
    ]
    book.by("gross_margin", "money", "category", margins)
    sizes = [("Consumer", 409, 409), ("Corporate", 236, 236), ("Home Office", 148, 148)]
    book.by("customers", "customers", "segment", sizes)
    worth = [("Consumer", 1_161_401.0, 409), ("Corporate", 706_146.0, 236), ("Home Office", 429_653.0, 148)]
    book.by("revenue", "money", "segment", worth)
    return book.snapshot({"transactions": 9994})


def bare() -> Snapshot:
    """A list of seven customers and nothing else."""
    book = Book("Seven", NOTIONAL, "", Relationship.UNKNOWN)
    book.add("customers", 7, "customers", 7)
    return book.snapshot({"customers": 7}, (), {"revenue": "transactions or subscriptions"})


MODEL = (
    "Pareto/NBD, gamma-gamma; margin; 36 months ahead, discounted at 10% a year; "
    "chance and parameters, gamma from moments, 95%"
)
RANGE = "low to high rates"
VALUE_RULES = (
    "Lifetime value counts from 2024-12-30, 36 months ahead, discounted at 10% a year.",
    "Buying is told by Pareto/NBD, which the exam published.",
    "Cost to serve and acquisition are not inside.",
)


def _worth(book: Book, customers: int) -> None:
    def told(
        measure: str, value: float, unit: str, where: Segment = (), wide: float = 0.08, n: int = 0
    ) -> None:
        ends = (value * (1 - wide), value * (1 + 1.2 * wide))
        book.add(measure, value, unit, n or customers, segment=where, interval=ends, method=MODEL)

    told("customer_equity", 1_246_500.0, "money")
    told("lifetime_value", 415.5, "money")
    told("expected_orders", 5310.0, "orders")
    told("expected_revenue", 1_480_000.0, "money")
    told("alive_customers", 2140.0, "customers")
    told("residual_value", 310_000.0, "money", wide=0.3)
    for tier, size, worth in zip(TIERS, (150, 600, 1500, 750), (2880.0, 812.0, 204.0, 28.0), strict=True):
        told("lifetime_value", worth, "money", (("tier", tier),), 0.1, size)
        told("customer_equity", worth * size, "money", (("tier", tier),), 0.1, size)
        told(
            "alive_customers",
            size * min(0.97, 0.5 + worth / 4000),
            "customers",
            (("tier", tier),),
            0.05,
            size,
        )
    for quarter, worth in (("2023-Q1", 520.0), ("2023-Q2", 470.0), ("2023-Q3", 402.0), ("2023-Q4", 341.0)):
        told("lifetime_value", worth, "money", (("cohort", quarter),), 0.12, 300)
    for channel, size, worth in (("referral", 400, 702.0), ("search", 1700, 440.0), ("display", 900, 241.0)):
        told("lifetime_value", worth, "money", (("acquisition_channel", channel),), 0.1, size)
        told(
            "ltv_to_cac",
            worth / {"referral": 90, "search": 180, "display": 310}[channel],
            "ratio",
            (("acquisition_channel", channel),),
            0.1,
            size,
        )
        book.add(
            "customer_acquisition_cost",
            {"referral": 90.0, "search": 180.0, "display": 310.0}[channel],
            "money",
            size,
            segment=(("acquisition_channel", channel),),
        )
        book.add("customers", size, "customers", size, segment=(("acquisition_channel", channel),))
    book.add("customer_acquisition_cost", 207.0, "money", customers)
    told("ltv_to_cac", 2.01, "ratio")
    for quarter, months in (("2023-Q1", 9.0), ("2023-Q2", 11.0), ("2023-Q3", 14.0)):
        book.add("payback_months", months, "months", 300, segment=(("cohort", quarter),))
    for model, parameter, value in (("pareto_nbd", "r", 0.553), ("pareto_nbd", "alpha", 10.58)):
        told("model_parameter", value, "index", (("model", model), ("parameter", parameter)))


def _exam(book: Book, customers: int) -> None:
    marks = {
        "pareto_nbd": (1.594, 1.603, 0.6302, 0.021),
        "bg_nbd": (1.611, 1.608, 0.6298, 0.028),
        "own_past_rate": (1.802, 1.912, 0.561, 0.142),
        "mean": (2.204, 2.051, 0.0, 0.093),
        "zero": (4.913, 2.312, 0.0, 1.0),
    }
    for candidate, values in marks.items():
        for mark, value in zip(("deviance", "rmse", "correlation", "total_error"), values, strict=True):
            book.add(
                "exam_mark",
                value,
                "index",
                customers,
                segment=(("candidate", candidate), ("mark", mark)),
            )
    where = (("candidate", "pareto_nbd"),)
    paired = "paired bootstrap, 95%"
    book.add("exam_gain", 0.115, "share", customers, segment=where, interval=(0.081, 0.149), method=paired)
    for place in range(1, 11):
        predicted = 0.05 * place**1.8
        where = (("place", str(place)),)
        book.add("calibration_predicted", predicted, "orders", 300, segment=where)
        actual = predicted * (1.04 if place % 2 else 0.95)
        book.add(
            "calibration_actual",
            actual,
            "orders",
            300,
            segment=where,
            interval=(actual * 0.86, actual * 1.15),
            method="bootstrap, 95%",
        )
    for month in range(1, 13):
        where = (("month", f"2024-{month:02}"),)
        book.add("tracking_expected", 430 - 6 * month, "orders", customers, segment=where)
        book.add(
            "tracking_actual", 436 - 6.4 * month + 22 * (month % 3 - 1), "orders", customers, segment=where
        )


def _serving(book: Book, customers: int) -> None:
    lines = {
        "revenue": 2_900_000.0,
        "cost of goods": -1_710_000.0,
        "returns": -142_400.25,
        "support": -238_000.0,
        "onboarding": -61_000.0,
        "payment delay": -21_500.5,
        "acquisition": -310_500.0,
        "unallocated": -74_000.0,
    }
    for line, value in (*lines.items(), ("profit", sum(lines.values()))):
        book.add("profit_and_loss", value, "money", customers, segment=(("profit_line", line),))

    def ranged(measure: str, value: float, unit: str, where: Segment = (), n: int = customers) -> None:
        ends = (value - 0.2 * abs(value), value + 0.3 * abs(value))
        book.add(measure, value, unit, n, segment=where, interval=ends, method=RANGE)

    ranged("cost_to_serve", 462_900.75, "money")
    ranged("cost_to_serve_ratio", 0.1596, "share")
    ranged("contribution", 727_099.25, "money")
    ranged("contribution_rate", 0.2507, "share")
    book.add("unallocated_cost", 74_000.0, "money", customers)
    for driver in ("support", "returns", "onboarding", "payment delay"):
        ranged("cost_to_serve", -lines[driver], "money", (("driver", driver),))
    rows = zip(
        TIERS,
        (150, 600, 1500, 750),
        (61_000.0, 104_000.0, 196_000.0, 101_900.75),
        (0.06, 0.11, 0.23, 0.61),
        (352_000.0, 341_000.0, 130_000.0, -95_900.75),
        strict=True,
    )
    for tier, size, cost, ratio, left in rows:
        where = (("tier", tier),)
        ranged("cost_to_serve", cost, "money", where, size)
        ranged("cost_to_serve_ratio", ratio, "share", where, size)
        ranged("contribution", left, "money", where, size)
    for percent in range(101):
        share = percent / 100
        curve = 1.31 * (1 - (1 - min(1, share / 0.7)) ** 2) - 0.31 * max(0, (share - 0.7) / 0.3)
        book.add(
            "contribution_curve",
            curve,
            "share",
            customers,
            segment=(("customer_share", f"{percent}%"),),
            interval=(curve - 0.06 * min(share, 1), curve + 0.09 * min(share, 1)),
            method=RANGE,
        )
    book.add("contribution_curve_peak", 1.31, "share", customers, interval=(1.25, 1.4), method=RANGE)
    book.add("contribution_curve_peak_at", 0.7, "share", customers, interval=(0.64, 0.74), method=RANGE)
    book.add("unprofitable_customers", 907, "customers", customers, interval=(780, 1080), method=RANGE)
    lost = (-262_000.0, -199_000.0)
    book.add("unprofitable_contribution", -225_400.0, "money", 907, interval=lost, method=RANGE)
    book.add(
        "profit_and_loss", 214_000.0, "money", customers, segment=(("profit_line", "memo: discounts given"),)
    )
    for cause, size, amount in (
        ("support", 412, -121_000.0),
        ("returns", 288, -66_000.0),
        ("discounts", 141, -31_400.0),
        ("small orders", 66, -7_000.0),
    ):
        where = (("loss_cause", cause),)
        book.add("loss_cause_customers", size, "customers", customers, segment=where)
        book.add("loss_cause_amount", amount, "money", customers, segment=where)


def _moves(book: Book) -> None:
    moved = ((128, 19, 3, 0, 4), (17, 462, 98, 11, 12), (5, 110, 1190, 142, 161), (0, 9, 209, 497, 203))
    new = (2, 14, 61, 43, 0)
    for before, row in zip((*TIERS, "new"), (*moved, new), strict=True):
        for place, n in enumerate(row):
            if not n:
                continue
            now = (*TIERS, "gone")[place]
            where = (("tier_before", before), ("tier_now", now))
            came = 4 if before == "new" else TIERS.index(before)
            book.add("tier_moves", n, "customers", n, segment=where, period="current")
            change = n * (came - place) * 310.0
            book.add("tier_moves_value", change, "money", n, segment=where, period="current")
    for measure, share in (("moved_up", 0.125), ("moved_down", 0.098), ("moved_by_others", 0.341)):
        ends = (share - 0.012, share + 0.012)
        book.add(measure, share, "share", 2900, interval=ends, period="current")
    for rank, money, kept, lost in (
        ("top 1", 31_900.0, 0.871, 8_400.0),
        ("top 5", 95_950.0, 0.848, 25_100.0),
        ("top 10", 160_600.0, 0.822, 42_900.0),
    ):
        where = (("rank", rank),)
        book.add("loss_scenario_revenue", money, "money", 3000, segment=where, period="current")
        ends = (kept - 0.02, kept + 0.02)
        book.add(
            "loss_scenario_retention", kept, "share", 2400, segment=where, period="current", interval=ends
        )
        book.add("loss_scenario_equity", lost, "money", 3000, segment=where, period="current")


def _exchange(book: Book) -> None:
    book.add("exchange_known", 0.81, "share", 3000, interval=(0.795, 0.824))
    for kind, n in (("balanced", 1210), ("under-served", 402), ("over-served", 351), ("misfit", 467)):
        book.add("exchange_customers", n, "customers", 2430, segment=(("exchange", kind),))
    for tier, size, gets, gives in zip(
        TIERS, (150, 600, 1500, 750), (38.0, 61.0, 52.0, 36.0), (93.0, 78.0, 47.0, 18.0), strict=True
    ):
        for measure, value, wide in (("value_to_customer", gets, 4.0), ("value_to_business", gives, 3.0)):
            book.add(
                measure,
                value,
                "index",
                size,
                segment=(("tier", tier),),
                interval=(value - wide, value + wide),
                method="normal, 95%",
            )


def outfitter() -> Snapshot:
    """An outfitter whose economics are known in full: worth, costs, exam, moves, exchange of value."""
    book = Book("Ridgeway Outfitters", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    customers, revenue, margin = 3000, 2_900_000.0, 1_190_000.0
    _purchases(book, customers, revenue, 11_400)
    _movement(book, revenue, customers)
    _concentration(book, customers, revenue, (0.011, 0.036, 0.067))
    _tiers(book, customers, revenue, margin)
    _stages(book, customers, revenue, {"adoption": 0.6, "at risk": 0.25, "lapsed": 0.15})
    _curves(book, customers, revenue)
    _margin(book, customers, revenue, margin)
    _worth(book, customers)
    _exam(book, customers)
    _serving(book, customers)
    _moves(book)
    _exchange(book)
    gets = (
        "Value to the customer is the mean of percentile ranks: satisfaction (weight 1: mean answer on "
        "satisfaction); tenure (weight 1: days from first to last order). Not known: outcome, effort, usage."
    )
    lines = "Much is from 50.0 of value to the customer and 50.0 of value to the business on, the medians."
    exam = "Pareto/NBD is published: it beat every naive rule."
    rules = {"value": VALUE_RULES, "exam": (exam,), "exchange": (gets, lines)}
    return book.snapshot({"transactions": 31_200, "costs": 1440, "spend": 96}, (), rules=rules)


def every_company() -> tuple[Snapshot, ...]:
    """All of them."""
    return grocer(), phone_company(), pipeline(), shop_with_profit(), bare(), outfitter()
