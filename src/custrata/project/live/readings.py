"""Counts of a rule as readings, so that no number on a page stands without what it means."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.project.live.desk import Desk
from custrata.segments.rules.counting import Count, count_query, counts_of
from custrata.segments.rules.fields import title_of
from custrata.segments.rules.rule import EVERYBODY, Rule
from custrata.segments.rules.wording import said
from custrata.vocabulary import Period, Reading


def count_rules(desk: Desk, rules: Sequence[Rule]) -> tuple[Count, tuple[Count, ...]]:
    """All customers, and those of each rule, counted and valued in one pass; what was counted is kept.

    Args:
        desk: The customers.
        rules: The rules.
    """
    # A rule may ask for a group, whose rule may be another one tomorrow, beside the same customers.
    groups = frozenset(desk.groups.items())

    def count(missing: Sequence[tuple[Rule, object]]) -> tuple[Count, ...]:
        row = desk.one(count_query([rule for rule, _ in missing], desk.customers, desk.facts))
        return counts_of(row, len(missing))

    everybody, *found = desk.live.known([(rule, groups) for rule in (EVERYBODY, *rules)], count)
    return everybody, tuple(found)


def readings_of(desk: Desk, rule: Rule, count: Count, everybody: Count) -> dict[str, Reading]:
    """The readings of a rule by name: ``customers``, and what they bring.

    Args:
        desk: The customers.
        rule: The rule.
        count: What was counted of it.
        everybody: What was counted of all customers.

    Returns:
        ``customers``, ``customers_share``, and a sum and a share for each of ``revenue``, ``value``, ``mrr``
        and ``lifetime_value`` that holds data.
    """
    words = said(rule, desk.titles)
    found = {
        "customers": _reading(desk, "customers", float(count.n), "customers", count.n, words),
        "customers_share": _reading(
            desk,
            "customers",
            _share(count.n, everybody.n),
            "share",
            everybody.n,
            f"{words}, of all customers",
        ),
    }
    for name, total in everybody.sums.items():
        if name in desk.fields and name in count.sums and total is not None:
            mine = count.sums[name] or 0.0
            title = title_of(name)
            found[name] = _reading(
                desk, name, mine, desk.fields[name].unit, count.n, f"{title}, summed where: {words}"
            )
            found[f"{name}_share"] = _reading(
                desk, name, _share(mine, total), "share", count.n, f"{title} where: {words}; of that of all"
            )
    return found


def period_of(desk: Desk) -> Period:
    """The whole history that the snapshot covers."""
    windows = desk.manifest.windows
    return windows.get("all") or Period("all", desk.manifest.as_of, desk.manifest.as_of)


def _reading(desk: Desk, measure: str, value: float | None, unit: str, n: int, words: str) -> Reading:
    reason = None if value is not None else "there is nothing to divide by"
    return Reading(
        measure, value, unit, n, "customers", period_of(desk), definition=f"{words}.", reason=reason
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
