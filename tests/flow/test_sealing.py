import datetime as dt

from custrata.flow.cutting import cut_base
from custrata.flow.grouping import group_base
from custrata.flow.loading import Loaded
from custrata.flow.measuring import read
from custrata.flow.sealing import seal
from custrata.flow.summarising import summarise
from custrata.measures.kernel.measure import Request
from custrata.settings import Settings
from custrata.sources.account import Account

ASIDE = {
    "source": "string",
    "line": "int64",
    "table": "string",
    "column": "string",
    "value": "string",
    "reason": "string",
}


def _sealed(engine, provided, aside):
    engine.keep_rows("set_aside", ASIDE, aside)
    loaded = Loaded(("transactions",), provided, "EUR", False, Account(()), ())
    cut = cut_base(loaded.tables, provided, "EUR", False, Settings(), engine)
    grouped = group_base(summarise(cut.base, engine).base, False, engine)
    found = read(grouped.base, [Request("revenue")], engine)
    return seal(loaded, cut, grouped, found, engine, (), "", {}, {})


def test_a_snapshot_says_what_it_holds_and_where_it_was_cut(engine, sales):
    snapshot, tables = _sealed(engine, sales, [])
    assert tables == ("customers", "transactions", "set_aside", "tier_moves")
    assert snapshot.manifest.tables == {"customers": 3, "transactions": 8}
    assert snapshot.reading("revenue").value == 485.0
    assert snapshot.manifest.rules["tiers"]


def test_the_line_of_a_row_set_aside_does_not_change_the_fingerprint_but_its_reason_does(engine, hold):
    row = {
        "transaction_id": "t",
        "customer_id": "a",
        "occurred_at": dt.datetime.combine(dt.date(2025, 1, 1), dt.time()),
        "amount": 5,
        "kind": "sale",
    }
    prints = []
    for line, reason in ((3, "no day"), (9, "no day"), (3, "no number")):
        provided = hold("transactions", [row])
        snapshot, _ = _sealed(engine, provided, [{"source": "a.csv", "line": line, "reason": reason}])
        prints.append(snapshot.manifest.fingerprint)
    assert prints[0] == prints[1] != prints[2]
