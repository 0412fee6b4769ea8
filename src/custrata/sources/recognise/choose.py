"""One reading for each raw table, seen together with the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from custrata.sources.contract import CONTRACT, CUSTOMERS
from custrata.sources.mapping import EVERY, Option, Question
from custrata.sources.profile import TableProfile
from custrata.sources.recognise.fields import SURE, assign, called
from custrata.sources.recognise.names import words
from custrata.sources.recognise.readings import Reading, has_amount, parts_of, personal, readings
from custrata.sources.recognise.relate import Relations
from custrata.sources.recognise.roles import by_values, is_nameless
from custrata.sources.recognise.synonyms import tiers
from custrata.sources.recognise.unnamed import is_called_customers, speaks_of_customers


@dataclass(frozen=True, slots=True)
class Chosen:
    """What each raw table is taken for.

    Attributes:
        readings: One for each table that is used, in the order of the contract's way.
        headers: Line table (source) → the reading of the table of its orders.
        reasons: Source → why it is not used.
        notes: What was noticed and changes nothing.
        questions: What a person has to choose.
        profiles: All raw tables, those that are not used among them.
    """

    readings: tuple[Reading, ...]
    headers: Mapping[str, Reading] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    profiles: tuple[TableProfile, ...] = ()

    def of(self, table: str) -> tuple[Reading, ...]:
        """The readings as one canonical table."""
        return tuple(r for r in self.readings if r.table == table)


def choose(profiles: tuple[TableProfile, ...], relations: Relations) -> Chosen:
    """Choose one reading for each raw table.

    Args:
        profiles: All tables, in a fixed order.
        relations: How they hang together.
    """
    found = {p.table.source: _reading(p) for p in profiles}
    reasons = {source: _why_not(p) for p in profiles if found[source := p.table.source] is None}
    chosen = [r for r in found.values() if r is not None]
    headers, chosen = _lines_and_headers(chosen, relations, reasons)
    chosen = _without_strangers(chosen, relations, reasons)
    if not chosen:
        unread = tuple(p for p in profiles if found[p.table.source] is None)
        chosen = _without_ids(unread, profiles, reasons)
    return Chosen(tuple(chosen), headers, reasons, _notes(chosen), _twice(chosen), profiles)


def _notes(chosen: list[Reading]) -> tuple[str, ...]:
    """What was noticed in the tables that are used: the three header rows of a survey tool's export."""
    return tuple(
        f"{r.source} repeats its header in its first rows, as Qualtrics exports do; these rows are set aside."
        for r in chosen
        if any(v.startswith('{"ImportId"') for c in r.profile.columns for v, _ in c.values)
    )


def _twice(chosen: list[Reading]) -> tuple[Question, ...]:
    """A question where tables with different columns both hold sales: they may count the same money twice."""
    sales = [r for r in chosen if r.table == "transactions"]
    kinds = {_headers(r.profile) for r in sales}
    if len(kinds) < 2:
        return ()
    names = tuple(r.source for r in sales)
    text = f"{' and '.join(names)} all hold sales with different columns. Which of them count?"
    return (Question(text, "transactions", "", "", (*(Option(n) for n in names), Option(EVERY))),)


def _reading(profile: TableProfile) -> Reading | None:
    if profile.table.rows == 0:
        return None
    if is_nameless(profile):
        return by_values(profile)
    found = readings(profile)
    return found[0] if found else None


def _why_not(profile: TableProfile) -> str:
    if profile.table.rows == 0:
        return "it has no rows"
    if is_nameless(profile):
        return "it has no header, and its values do not say what the columns are"
    return "its columns name no customer, order, product or anything else of the contract"


def _lines_and_headers(
    chosen: list[Reading], relations: Relations, reasons: dict[str, str]
) -> tuple[dict[str, Reading], list[Reading]]:
    headers: dict[str, Reading] = {}
    dropped: set[str] = set()
    for line in sorted(
        (r for r in chosen if _is_line(r)), key=lambda r: ("product_id" not in r.columns, r.source)
    ):
        if line.source in dropped:
            continue
        header = next((h for h in chosen if h is not line and _is_header(line, h, relations)), None)
        why = _undated(line, chosen) if header is None else _not_counted(line, header, headers, relations)
        if why:
            dropped.add(line.source)
            reasons[line.source] = why
        elif header is not None:
            headers[line.source] = header
            dropped.add(header.source)
            reasons[header.source] = (
                f"its orders are counted by their lines, {line.source}; customer and day come from here"
            )
    for reading in chosen:
        if (
            reading.table == "transactions"
            and reading.source not in dropped
            and not has_amount(reading.columns, reading.parts)
        ):
            dropped.add(reading.source)
            reasons[reading.source] = "its orders carry no amount, and no other table lists their lines"
    return headers, [r for r in chosen if r.source not in dropped]


