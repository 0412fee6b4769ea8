"""Tickets, one row each even from a log of events, and when they were opened, answered and resolved."""

from __future__ import annotations

from custrata.sources.mapping import AddTime, AsOf, Combine, Earliest, Latest, Mapped, Source
from custrata.sources.profile import ColumnProfile
from custrata.sources.recognise.names import words
from custrata.sources.recognise.readings import is_key
from custrata.sources.recognise.sources.context import Context
from custrata.sources.recognise.sources.service import rated
from custrata.sources.recognise.sources.split import split_customers

STAND_IN = 0.4
"""How sure a time is that only stands in for the opening."""

_ENDS = {"first_response_at": "first answer", "resolved_at": "resolution"}
_ANSWERED = frozenset(
    {"response", "responded", "reply", "replied", "answer", "answered", "resolution", "resolved", "solved"}
    | {"closed", "closure", "completed", "updated", "antwort", "geloest", "geschlossen"}
)
_RESOLVED = frozenset(
    {"resolve", "resolved", "resolution", "solve", "solved", "solution", "fixed", "geloest", "erledigt"}
)
_CLOSED = frozenset({"close", "closed", "closure", "completed", "done", "finished", "geschlossen"})
_NOT_YET = frozenset({"not", "nicht", "un", "pending", "awaiting", "offen", "open", "reopen", "reopened"})
_ANOTHER_EVENT = frozenset(
    {
        "purchase",
        "purchased",
        "order",
        "ordered",
        "sale",
        "sold",
        "birth",
        "born",
        "dob",
        "delivery",
        "delivered",
    }
    | {
        "shipping",
        "shipped",
        "warranty",
        "signup",
        "registration",
        "registered",
        "subscription",
        "since",
        "kauf",
    }
)


def ticket_sources(context: Context) -> list[Source]:
    """Tickets, one row each even from a log of events, and the satisfaction that was asked about them."""
    columns = context.columns(*_misread(context))
    if not is_key(context.reading.columns["ticket_id"].column):
        return [_from_log(context, columns)]
    columns |= _times(context, columns)
    found = columns if "opened_at" in columns else _opened_by(context, columns)
    answers = _satisfaction(context, columns | found, ends=found is not columns)
    return [context.source("tickets", found), *answers, *split_customers(context)]


def opening_notes(context: Context) -> list[str]:
    """A sentence on what stands in for the opening or resolution of tickets, where no column says it."""
    if context.reading.table != "tickets":
        return []
    if not is_key(context.reading.columns["ticket_id"].column):
        return _log_notes(context)
    columns = context.columns(*_misread(context))
    if "opened_at" in columns:
        return []
    opened = _opened_by(context, columns)
    if "opened_at" not in opened:
        return []
    text = f"No column of {context.reading.source} says when tickets were opened: "
    text += f"{opened['opened_at'].derivation} stands in for it."
    lost = " and ".join(f"the {said}" for n, said in _ENDS.items() if n in columns and n not in opened)
    return [text + (f" How long {lost} took is not known." if lost else "")]


def _log_notes(context: Context) -> list[str]:
    if "opened_at" not in context.reading.columns or any(_events(context, w) for w in (_RESOLVED, _CLOSED)):
        return []
    return [
        f"No event of {context.reading.source} says that a ticket was resolved: "
        "its last event stands in for it."
    ]


def _misread(context: Context) -> tuple[str, ...]:
    """The opening, where the column taken for it speaks of an answer or a resolution."""
    found = context.reading.columns.get("opened_at")
    return ("opened_at",) if found and _speaks_of(found.column, _ANSWERED) else ()


def _speaks_of(column: ColumnProfile, said: frozenset[str]) -> bool:
    return bool(set(words(column.column.header or column.name)) & said)


def _from_log(context: Context, columns: dict[str, Mapped]) -> Source:
    if "opened_at" in columns:
        opened = columns["opened_at"]
        columns["opened_at"] = Mapped(Earliest(opened.derivation), opened.confidence, opened.samples)
        columns["resolved_at"] = _resolved(context, opened)
    key = context.reading.columns["ticket_id"].name
    return context.source("tickets", columns, one_row_per=(key,), note="a log of events, one ticket a case")


