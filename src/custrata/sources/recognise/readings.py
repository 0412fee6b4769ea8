"""Which canonical tables a raw table may be, judged from its own columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from custrata.sources.contract import CONTRACT
from custrata.sources.profile import ColumnProfile, TableProfile
from custrata.sources.recognise.fields import SURE, Candidate, assign, best, best_part
from custrata.sources.recognise.names import matches, table_words, words
from custrata.sources.recognise.synonyms import PARTS, table_names

WON = frozenset({"won", "closed won", "gewonnen", "gagne", "ganado", "closedwon"})
LOST = frozenset({"lost", "closed lost", "verloren", "perdu", "perdido", "closedlost"})
KEY_SHARE = 0.95
"""A column is a key when so large a share of its values is different: repeated exports still pass."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a raw table.

    Attributes:
        table: The canonical table.
        profile: The raw table.
        strength: How strongly columns and name speak for it.
        columns: Canonical column → raw column, by name.
        parts: Further raw columns that give a canonical one.
    """

    table: str
    profile: TableProfile
    strength: float
    columns: dict[str, Candidate] = field(default_factory=dict)
    parts: dict[str, Candidate] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The raw table, as people name it."""
        return self.profile.table.source


def parts_of(profile: TableProfile) -> dict[str, Candidate]:
    """The columns of a raw table that give canonical ones without being one."""
    found = ((name, best_part(profile, name)) for name in PARTS)
    return {name: candidate for name, candidate in found if candidate}


def is_key(column: ColumnProfile) -> bool:
    """Whether a column's values are (nearly) all there and all different."""
    return column.rows > 0 and column.unique_share >= KEY_SHARE and column.filled >= 0.95 * column.rows


def hint(profile: TableProfile, table: str) -> float:
    """How well the table's own name says what it is: 1 for the very word, .5 when it is among others."""
    name = table_words(profile.table.file, profile.table.part)
    scores = [matches(name, n) for n in table_names(table)]
    if any(s == 1 for s in scores):
        return 1.0
    return 0.8 if any(n == name[-len(n) :] for n in table_names(table)) else 0.5 if any(scores) else 0.0


def readings(profile: TableProfile) -> list[Reading]:
    """All readings of a raw table that its columns allow, strongest first."""
    parts = parts_of(profile)
    found = []
    for table, gate in _GATES.items():
        columns = assign(profile, table, [c.name for c in CONTRACT[table].columns])
        if table == "transactions":
            columns |= _order_name(profile, columns)
        strength = gate(profile, columns, parts)
        if strength > 0:
            found.append(
                Reading(table, profile, round(strength + 0.4 * hint(profile, table), 4), columns, parts)
            )
    return sorted(found, key=lambda r: (-r.strength, list(CONTRACT).index(r.table)))


_ORDER_NAME = re.compile(r"^#?[A-Z]{0,5}-?\d+(?:[-.]\w+)?$")


def _order_name(profile: TableProfile, columns: dict[str, Candidate]) -> dict[str, Candidate]:
    """The name of an order, such as #1001, where exports call its column just so."""
    taken = {c.name for c in columns.values()}
    for column in profile.columns if "order_id" not in columns else ():
        named = words(column.column.header) == ("name",) and column.name not in taken
        if named and column.values and all(_ORDER_NAME.match(v) for v, _ in column.values):
            return {"order_id": Candidate(column, 3, 0.95)}
    return {}


def _sure(columns: dict[str, Candidate], *names: str) -> bool:
    return all(n in columns and columns[n].match >= SURE for n in names)


def stage_words(column: ColumnProfile) -> tuple[set[str], set[str]]:
    """The values of a column that say won, and those that say lost."""
    values = {v: " ".join(words(v)) for v, _ in column.values}
    won = {v for v, w in values.items() if w in WON or w.replace(" ", "") in WON}
    lost = {v for v, w in values.items() if w in LOST or w.replace(" ", "") in LOST}
    return won, lost