def _is_line(reading: Reading) -> bool:
    return (
        reading.table == "transactions"
        and "order_id" in reading.columns
        and has_amount(reading.columns, reading.parts)
    )


def _undated(line: Reading, chosen: list[Reading]) -> str:
    """Why lines without orders of another table are left out; empty when they are dated, or nothing is."""
    if "occurred_at" in line.columns:
        return ""
    if "customer_id" not in line.columns or line.columns["customer_id"].match < SURE:
        return "its lines name neither a day nor an order that another table dates"
    unread = called(line.profile, tiers("transactions", "occurred_at"))
    if unread:
        return f"its column {unread[0]} holds no dates that can be read"
    if any(set(CONTRACT[r.table].happens) & set(r.columns) for r in chosen):
        return "its date column is missing, and the other tables have days"
    return ""


def _not_counted(line: Reading, header: Reading, headers: dict[str, Reading], relations: Relations) -> str:
    """Why lines of another table's orders are left out; empty when they count."""
    other = next((source for source, known in headers.items() if known.source == header.source), None)
    if other:
        return f"it counts the orders of {header.source} again, which {other} counts already"
    if not _agree(line, header, relations):
        return f"its lines do not add up to the orders of {header.source}, which are counted instead"
    return ""


def _is_header(line: Reading, header: Reading, relations: Relations) -> bool:
    if header.table != "transactions" or _headers(line.profile) == _headers(header.profile):
        return False
    known = "occurred_at" in header.columns and "customer_id" in header.columns
    return known and header_key(line, header, relations) is not None


def header_key(line: Reading, header: Reading, relations: Relations) -> str | None:
    """The column of the header table that the lines' order id refers to; None when it does not."""
    if "order_id" not in line.columns:
        return None
    place = (line.profile.table.relation, line.columns["order_id"].name)
    for (child, parent), overlap in relations.overlaps.items():
        if child == place and parent[0] == header.profile.table.relation and overlap.share >= 0.5:
            return parent[1]
    return None


def _agree(line: Reading, header: Reading, relations: Relations) -> bool:
    sums = relations.sums.get((line.profile.table.relation, header.profile.table.relation))
    if sums is None or not sums[1]:
        return True
    return abs(sums[0] - sums[1]) <= abs(sums[1]) / 200


def _without_strangers(chosen: list[Reading], relations: Relations, reasons: dict[str, str]) -> list[Reading]:
    """Leave out tables of customers whose ids none of the explicit customer columns know."""
    explicit = [
        r for r in chosen if "customer_id" in r.columns and not _is_generic(r.columns["customer_id"].name)
    ]
    kept = []
    for reading in chosen:
        key = reading.columns.get("customer_id")
        if (
            reading.table == "customers"
            and key
            and _is_generic(key.name)
            and explicit
            and not _known(reading, explicit, relations)
        ):
            reasons[reading.source] = "its ids are not those of the customers in the other tables"
        else:
            kept.append(reading)
    return kept


def _without_ids(
    unread: tuple[TableProfile, ...], profiles: tuple[TableProfile, ...], reasons: dict[str, str]
) -> list[Reading]:
    """Where nothing in the folder names a customer: each row of the table that speaks of customers is one."""
    found = [p for p in unread if p.table.rows >= 2 and not is_nameless(p) and speaks_of_customers(p)]
    if not found:
        return []
    best = max(found, key=lambda p: (_of_customers(p), p.table.rows, p.table.source))
    alike = [p for p in found if _headers(p) == _headers(best)]
    for profile in profiles:
        if profile not in alike and profile.table.rows:
            reasons[profile.table.source] = (
                "no column says whose row it is, and another table fits customers better"
            )
    names = [c.name for c in CUSTOMERS.columns if c.name not in ("parent_id", "status", "kind")]
    return [Reading("customers", p, 0.5, assign(p, "customers", names), parts_of(p)) for p in alike]


def _of_customers(profile: TableProfile) -> int:
    return personal(profile) + is_called_customers(profile)


def _headers(profile: TableProfile) -> frozenset[str]:
    return frozenset(c.column.header for c in profile.columns)


def _is_generic(name: str) -> bool:
    return set(words(name)) <= {"id", "key", "number", "nummer", "numero", "code", "unique", "email", "name"}


def _known(reading: Reading, explicit: list[Reading], relations: Relations) -> bool:
    own = (reading.profile.table.relation, reading.columns["customer_id"].name)
    places = {(r.profile.table.relation, r.columns["customer_id"].name) for r in explicit}
    return any(
        o.found > 0 for (child, parent), o in relations.overlaps.items() if parent == own and child in places
    )
