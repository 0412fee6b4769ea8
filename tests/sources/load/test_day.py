from __future__ import annotations

import datetime as dt

from custrata.settings import Settings
from custrata.sources.load.day import NOTIONAL_DAY, day_of_data, day_query, is_dated, needs_day
from custrata.sources.mapping import AsOf, Constant, Mapped, Mapping, Source, Take

SALES = Source(
    "transactions", "sales.csv", {"occurred_at": Mapped(Take("d")), "currency": Mapped(Constant("EUR"))}
)
SPELLS = Source("subscriptions", "s.csv", {"started_on": Mapped(Take("b")), "ended_on": Mapped(Take("e"))})
UNDATED = Source("feedback", "f.csv", {"answered_at": Mapped(AsOf())})


def test_undated_data_take_the_notional_day_unless_one_is_set() -> None:
    assert not is_dated(Mapping((UNDATED,)))
    assert day_of_data(Mapping((UNDATED,)), Settings()) == NOTIONAL_DAY
    assert day_of_data(Mapping((UNDATED, SALES)), Settings(as_of=dt.date(2020, 1, 1))) == dt.date(2020, 1, 1)


def test_only_a_column_that_stands_on_the_day_needs_it() -> None:
    assert needs_day(Mapping((SALES, UNDATED)))
    assert not needs_day(Mapping((SALES,)))


def test_the_last_day_is_the_last_on_which_something_began(desk) -> None:
    desk.put("sales.csv", "d\n2020-01-05\nx")
    desk.put("s.csv", "b,e\n2020-02-01,2031-01-01")
    mapping = Mapping((SALES, SPELLS))
    query = day_query(mapping, {t.source: t for t in desk.tables})
    assert desk.engine.rows(query) == [{"day": dt.date(2020, 2, 1)}]
