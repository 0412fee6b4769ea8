"""What was assumed or noticed while loading."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from custrata.sources.account import Caveat
from custrata.sources.contract import ANONYMOUS_ALLOWED, CONTRACT
from custrata.sources.load.caveats.cells import cell_caveats, cells_query
from custrata.sources.load.caveats.churn import churn_caveat, churn_query
from custrata.sources.load.caveats.guesses import pinned_caveats, pinned_query, weak_guesses
from custrata.sources.load.caveats.ratings import rating_caveats, ratings_query
from custrata.sources.load.caveats.signs import sign_caveats, signs_query
from custrata.sources.load.expressions import Day
from custrata.sources.load.waits import wait_caveats, waits_query
from custrata.sources.mapping import AsOf, LessBack, Lookup, Mapping, MonthsBefore, RowId, Source, Take
from custrata.sources.mapping.marking import status_marks
from custrata.sources.profile import relation_of
from custrata.sources.raw import RawTable
from custrata.sources.statuses import CALLED_OFF, CAME_BACK, GIVES_BACK, PARTLY_BACK

if TYPE_CHECKING:
    from custrata.sources.load.plan import LoadPlan

Judged = MappingOf[str, Sequence[ir.Table]]
"""Canonical table → its relations of judged rows."""


def caveat_queries(
    mapping: Mapping, tables: MappingOf[str, RawTable], judged: Judged, as_of: Day
) -> dict[str, ir.Table]:
    """The questions that caveats need answered, by name."""
    queries: dict[str, ir.Table] = {}
    for number, source in enumerate(mapping.sources):
        asked = cells_query(source, tables[source.source], as_of) if source.whole else None
        queries |= {f"cells_{number}": asked} if asked is not None else {}
        queries |= {f"misspelled_{number}_{n}": q for n, q in _misspelled(source, tables)}
        signs = signs_query(source, tables[source.source], as_of)
        queries |= {f"signs_{number}": signs} if signs is not None else {}
        trial = _trial_query(source, tables)
        queries |= {f"trial_{number}": trial} if trial is not None else {}
        several = pinned_query(source, judged.get(source.table, ()))
        queries |= {f"pinned_{number}": several} if several is not None else {}
    for table, relations in judged.items():
        if table in ANONYMOUS_ALLOWED and "customer_id" in relations[0].columns:
            queries[f"anonymous_{table}"] = _anonymous(relations[0])
    if "transactions" in judged and not _has_key(mapping, "transactions"):
        queries["repeated"] = _repeated(judged["transactions"][0])
    off = ratings_query(judged.get("feedback", ()))
    queries |= {"ratings": off} if off is not None else {}
    waits = waits_query(judged.get("tickets", ()))
    queries |= {"waits": waits} if waits is not None else {}
    left = churn_query(mapping, judged)
    return queries | ({"churn": left} if left is not None else {})


def _has_key(mapping: Mapping, table: str) -> bool:
    return any(CONTRACT[table].key in s.columns for s in mapping.of(table))


def _anonymous(judged: ir.Table) -> ir.Table:
    nobody = judged.customer_id.isnull()
    money = (
        judged.amount.cast("decimal(38, 6)") if "amount" in judged.columns else ibis.null("decimal(38, 6)")
    )
    rows = judged.select(nobody=nobody, loaded=judged._reason.isnull(), money=money)
    return rows.aggregate(
        rows=rows.count(),
        anonymous=rows.nobody.sum().cast("int64"),
        loaded=(rows.nobody & rows.loaded).sum().cast("int64"),
        money=rows.money.sum(where=rows.nobody & rows.loaded),
    )


def _repeated(judged: ir.Table) -> ir.Table:
    again = judged.transaction_id.re_search(r"-\d+$")
    return judged.filter(judged._reason.isnull()).aggregate(repeats=again.sum().cast("int64"))


def _misspelled(source: Source, tables: MappingOf[str, RawTable]) -> list[tuple[str, ir.Table]]:
    relation = relation_of(tables[source.source])
    return [
        (
            name,
            relation.filter(
                relation[m.derivation.column].strip().isin([was for was, _ in m.derivation.read_as])
            ).aggregate(rows=lambda t: t.count()),
        )
        for name, m in source.columns.items()
        if isinstance(m.derivation, Take) and m.derivation.read_as
    ]


def _trial_query(source: Source, tables: MappingOf[str, RawTable]) -> ir.Table | None:
    if source.table != "subscriptions":
        return None
    raw = tables[source.source]
    found = next((c.name for c in raw.columns if "trial" in c.name.lower()), None)
    if found is None:
        return None
    relation = relation_of(raw)
    said = relation[found].cast("string").strip().lower().isin(("true", "yes", "1", "t", "y"))
    return relation.aggregate(rows=relation.count(), trials=said.sum().cast("int64"))


def caveats_of(plan: LoadPlan, rows: MappingOf[str, Sequence[MappingOf[str, Any]]]) -> tuple[Caveat, ...]:
    """The caveats of a load, from the answers to ``plan.caveat_queries``.

    Args:
        plan: What was loaded.
        rows: Answers by the names of the queries.
    """
    tables = {t.source: t for t in plan.folder.tables}
    found: list[Caveat] = [*_notional(plan), *(Caveat("mapping-note", n) for n in plan.mapping.notes)]
    for number, source in enumerate(plan.mapping.sources):
        answer = rows.get(f"cells_{number}")
        found += cell_caveats(source, tables[source.source], answer[0]) if answer else []
        for name, mapped in source.columns.items():
            spelled = rows.get(f"misspelled_{number}_{name}")
            if spelled and isinstance(mapped.derivation, Take):
                found.append(_misspelled_caveat(source, mapped.derivation, int(spelled[0]["rows"])))
        found += sign_caveats(source, rows.get(f"signs_{number}", ()))
        trial = rows.get(f"trial_{number}")
        found += _trial_caveat(source, trial[0]) if trial else []
        found += _marked_caveat(source) + _money_back_caveat(source) + weak_guesses(source)
        found += pinned_caveats(source, rows.get(f"pinned_{number}", ()))
    for table in ("transactions", "opportunities", "feedback"):
        answer = rows.get(f"anonymous_{table}")
        found += _anonymous_caveat(table, answer[0], plan.currency) if answer else []
    if rows.get("repeated"):
        found += _repeated_caveat(int(rows["repeated"][0]["repeats"] or 0))
    found += rating_caveats(rows.get("ratings", ()))
    found += wait_caveats(rows.get("waits", ()))
    if rows.get("churn"):
        found += churn_caveat(rows["churn"])
    return tuple(found)


def _anonymous_caveat(table: str, row: MappingOf[str, Any], currency: str) -> list[Caveat]:
    count, loaded = int(row["anonymous"] or 0), int(row["loaded"] or 0)
    if not count:
        return []
    things = {"transactions": "lines", "opportunities": "opportunities", "feedback": "answers"}[table]
    text = f"{count:,} of {int(row['rows']):,} {things} name no customer."
    who = "They" if loaded == count else f"{loaded:,} of them"
    if loaded and table == "transactions":
        money = f"{row['money'] or 0:,.2f} {currency}".strip().replace("-", "−")
        text += f" {who} count in the company's revenue ({money}) and orders, and belong to no customer."
    elif loaded:
        text += f" {who} are loaded and belong to no customer."
    if loaded < count:
        text += f" {count - loaded:,} are set aside for another reason."
    return [
        Caveat({"transactions": "anonymous-revenue"}.get(table, f"anonymous-{table}"), text, table, count)
    ]


def _repeated_caveat(repeats: int) -> list[Caveat]:
    if not repeats:
        return []
    text = (
        f"{repeats:,} {'line equals' if repeats == 1 else 'lines equal'} an earlier line. Without a key of "
        "their own they are kept as real; if the export repeats itself, remove them there."
    )
    return [Caveat("repeated-lines", text, "transactions", repeats)]


def _misspelled_caveat(source: Source, take: Take, rows: int) -> Caveat:
    pairs = ", ".join(f"‘{was}’ as ‘{meant}’" for was, meant in take.read_as[:5])
    more = f" and {len(take.read_as) - 5} more" if len(take.read_as) > 5 else ""
    text = (
        f"{take.column} spells {pairs}{more} (in {rows:,} {'row' if rows == 1 else 'rows'}): read as the "
        "same, because only blanks and punctuation differ."
    )
    return Caveat("near-miss", text, f"{source.source}: {take.column}", rows)


def _trial_caveat(source: Source, row: MappingOf[str, Any]) -> list[Caveat]:
    count = int(row["trials"] or 0)
    if not count:
        return []
    text = (
        f"{count:,} of {int(row['rows']):,} subscriptions are marked as trials; they are loaded with "
        "the revenue that the source gives."
    )
    return [Caveat("trials", text, source.source, count)]


def _marked_caveat(source: Source) -> list[Caveat]:
    kind = source.columns.get("kind")
    found = []
    for mark in status_marks(kind.derivation) if kind else ():
        code, text = _MARKED.get(mark.word, ("", ""))
        said = text.format(column=mark.column, values=", ".join(mark.values))
        found += [Caveat(code, said, f"{source.source}: {mark.column}")] if code else []
    return found


def _money_back_caveat(source: Source) -> list[Caveat]:
    amount = source.columns.get("amount")
    if source.table != "transactions" or amount is None or not isinstance(amount.derivation, LessBack):
        return []
    said = str(amount.derivation.back)
    text = (
        f"What {said} says was given back counts as a refund on the day of its sale, for the data say no "
        "other day, and as money without goods."
    )
    return [Caveat("money-back-columns", text, f"{source.source}: {said}")]


_MARKED = {
    CALLED_OFF: (
        "cancelled-orders",
        "Orders whose {column} is {values} kept no money: where an amount stands there, the row is "
        "set aside.",
    ),
    CAME_BACK: (
        "returned-orders",
        "Orders whose {column} is {values} were sold and came back: they count as sold and, on the same "
        "day, as given back, for the data say no other day. They bring no revenue, and are refunds.",
    ),
    PARTLY_BACK: (
        "partly-returned-orders",
        "Orders whose {column} is {values} gave back part of their money; how much, the data do not say. "
        "They count in full, so revenue is too high and refunds are too low by that part.",
    ),
    GIVES_BACK: (
        "money-back-documents",
        "Lines whose {column} is {values} give money back: their amount is taken off, minus or no minus.",
    ),
}


def _notional(plan: LoadPlan) -> list[Caveat]:
    found = []
    if plan.notional:
        text = (
            "Nothing in the data says a date. They stand on the notional day 2000-01-01, so ages and"
            " trends are not known."
        )
        found.append(Caveat("notional-date", text))
    for source in plan.mapping.sources:
        if source.table == "customers" and _has(source, RowId):
            text = f"No column of {source.source} names a customer: each row is taken for a customer."
            found.append(Caveat("rows-as-customers", text, source.source))
        if _has(source, MonthsBefore):
            text = (
                "Contracts begin so many months before the day of the data as the tenure says; those"
                " that the churn flag marks end on it."
            )
            found.append(Caveat("derived-spells", text, source.source))
        elif not plan.notional and source.table == "feedback" and _has(source, AsOf):
            found.append(
                Caveat(
                    "undated-answers",
                    "The answers carry no date and stand on the day of the data.",
                    source.source,
                )
            )
    return found


def _has(source: Source, kind: type[AsOf] | type[MonthsBefore] | type[RowId]) -> bool:
    derivations = [m.derivation for m in source.columns.values()]
    return any(isinstance(d.take if isinstance(d, Lookup) else d, kind) for d in derivations)
