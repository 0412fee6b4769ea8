"""Groups of customers: who they are, what is meant for them, and what attributes tell."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.delivery.deck.chapters.economics.deciding import deciding
from custrata.delivery.deck.chapters.pieces import (
    labelled,
    labels_of,
    largest,
    not_shown,
    number,
    owner_cell,
    spelt_for,
    statement_cell,
    words,
)
from custrata.delivery.deck.material import Material, capital, plain, title_case, worded
from custrata.delivery.deck.slides import (
    Bars,
    Cell,
    Column,
    Placed,
    Row,
    Slide,
    Table,
    Tone,
)
from custrata.delivery.figures import Figure, Prose, say, stated
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.statement import Gap, Statement
from custrata.strategy.wording.spelling import UNKNOWN
from custrata.vocabulary import Intent

_MOST_VALUES = 10
_BASES = {
    "gross_margin": "margin",
    "revenue": "revenue",
    "mrr": "monthly revenue",
    "won_revenue": "revenue won",
}


def groups(material: Material) -> Slide | None:
    """Who the customers are: groups with size, value and what they are called in systems."""
    found = material.document.groups[:8]
    if not found:
        return None
    rows = tuple(_group_row(material, g) for g in found)
    table = Table(
        (
            Column("Group"),
            Column("Told apart by"),
            Column("Share of customers", right=True, share=0),
            Column(f"Share of {_basis(material, found)}", right=True, share=0),
            Column("What they need, what we promise", share=2),
            Column("Owner", share=0),
        ),
        rows,
        dense=len(found) > 5,
    )
    best = max(found, key=lambda g: g.share("value") or 0.0)
    share = _share_of(material, best, "value")
    titles = [
        say(
            stated(float(len(found)), "customers", "strategy document"),
            " groups of customers, told apart by what systems hold",
        )
    ]
    if share is not None:
        titles.insert(
            0,
            say(
                capital(worded(best.name)),
                " brings " if ": " in best.name else " bring ",
                share,
                f" of {_basis(material, found)}; ",
                stated(float(len(found)), "customers", "strategy document"),
                " groups tell customers apart",
            ),
        )
    return Slide(
        "Portfolio",
        "Customer groups",
        tuple(titles),
        say(f"Groups and their share of customers and {_basis(material, found)}, ", material.whole_period),
        (Placed(table),),
        say("a group that no system carries cannot be served: put its tag where people work"),
    )


def _share_of(material: Material, group: CustomerGroup, of: str) -> Figure | None:
    bound = group.share_now.figure(f"{of}_share") if group.share_now else None
    return material.bound(bound, group.share_now.id if group.share_now else "") if bound else None


def _basis(material: Material, groups: Sequence[CustomerGroup]) -> str:
    """What the shares of groups are shares of: margin, revenue or monthly revenue."""
    shares = (_share_of(material, g, "value") for g in groups)
    measures = {r.measure for s in shares if s is not None for r in s.readings}
    if len(measures) != 1:
        return material.noun
    return _BASES.get(next(iter(measures)), material.noun)


def _group_row(material: Material, group: CustomerGroup) -> Row:
    promise = _promise(material, group)
    doubt = material.doubt(group.share_now.id) if group.share_now else None
    told = ", ".join(f"{d} {v}" for d, v in group.segment) or "; ".join(group.attributes[:2])
    return Row(
        (
            words(title_case(group.name), bold=True),
            words(told, tone=Tone.QUIET),
            number(_share_of(material, group, "customers"), under=doubt),
            number(_share_of(material, group, "value"), bold=True, under=doubt),
            statement_cell(material, promise),
            owner_cell(material, group.owner),
        )
    )


def _promise(material: Material, group: CustomerGroup) -> Statement | None:
    """What the group needs or is promised; a promise of its proposition where it says nothing itself."""
    own = group.proposition or (group.needs[0] if group.needs else None)
    if own is not None and not isinstance(own, Gap):
        return own
    offered = (p for p in material.document.propositions if p.group == group.id and p.promises)
    first = next(offered, None)
    return first.promises[0].statement if first is not None else own


def intents(material: Material) -> Slide | None:
    """What is meant for each group: intent, share now and targeted."""
    found = [g for g in material.document.groups if g.intent is not None][:7]
    if len(found) < 2:
        return None
    found.sort(key=lambda g: not (g.intent and g.intent.emphasised))
    rows = tuple(_intent_row(material, g) for g in found)
    table = Table(
        (
            Column("Customer group"),
            Column("Intent", share=0),
            Column("Now", right=True, share=0),
            Column("Target", right=True, share=0),
            Column(f"Share of {_basis(material, found)}, now and target", share=3, least=7.5),
            Column("Why", share=1),
            Column("Owner", share=0),
        ),
        rows,
        track=4,
    )
    return Slide(
        "Portfolio",
        "Intent per group",
        (_intent_title(material, found),),
        say(
            f"Share of {_basis(material, found)} by group: ● now, ◊ target, ",
            material.until("a proposal until signed"),
        ),
        (Placed(table),),
        say(
            "what stands in the title gets attention first",
            "" if material.agreed else "; targets count once their owner has signed",
        ),
    )


def _intent_title(material: Material, found: list[CustomerGroup]) -> Prose:
    first = [g for g in found if g.intent and g.intent.emphasised] or found[:1]
    parts = [
        say(_verb(g.intent.intent if g.intent else Intent.MAINTAIN), " ", worded(g.name)) for g in first[:2]
    ]
    joined = say(parts[0], " and ", parts[1]) if len(parts) == 2 else parts[0]
    signed = all(material.tone(g.intent.signed_on if g.intent else None) is Tone.INK for g in first[:2])
    return say(
        "We " if signed else "We propose to ", joined, _others([g for g in found if g not in first[:2]])
    )


def _others(groups: list[CustomerGroup]) -> Prose:
    """What is meant with the groups that the title does not name: how many of them by intent."""
    meant = [g.intent.intent if g.intent else Intent.MAINTAIN for g in groups]
    if not meant:
        return Prose()
    if set(meant) == {Intent.MAINTAIN}:
        return say("; the rest as before")
    counts = [
        say(stated(float(meant.count(i)), "customers", "strategy document"), f" to {_verb(i)}")
        for i in Intent
        if i in meant
    ]
    listed = say(*(part if not place else say(", ", part) for place, part in enumerate(counts)))
    return say("; of the others, ", listed)


def _verb(intent: Intent) -> str:
    return {"maintain": "hold", "retire": "let go of", "re-engineer": "rebuild"}.get(
        intent.value, intent.value
    )


def _intent_row(material: Material, group: CustomerGroup) -> Row:
    now = _share_of(material, group, "value") or _share_of(material, group, "customers")
    value = group.share_targeted.value
    target = stated(value, "share", "strategy document") if value is not None else None
    intent = group.intent
    grows = intent is not None and intent.emphasised
    reason = deciding(intent) if intent else None
    return Row(
        (
            words(title_case(group.name), bold=grows),
            words(
                title_case(intent.intent.value) if intent else "",
                bold=grows,
                tone=Tone.ACCENT if grows else Tone.INK,
            ),
            number(now, bold=True),
            number(target, tone=material.tone()) if target else words("not set", tone=material.tone()),
            Cell(),
            statement_cell(material, reason),
            owner_cell(material, group.owner),
        ),
        emphasised=grows,
        now=now,
        target=target,
    )


def by_attribute(material: Material, attribute: str) -> Slide | None:
    """Customers and value by an attribute that systems hold."""
    counted = material.points("customers", attribute)
    if len(counted) < 2:
        return None
    worth = material.points(material.worth, attribute) if material.worth else ()
    measured = worth if len(worth) >= 2 else counted
    shown = material.large_enough(measured)
    if len(shown) < 2:
        return None
    unknown = [r for r in shown if r.segment[0][1] == UNKNOWN]
    told = [r for r in shown if r.segment[0][1] != UNKNOWN]
    # What is not known is always shown: it may outweigh all the rest.
    ranked = [*largest(told, _MOST_VALUES - len(unknown)), *unknown]
    share = material.share(ranked[0].measure, ranked[:1], measured)
    if share is None or ranked[0].segment[0][1] == UNKNOWN:
        return None
    name = plain(attribute)
    points = labelled(ranked, labels_of(ranked), 0)
    noun = (
        material.known_noun(material.worth)
        if measured is worth and material.worth == "revenue"
        else (material.noun if measured is worth else "customers")
    )
    best = worded(points[0].label, "data")
    title = say(worded(title_case(f"{name} "), "data"), "“", best, "” brings ", share, f" of {noun}")
    blank = material.share(ranked[0].measure, [r for r in ranked if r.segment[0][1] == UNKNOWN], measured)
    if blank is not None:
        title = say(title, "; of ", blank, " it is not known")
    table = _attribute_table(material, attribute, [r.segment for r in ranked])
    return Slide(
        "Customers",
        title_case(name),
        (title, say(worded(f"{title_case(noun)} by {name}", "data"))),
        say(
            title_case(noun),
            " by ",
            worded(name, "data"),
            material.money_note if measured is worth else "",
            ", ",
            material.whole_period,
            not_shown(measured, ranked, counted),
        ),
        (Placed(Bars(points, spelt_for(ranked)), 0, 6), Placed(table, 6, 6)),
        say("ask whether each group wants something else; if not, one promise serves them all"),
    )


def _attribute_table(
    material: Material, attribute: str, segments: list[tuple[tuple[str, str], ...]]
) -> Table:
    heads = (
        ("customers", "Customers"),
        ("repeat_rate", "Came back"),
        ("customer_churn_rate", "Left"),
        ("average_order_value", "Average order"),
        ("mrr", "Monthly revenue"),
        ("gross_margin", "Margin"),
    )
    wanted = [
        (m, h) for m, h in heads if m != material.worth and any(material.reading(m, s) for s in segments)
    ][:4]
    rows = tuple(
        Row((words(segment[0][1], bold=True), *(number(material.figure(m, segment)) for m, _ in wanted)))
        for segment in segments
    )
    return Table(
        (Column(title_case(plain(attribute))), *(Column(h, right=True, share=0.5) for _, h in wanted)),
        rows,
        dense=len(rows) > 8,
    )