def _resolved(context: Context, at: Mapped) -> Mapped:
    """The last event that says resolved, or closed where none does; else the last event of all."""
    for said in (_RESOLVED, _CLOSED):
        found = _events(context, said)
        if found:
            column, values = found
            return Mapped(
                Latest(at.derivation, column.name, tuple(v.lower() for v in values)), 0.85, values[:3]
            )
    return Mapped(Latest(at.derivation), STAND_IN, at.samples)


def _events(context: Context, said: frozenset[str]) -> tuple[ColumnProfile, tuple[str, ...]] | None:
    """The column of which some values, not all, say one of these words in most cases, with those values."""
    told = [
        (sum(n for _, n in values), column, tuple(v for v, _ in values))
        for column in context.profile.columns
        if not is_key(column) and len(column.values) > 1
        for values in [[(v, n) for v, n in column.values if _says(v, said)]]
        if values and len(values) < len(column.values)
    ]
    best = max(told, key=lambda t: (t[0], t[1].name), default=None)
    return (best[1], best[2]) if best else None


def _says(value: str, said: frozenset[str]) -> bool:
    found = set(words(value))
    return bool(found & said) and not found & _NOT_YET


def _times(context: Context, columns: dict[str, Mapped]) -> dict[str, Mapped]:
    result: dict[str, Mapped] = {}
    opened = columns.get("opened_at")
    minutes, hours = (
        context.reading.parts.get("response_minutes"),
        context.reading.parts.get("resolution_hours"),
    )
    if opened and minutes and "first_response_at" not in columns:
        answered = AddTime(opened.derivation, context.take(minutes.column, "number"), "minutes")
        result["first_response_at"] = Mapped(answered, 0.9, minutes.column.samples)
    if opened and hours and "resolved_at" not in columns:
        solved = AddTime(opened.derivation, context.take(hours.column, "number"), "hours")
        result["resolved_at"] = Mapped(solved, 0.85, hours.column.samples)
    return result


def _opened_by(context: Context, columns: dict[str, Mapped]) -> dict[str, Mapped]:
    """The columns with the best real time for the opening, without the waits that it cannot tell.

    Another day of the ticket is best, then the day of another event, from which no wait can be counted, then
    the end that is filled most, which is then no end any more.
    """
    ends = {context.reading.columns[n].name: n for n in _ENDS if n in columns}
    others = [c for c in context.profile.columns if c.is_date and c.filled and c.name not in ends]
    others = [c for c in others if not _speaks_of(c, _ANSWERED)]
    others.sort(key=lambda c: (_speaks_of(c, _ANOTHER_EVENT), -c.filled))
    if others:
        lost = tuple(_ENDS) if _speaks_of(others[0], _ANOTHER_EVENT) else ()
        stand_in = Mapped(context.take(others[0], "instant"), STAND_IN, others[0].samples)
    elif ends:
        first = max(ends.values(), key=lambda n: (context.reading.columns[n].column.filled, n))
        lost = tuple(_ENDS)[: tuple(_ENDS).index(first) + 1]
        stand_in = Mapped(columns[first].derivation, STAND_IN, columns[first].samples)
    else:
        return columns
    return {n: m for n, m in columns.items() if n not in lost} | {"opened_at": stand_in}


def _satisfaction(context: Context, columns: dict[str, Mapped], *, ends: bool) -> list[Source]:
    """Answers on the day of the resolution; where the opening is a stand-in, rather on that of an answer."""
    found = context.reading.parts.get("satisfaction")
    if found is None:
        return []
    names = ("resolved_at", *(("first_response_at",) if ends else ()), "opened_at")
    when = tuple(dict.fromkeys(columns[n].derivation for n in names if n in columns))
    columns = {
        "feedback_id": context.column("tickets", "ticket_id", context.reading.columns["ticket_id"]),
        "answered_at": Mapped(
            Combine("first_of", when) if len(when) > 1 else when[0] if when else AsOf(), 0.8
        ),
        **rated(context, found, "csat"),
        **({"customer_id": columns["customer_id"]} if "customer_id" in columns else {}),
    }
    return [context.source("feedback", columns, where=(found.name,), note="satisfaction asked about tickets")]
