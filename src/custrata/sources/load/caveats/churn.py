"""Several signs of churn in one folder, side by side."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.sources.account import Caveat
from custrata.sources.mapping import AsOf, Lookup, Mapping
from custrata.sources.recognise.names import table_words, words
from custrata.sources.recognise.synonyms import part


def churn_query(mapping: Mapping, judged: MappingOf[str, Sequence[ir.Table]]) -> ir.Table | None:
    """One row for each sign of churn (``sign``, ``where``, ``marked``, ``of``); None for fewer than two.

    Args:
        mapping: What is loaded.
        judged: Canonical table → its relations of judged rows.
    """
    signs = [*_flags(mapping, judged), *_spells(mapping, judged), *_events(mapping, judged)]
    return ibis.union(*signs) if len(signs) > 1 else None


def _line(table: ir.Table, sign: str, where: str, marked: ir.Value, of: ir.Value) -> ir.Table:
    return table.aggregate(
        sign=ibis.literal(sign), where=ibis.literal(where), marked=marked.cast("int64"), of=of.cast("int64")
    )


def _flags(mapping: Mapping, judged: MappingOf[str, Sequence[ir.Table]]) -> list[ir.Table]:
    names = {n for tier in part("flag") for n in tier}
    found = []
    for relation in judged.get("customers", ()):
        for source in mapping.of("customers"):
            for name, take in source.attributes.items():
                if words(take.column) in names and name in relation.columns:
                    good = relation.filter(relation._reason.isnull() & (relation._source == source.source))
                    said = (
                        good[name]
                        .cast("string")
                        .lower()
                        .isin(("yes", "y", "true", "t", "1", "1.0", "1.000000"))
                    )
                    found.append(_line(good, "flag", take.column, said.sum(), good.count()))
    return found


def _spells(mapping: Mapping, judged: MappingOf[str, Sequence[ir.Table]]) -> list[ir.Table]:
    found = []
    for source in mapping.of("subscriptions"):
        ended = source.columns.get("ended_on")
        derived = ended and isinstance(ended.derivation, AsOf | Lookup)
        for relation in judged["subscriptions"] if ended and not derived else ():
            good = relation.filter(relation._reason.isnull() & (relation._source == source.source))
            found.append(_line(good, "spells", source.source, good.ended_on.notnull().sum(), good.count()))
    return found


def _events(mapping: Mapping, judged: MappingOf[str, Sequence[ir.Table]]) -> list[ir.Table]:
    found = []
    for table in ("feedback", "usage", "tickets"):
        for source in mapping.of(table):
            if not {"churn", "churned", "cancellation", "cancellations"} & set(
                table_words(source.source, "")
            ):
                continue
            for relation in judged.get(table, ()):
                good = relation.filter(relation._reason.isnull() & (relation._source == source.source))
                found.append(_line(good, "events", source.source, good.customer_id.nunique(), good.count()))
    return found


def churn_caveat(rows: Sequence[MappingOf[str, Any]]) -> list[Caveat]:
    """The signs of churn in one sentence each, and which one counts."""
    told = sorted((r for r in rows if r["of"]), key=lambda r: (_ORDER.index(r["sign"]), r["where"]))
    if len({(r["marked"], r["of"]) for r in told}) < 2:
        return []
    counts = any(r["sign"] == "spells" for r in told)
    which = "Churn is counted from the contracts that ended." if counts else "Churn is counted from the flag."
    text = "The signs of churn disagree: " + "; ".join(_told(r) for r in told) + f". {which}"
    return [Caveat("churn-signs", text, ", ".join(r["where"] for r in told), len(told))]


_ORDER = ("flag", "spells", "events")


def _told(row: MappingOf[str, Any]) -> str:
    marked, of = int(row["marked"] or 0), int(row["of"])
    share = f"{marked:,} of {of:,}"
    if row["sign"] == "flag":
        return f"{row['where']} marks {share} customers ({marked / of:.1%})"
    if row["sign"] == "spells":
        return f"{share} contracts have ended ({marked / of:.2%})"
    return f"{row['where']} names {marked:,} {'customer' if marked == 1 else 'customers'}"
