"""What a rule comes to, as a page tells it: tiles, the step that decides, the mix, whom it shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from custrata.delivery.figures import Figure, Name, Prose, count, figure, say
from custrata.project.live.desk import Desk
from custrata.project.live.outcome import Outcome
from custrata.segments.rules.counting import Shared
from custrata.segments.rules.fields import Field, Kind, title_of
from custrata.segments.rules.listing import KEY
from custrata.segments.rules.rule import Rule
from custrata.segments.rules.wording import said
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Reading, Stage, Tier
from custrata.web.customers.cells import Cell, cell, head, written
from custrata.web.customers.segments.picture import Bar, drawn

_SOURCE = "counted in the customers of the snapshot"
_ORDERED = {"tier": tuple(tier.value for tier in Tier), "stage": tuple(stage.value for stage in Stage)}
_WORTH = ("value", "revenue", "mrr", "lifetime_value")


@dataclass(frozen=True)
class Tile:
    """One number of a segment with what is said beneath it."""

    title: str
    figure: Figure
    beneath: str


@dataclass(frozen=True)
class Beside:
    """Members beside all customers: shares of one word, or the middle of one number."""

    title: str
    members: str
    everybody: str
    change: str
    up: bool


@dataclass(frozen=True)
class Overlap:
    """What a segment shares with another: its size, members in both, their share of the members."""

    name: str
    n: int
    both: int
    share: str
    width: int


@dataclass(frozen=True)
class Told:
    """The results under a builder.

    Attributes:
        n: How many members.
        tiles: Its numbers.
        title: Which condition decides.
        picture: The waterfall.
        bars: The same as numbers.
        unknown: Conditions at which customers fall out of whom nothing is known, in words.
        mix: Members beside all by dimension.
        middles: The same for numbers.
        overlaps: What it shares.
        overlap_title: The same in one sentence.
        heads: Of the sample, and whether it stands right.
        sample: Some members.
    """

    n: int
    tiles: list[Tile]
    title: Prose
    picture: SafeString
    bars: list[Bar]
    unknown: list[str]
    mix: list[tuple[str, list[Beside]]]
    middles: list[Beside]
    overlaps: list[Overlap]
    overlap_title: str
    heads: list[tuple[str, bool]]
    sample: list[tuple[str, str, list[Cell]]]


def told(desk: Desk, found: Outcome, fields: Mapping[str, Field], columns: Sequence[str]) -> Told:
    """What a page tells of a rule.

    Args:
        desk: The customers.
        found: What the rule comes to.
        fields: What the person may see.
        columns: What is shown of the sample.
    """
    bars = [Bar(_short(said(step.rule, desk.titles)), step.left, step.out) for step in found.steps]
    title = _deciding(found, bars)
    overlaps = _overlaps(found.shared, found.count.n)
    shown = [fields[name] for name in columns if name in fields and name not in (KEY, "name")]
    return Told(
        found.count.n,
        _tiles(found),
        title,
        drawn(found.everybody.n, bars, title.text),
        bars,
        [
            f"Of {step.unknown:,} of those who fall out at “{bar.words}” nothing is known"
            for step, bar in zip(found.steps, bars, strict=True)
            if step.unknown
        ],
        _mix(found),
        _middles(desk, found),
        overlaps,
        _overlap_title(overlaps),
        [(head(field), field.kind is Kind.NUMBER) for field in shown],
        [_member(row, shown, named="name" in fields) for row in found.sample],
    )


def head_of(found: Outcome, name: str) -> Prose:
    """What a segment is, in one sentence: its share of customers and of what they bring.

    Args:
        found: What its rule comes to.
        name: What its members are called.
    """
    share = found.readings["customers_share"]
    worth = next((found.readings[f"{w}_share"] for w in _WORTH if f"{w}_share" in found.readings), None)
    if share.value is None:
        return say(Name(name))
    parts: list[Any] = [Name(name), ": ", figure(share), " of customers"]
    if worth is not None and worth.value is not None:
        parts += [", ", figure(worth), f" of {title_of(worth.measure).lower()}"]
    return say(*parts)


def _tiles(found: Outcome) -> list[Tile]:
    readings = found.readings
    tiles = [Tile("Customers", figure(readings["customers"]), _of(readings["customers_share"], "the base"))]
    for name in _WORTH:
        if name in readings:
            tiles.append(Tile(title_of(name), figure(readings[name]), _of(readings[f"{name}_share"], "all")))
    stake = next((found.at_risk[name] for name in ("mrr", "value", "revenue") if name in found.at_risk), None)
    if stake is not None:
        n = int(found.at_risk["customers"].value or 0)
        tiles.append(
            Tile("Value at stake", figure(stake), f"{n:,} at risk, {title_of(stake.measure).lower()}")
        )
    return tiles[:5] if stake is None else [*tiles[:4], tiles[-1]]


def _of(share: Reading, whole: str) -> str:
    return f"{spell(share.value, 'share')} of {whole}"


def _deciding(found: Outcome, bars: Sequence[Bar]) -> Prose:
    most = max(zip(found.steps, bars, strict=True), key=lambda pair: pair[0].out, default=None)
    if most is None or not most[0].out:
        return say("Everybody is in: no condition leaves anybody out")
    step, bar = most
    if len(found.steps) == 1:
        return say(count(step.left, _SOURCE), " are left, ", count(step.out, _SOURCE), " fall out")
    return say(
        "“",
        Name(bar.words),
        "” decides it: ",
        count(step.out, _SOURCE),
        " of ",
        count(found.out, _SOURCE),
        " leave there",
    )


def _mix(found: Outcome) -> list[tuple[str, list[Beside]]]:
    by: dict[str, list[Beside]] = {}
    for one in found.mix:
        if not found.count.n:
            continue
        mine, all_of = one.shares(found.count.n, found.everybody.n)
        points = round(100 * (mine - all_of))
        change = f"{points:+d} pts".replace("-", "\N{MINUS SIGN}") if points else "as all"
        word = one.word.capitalize() or "Not known"
        by.setdefault(one.dimension, []).append(
            Beside(word, spell(mine, "share"), spell(all_of, "share"), change, points > 0)
        )
    return [
        (title_of(name), sorted(rows, key=lambda row: _place(name, row.title)))
        for name, rows in sorted(by.items(), key=lambda item: _rank(item[0]))
    ]


def _place(dimension: str, title: str) -> int:
    """Tiers and stages stand in their own order, other words by how many carry them."""
    order = _ORDERED.get(dimension, ())
    return order.index(title.lower()) if title.lower() in order else len(order)


def _rank(dimension: str) -> int:
    order = ("tier", "stage", "rfm_segment", "exchange")
    return order.index(dimension) if dimension in order else len(order)


def _middles(desk: Desk, found: Outcome) -> list[Beside]:
    rows = []
    for one in found.middles:
        if one.members is None or one.everybody is None:
            continue
        field = desk.fields[one.column]
        text = "" if one.times is None else f"{one.times:.2g}"
        change = f"{text} times" if text not in ("", "1") else ""
        unit = field.unit if field.unit not in ("", "days") else ""
        rows.append(
            Beside(
                f"{field.title}{f', {unit}' if unit else ''}",
                written(one.members, field),
                written(one.everybody, field),
                change,
                one.members > one.everybody,
            )
        )
    return rows


def _overlaps(shared: Mapping[str, Shared], n: int) -> list[Overlap]:
    rows = [
        Overlap(
            name,
            one.n,
            one.both,
            spell(one.share(n), "share"),
            round(100 * (one.share(n) or 0.0)),
        )
        for name, one in shared.items()
    ]
    return sorted(rows, key=lambda row: (-row.both, row.name))


def _overlap_title(rows: Sequence[Overlap]) -> str:
    if not rows or not rows[0].both:
        return "It shares nobody with other groups"
    return f"{rows[0].share} of the members are also in {rows[0].name}"


def _member(row: Mapping[str, Any], shown: Sequence[Field], *, named: bool) -> tuple[str, str, list[Cell]]:
    name = str(row.get("name") or "") if named else ""
    return str(row[KEY]), name, [cell(row.get(field.name), field) for field in shown]


def _short(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:89]}…"


def rule_words(desk: Desk, rule: Rule) -> str:
    """A rule in words, with the names of the strategy's groups.

    Args:
        desk: The customers.
        rule: The rule.
    """
    return said(rule, desk.titles)
