"""The scorecard of the first draft: a few measures with their base, and targets to argue about."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from custrata.drafting.chapters.goals import NEARLY_ALL
from custrata.drafting.desk import COUNTED, Desk
from custrata.drafting.findings.portfolio import leans
from custrata.drafting.pen import Pen
from custrata.drafting.roles import FINANCE, PRODUCT, SERVICE, keeper, winner
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Figure
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Direction, Timing

MOST_ROWS = 8
"""More measures than this are a dashboard, not a scorecard."""

LIMITS = {"share": 1.0, "points": 100.0}
"""What a measure cannot exceed, by unit."""

TENTH = 0.1
"""Part of the way that a proposed target goes."""

MOST_LESS = 0.25
"""Part by which a small share may fall to be written apart: what would have to fall further is no goal."""

SMALL_SHARE = 0.01
"""Below this share three digits after the point would round a tenth less to no less."""


@dataclass(frozen=True, slots=True)
class Line:
    """A measure that belongs on a scorecard where it can be read."""

    measure: str
    title: str
    period: str = "all"
    better: Direction = Direction.HIGHER
    timing: Timing = Timing.LAGGING
    role: str = ""


LINES = (
    Line("net_revenue_retention", "Revenue kept from customers of the period before", "current"),
    Line("logo_retention", "Customers kept from the period before", "current"),
    Line("customer_churn_rate", "Customers who left", better=Direction.LOWER),
    Line("mrr", "Monthly revenue from contracts"),
    Line("revenue", "Revenue of the latest period", "current", role=FINANCE),
    Line("repeat_rate", "Customers who came back for a second order"),
    Line("gross_margin_rate", "Left of revenue after cost", role=FINANCE),
    Line("loss_making_customers", "Customers served at a loss", better=Direction.LOWER, role=FINANCE),
    Line("win_rate", "Opportunities won", role="winner"),
    Line("active_customers", "Customers who bought in the latest period", "current", timing=Timing.LEADING),
    Line("nps", "Balance of those who would recommend us", timing=Timing.LEADING, role=SERVICE),
    Line("csat", "Satisfied among those who answered", timing=Timing.LEADING, role=SERVICE),
    Line(
        "refund_rate",
        "Given back of what was sold",
        better=Direction.LOWER,
        timing=Timing.LEADING,
        role=PRODUCT,
    ),
    Line(
        "resolution_hours",
        "Hours to resolve a ticket",
        better=Direction.LOWER,
        timing=Timing.LEADING,
        role=SERVICE,
    ),
    Line(
        "sales_cycle_days",
        "Days from first contact to close",
        better=Direction.LOWER,
        timing=Timing.LEADING,
        role="winner",
    ),
    Line("days_since_last_order", "Days since the last order", better=Direction.LOWER, timing=Timing.LEADING),
    Line(
        "top_10_revenue_share", "Revenue from the ten largest customers", better=Direction.LOWER, role=FINANCE
    ),
)
"""Measures in the order in which they deserve a place."""


MARGINS = frozenset({"gross_margin_rate", "contribution_rate"})
"""Shares of revenue that are left after cost: no company brings them to all."""

WAITS = frozenset({"resolution_hours", "first_response_hours"})
"""Hours that count only where most tickets tell them."""

SOARS = 1.5
"""Part of last year's revenue above which a young base grows so fast that no target follows from it."""

LATELY = frozenset({"customer_churn_rate"})
"""Measures read over the latest window where there is one: who ever left cannot become fewer."""

INVOICED = frozenset({"days_since_last_order", "repeat_rate", "active_customers"})
"""Measures of orders that tell nothing where orders are the invoices of a contract."""

BUYERS = {
    "net_revenue_retention": "Revenue of customers of the period before, against what they brought then",
    "logo_retention": "Customers of the period before who have bought since",
}
"""Titles where nobody signs a contract, so that nobody can be seen to stay or to leave."""


def draft_scorecard(pen: Pen) -> tuple[ScoreRow, ...]:
    """Up to eight measures that the snapshot holds, with base and proposed target."""
    rows: list[ScoreRow] = []
    for line in LINES:
        figure = base_of(pen.desk, line)
        if figure is not None and aimable(pen.desk, line, figure) and len(rows) < MOST_ROWS:
            rows.append(_row(pen, line, figure))
    return tuple(rows)


def base_of(desk: Desk, line: Line) -> Figure | None:
    """Where the measure of a line stands; None when it cannot be read or says nothing of this company."""
    if desk.slow and line.measure in BUYERS:
        return None
    if desk.invoiced and line.measure in INVOICED:
        return None
    if line.measure == "top_10_revenue_share" and not leans(desk):
        return None
    if (
        line.measure == "net_revenue_retention"
        and (desk.value(line.measure, period="current") or 0.0) > SOARS
    ):
        return None
    if line.measure in LATELY:
        lately = desk.figure("base", line.measure, period="current")
        return lately or desk.figure("base", line.measure)
    if line.measure == "repeat_rate" and (desk.value(line.measure) or 0.0) >= NEARLY_ALL:
        return None
    if line.measure in WAITS:
        return desk.waiting("base", line.measure)
    return desk.figure("base", line.measure, period=line.period)


