"""In which currencies are amounts, when their own signs are all that says it?"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.sources.account import Caveat
from custrata.sources.load.currencies import several_currencies
from custrata.sources.load.expressions import Day, Frame
from custrata.sources.mapping import Constant, Source, Take
from custrata.sources.mapping.derivation import parts_of
from custrata.sources.profile import relation_of
from custrata.sources.raw import RawTable

_MONEY = {"transactions": "amount", "subscriptions": "mrr", "opportunities": "amount"}
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "INR": "₹"}
_DRESSED = "[A-Za-z$€£¥₹]"
_SIGN = r"(?i)(r\$|[$€£¥₹]|usd|eur|gbp|chf|inr|jpy|aud|cad|kr)"


def signs_query(source: Source, raw: RawTable, as_of: Day) -> ir.Table | None:
    """How many amounts carry which sign or code; None where a column states it, or amounts are no text.

    Returns:
        ``sign`` (in capitals) and ``amounts``, how many cells.
    """
    money = source.columns.get(_MONEY.get(source.table, ""))
    stated = source.columns.get("currency")
    if money is None or (stated and not isinstance(stated.derivation, Constant)):
        return None
    text = {c.name for c in raw.columns if c.type == "text"}
    taken = [p for p in parts_of(money.derivation) if isinstance(p, Take) and p.column in text]
    if not taken:
        return None
    parts = [_signed(relation_of(raw), take, as_of) for take in dict.fromkeys(taken)]
    rows = ibis.union(*parts) if len(parts) > 1 else parts[0]
    return rows.group_by("sign").aggregate(amounts=rows.count())


def _signed(relation: ir.Table, take: Take, as_of: Day) -> ir.Table:
    # Most amounts are bare numbers: they are left out before anything is taken from a cell.
    dressed = relation.filter(relation[take.column].re_search(_DRESSED))
    read = dressed.filter(Frame(dressed, as_of).value(take, "money").notnull())
    sign = read[take.column].re_extract(_SIGN, 1).upper()
    return read.select(sign=sign).filter(lambda t: t.sign != "")


def sign_caveats(source: Source, rows: Sequence[MappingOf[str, Any]]) -> list[Caveat]:
    """What several currencies in the amounts of one source are worth saying."""
    counts: dict[str, int] = {}
    for row in rows:
        sign = _SIGNS.get(row["sign"], row["sign"])
        counts[sign] = counts.get(sign, 0) + int(row["amounts"])
    return [several_currencies(counts, source.source)] if len(counts) > 1 else []