def _opportunities(
    profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]
) -> float:
    stage = columns.get("stage")
    outcome = stage is not None and any(stage_words(stage.column))
    if not ("amount" in columns or "closed_on" in columns) or not (outcome or _sure(columns, "won")):
        return 1.0 if hint(profile, "opportunities") >= 0.8 and _sure(columns, "stage") else 0.0
    return 1.2


def _subscriptions(
    profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]
) -> float:
    return (
        1.2
        if _sure(columns, "started_on", "mrr") and ("customer_id" in columns or is_hinted(profile))
        else 0.0
    )


def is_hinted(profile: TableProfile) -> bool:
    """Whether the table is called subscriptions or the like."""
    return hint(profile, "subscriptions") >= 0.8


def _tickets(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    key = columns.get("ticket_id")
    if key is None or key.match < SURE:
        return 0.0
    named = bool({"ticket", "case", "issue", "incident", "request", "conversation"} & set(words(key.name)))
    about = sum(
        1
        for c in ("priority", "category", "subject", "resolved_at", "first_response_at", "opened_at")
        if c in columns
    )
    return 1.0 if about >= (1 if named else 3) and (named or hint(profile, "tickets") >= 0.8) else 0.0


def has_amount(columns: dict[str, Candidate], parts: dict[str, Candidate]) -> bool:
    """Whether money of a line can be told: an amount, or quantity and price."""
    return "amount" in columns or ("quantity" in columns and "unit_price" in parts)


def _transactions(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    dated = "occurred_at" in columns
    if not has_amount(columns, parts):
        return 0.8 if _is_order_list(columns) else 0.0
    keyed = _sure(columns, "customer_id") or _sure(columns, "order_id")
    if is_only_customer(profile, columns):
        return 0.0
    if dated and keyed:
        return 0.95
    return 0.9 if _sure(columns, "order_id") and hint(profile, "customers") < 0.8 else 0.0


def _is_order_list(columns: dict[str, Candidate]) -> bool:
    """Whether orders are listed without money: their lines may stand in another table."""
    order = columns.get("order_id")
    return (
        order is not None
        and is_key(order.column)
        and _sure(columns, "customer_id", "order_id", "occurred_at")
    )


def is_only_customer(profile: TableProfile, columns: dict[str, Candidate]) -> bool:
    """Whether the table has one row a customer and neither order nor line of its own."""
    key = columns.get("customer_id")
    own = columns.get("order_id") or columns.get("transaction_id")
    return (
        key is not None
        and is_key(key.column)
        and (own is None or own.match < SURE)
        and hint(profile, "transactions") < 0.8
    )


def _customers(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    key = columns.get("customer_id")
    if key is None or key.match < SURE or not is_key(key.column):
        return 0.0
    generic = set(words(key.name)) <= {"id", "key", "number", "nummer", "numero", "code", "unique"}
    if generic and hint(profile, "customers") < 0.5 and personal(profile) < 2:
        return 0.0
    return 0.7


_PERSONAL = frozenset(
    [
        "age",
        "gender",
        "sex",
        "income",
        "education",
        "marital",
        "status",
        "birth",
        "dob",
        "born",
        "name",
        "surname",
        "firstname",
        "email",
        "phone",
        "city",
        "country",
        "segment",
        "industry",
        "sector",
        "churn",
        "tenure",
        "address",
        "postcode",
        "zip",
        "household",
        "kids",
        "children",
        "signup",
        "loyalty",
        "geschlecht",
        "alter",
    ]
)


def personal(profile: TableProfile) -> int:
    """How many columns speak of a customer's person or firm."""
    return sum(1 for c in profile.columns if set(words(c.column.header or c.name)) & _PERSONAL)


def _people(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    key, account = columns.get("person_id"), columns.get("customer_id")
    if (
        key is None
        or account is None
        or not is_key(key.column)
        or not _sure(columns, "person_id", "customer_id")
    ):
        return 0.0
    named = "email" in columns or "phone" in columns or "first_name" in parts or "name" in columns
    called = hint(profile, "people") >= 0.8 or bool({"contact", "person"} & set(words(key.name)))
    return 0.9 if named and called else 0.0


def _products(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    key = columns.get("product_id")
    if key is None or key.match < SURE or not is_key(key.column):
        return 0.0
    called = bool(
        {"product", "item", "sku", "article", "artikel", "stock", "track", "produit", "producto"}
        & set(words(key.name))
    )
    if not called and hint(profile, "products") < 0.8:
        return 0.0
    return (
        0.8
        if best(profile, "transactions", "occurred_at", SURE) is None or hint(profile, "products") >= 0.8
        else 0.0
    )


def _usage(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    what = _sure(columns, "event") or _sure(columns, "feature")
    amount = best(profile, "transactions", "amount", SURE)
    if not (what and "occurred_at" in columns) or (amount is not None and "quantity" not in columns):
        return 0.0
    return (
        0.8
        if _sure(columns, "customer_id")
        or hint(profile, "usage") >= 0.8
        or best(profile, "subscriptions", "subscription_id", 1.0)
        else 0.0
    )


def _feedback(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    said = _sure(columns, "text") and columns["text"].column.longest > 20
    rated = _sure(columns, "rating")
    called = hint(profile, "feedback") >= 0.5
    if said and (
        rated
        or called
        or "review" in words(columns["text"].name)
        or "feedback" in words(columns["text"].name)
    ):
        return 0.85
    dated = "answered_at" in columns and columns["answered_at"].match >= SURE
    return (
        0.75
        if (rated and (called or dated) and not _sure(columns, "customer_id")) or (rated and called)
        else 0.0
    )


def _campaigns(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    key = columns.get("campaign_id")
    if key is None or key.match < SURE or not is_key(key.column):
        return 0.0
    called = "campaign" in words(key.name) or hint(profile, "campaigns") >= 0.8
    return (
        1.0 if called and ("started_on" in columns or "budget" in columns or _sure(columns, "name")) else 0.0
    )


def _touches(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    if not _sure(columns, "customer_id", "campaign_id") or best(profile, "transactions", "amount", SURE):
        return 0.0
    campaign = columns["campaign_id"].column
    return 1.0 if not is_key(campaign) and campaign.unique_share < 0.5 else 0.0


def _exactly(*names: str) -> Callable[[TableProfile, dict[str, Candidate], dict[str, Candidate]], float]:
    def gate(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
        return 1.0 if _sure(columns, *names) else 0.0

    return gate


def _called(
    table: str, *names: str
) -> Callable[[TableProfile, dict[str, Candidate], dict[str, Candidate]], float]:
    def gate(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
        return 1.0 if _sure(columns, *names) and hint(profile, table) >= 0.8 else 0.0

    return gate


def _costs(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    named = "driver" in columns and "driver" in words(columns["driver"].name)
    return (
        1.0
        if _sure(columns, "driver", "period", "amount") and (named or hint(profile, "costs") >= 0.8)
        else 0.0
    )


def _spend(profile: TableProfile, columns: dict[str, Candidate], parts: dict[str, Candidate]) -> float:
    if not _sure(columns, "channel", "period", "amount") or best(
        profile, "transactions", "customer_id", SURE
    ):
        return 0.0
    named = bool({"spend", "ausgaben"} & set(words(columns["amount"].name)))
    return 1.1 if named or hint(profile, "spend") >= 0.8 else 0.0


_GATES: dict[str, Callable[[TableProfile, dict[str, Candidate], dict[str, Candidate]], float]] = {
    "customers": _customers,
    "people": _people,
    "transactions": _transactions,
    "products": _products,
    "subscriptions": _subscriptions,
    "usage": _usage,
    "tickets": _tickets,
    "feedback": _feedback,
    "campaigns": _campaigns,
    "touches": _touches,
    "opportunities": _opportunities,
    "referrals": _exactly("referrer_id", "referred_id"),
    "costs": _costs,
    "spend": _spend,
    "targets": _called("targets", "measure", "period", "value"),
    "exchange_rates": _called("exchange_rates", "currency", "on", "rate"),
}