def aim_of(desk: Desk, line: Line, figure: Figure) -> tuple[float, str] | None:
    """The target proposed for a line, and how it was found; None where nothing can be aimed at.

    Args:
        desk: The snapshot.
        line: The measure.
        figure: Where it stands.
    """
    known = desk.value("customers") if figure.unit == "customers" else None
    if not figure.value:
        return None
    return aim(figure.value, figure.unit, line.better, known, open_ended=line.measure in MARGINS)


def aimable(desk: Desk, line: Line, figure: Figure) -> bool:
    """Whether a target can be named for a line that is written apart from its base, or held at its limit."""
    return aim_of(desk, line, figure) is not None


def moves(desk: Desk, line: Line, figure: Figure) -> bool:
    """Whether the target of a line lies beyond its base, rather than holding it."""
    found = aim_of(desk, line, figure)
    return found is not None and spell(found[0], figure.unit) != spell(figure.value, figure.unit)


def aim(
    value: float, unit: str, better: Direction, most: float | None = None, *, open_ended: bool = False
) -> tuple[float, str] | None:
    """A target to argue about, and how it was found.

    Args:
        value: Where the measure stands.
        unit: Its unit.
        better: Which way is better.
        most: What it cannot exceed: all customers known for a count of them; None without such a limit.
        open_ended: Whether it is a share that nobody can bring to all, as a margin is: what stands in its way
            are costs, not customers who could still be won over.

    Returns:
        A tenth of the way to 100% for a share that should rise, to one digit after the per cent; a tenth off
        for what should fall; a tenth more for the rest, never above its limit, in whole numbers for counts.
        A count moves by one at least; a share that would be written alike goes to the next point or the next
        tenth of one. What stands at its limit or above is to be held, and so is a share within a point of
        it. None where what is less would be written alike: that is too small to be a goal.

    Example:
        >>> aim(0.72, "share", Direction.HIGHER)[0], aim(200.0, "days", Direction.LOWER)[0]
        (0.748, 180.0)
        >>> aim(2.0, "customers", Direction.LOWER)
        (1.0, 'A start for the discussion: one less.')
        >>> aim(0.96, "share", Direction.HIGHER)
        (0.97, 'A start for the discussion: to the next point.')
        >>> aim(0.0002, "share", Direction.LOWER) is None
        True
    """
    if better is Direction.LOWER:
        return _less(value, unit)
    limit = LIMITS.get(unit, most)
    held = _rounded(value, unit), "A start for the discussion: hold what is reached."
    if limit is not None and value >= limit:
        return held
    if unit == "share" and not open_ended:
        aimed = (
            _rounded(value + TENTH * (1 - value), unit),
            "A start for the discussion: a tenth of the way to all.",
        )
    else:
        aimed = _more(value, unit, limit)
    if aimed[0] > value and spell(aimed[0], unit) != spell(value, unit):
        return aimed
    return _next_point(value, held) if unit == "share" else None


def _less(value: float, unit: str) -> tuple[float, str] | None:
    less = _rounded(value - TENTH * abs(value), unit)
    if unit in COUNTED and less >= value:
        return max(value - 1, 0.0), "A start for the discussion: one less."
    if spell(less, unit) != spell(value, unit):
        return less, "A start for the discussion: a tenth less."
    step = (round(1000 * value) - 1) / 1000
    apart = unit == "share" and step >= (1 - MOST_LESS) * value
    return (step, "A start for the discussion: a tenth of a point less.") if apart else None


def _next_point(value: float, held: tuple[float, str]) -> tuple[float, str]:
    """The next whole point of a share that is written otherwise; to hold it where that would be all."""
    points = floor(100 * value + 1e-9) + 1
    # 93.75 % is written 94 % already.
    point = (points + (spell(points / 100, "share") == spell(value, "share"))) / 100
    return held if point >= 1 else (point, "A start for the discussion: to the next point.")


def _more(value: float, unit: str, limit: float | None) -> tuple[float, str]:
    """A tenth more, never above the limit; one more where a tenth of a count is less than one."""
    more, way = _rounded(value + TENTH * abs(value), unit), "A start for the discussion: a tenth more."
    if unit in COUNTED and more <= value:
        more, way = value + 1, "A start for the discussion: one more."
    if limit is not None and more > limit:
        return limit, "A start for the discussion: the most there can be, less than a tenth more."
    return more, way


def _rounded(value: float, unit: str) -> float:
    if unit == "share":
        return round(value, 3) if abs(value) >= SMALL_SHARE else float(f"{value:.2g}")
    if unit in COUNTED:
        return float(round(value))
    return float(f"{value:.3g}")


def title_of(desk: Desk, line: Line, figure: Figure) -> str:
    """What the measure of a line is called for this company."""
    if line.measure in LATELY and figure.period == "current":
        return f"{line.title} in {desk.this_year}"
    return line.title if desk.by_contract else BUYERS.get(line.measure, line.title)


def _row(pen: Pen, line: Line, figure: Figure) -> ScoreRow:
    desk = pen.desk
    title = title_of(desk, line, figure)
    base = pen.claim(f"{title}: {{base}}.", figure, topic="scorecard")
    assert base is not None, "a known figure makes a claim"
    found = aim_of(desk, line, figure)
    assert found is not None, "only lines that can be aimed at make a row"
    target, basis = found
    role = winner(desk) if line.role == "winner" else line.role or keeper(desk)
    return ScoreRow(
        id=f"score-{line.measure}",
        measure=line.measure,
        title=title,
        base=base,
        target=target,
        basis=basis,
        in_months=12,
        better=line.better,
        timing=line.timing,
        owner=Owner(role=role),
    )
