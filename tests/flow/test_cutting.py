import datetime as dt

import pytest

from custrata.errors import ContractError
from custrata.flow.cutting import cut_base
from custrata.settings import Settings
from custrata.vocabulary import Relationship


def test_the_base_is_cut_at_the_last_day_in_the_data_unless_told_otherwise(engine, sales):
    cut = cut_base(("transactions",), sales, "EUR", False, Settings(), engine)
    assert cut.base.as_of == dt.date(2025, 12, 31)
    assert cut.base.relationship is Relationship.NON_CONTRACTUAL
    assert engine.count("customers") == 3


def test_what_came_after_the_day_asked_for_is_gone(engine, sales):
    early = Settings(as_of=dt.date(2025, 1, 31))
    cut = cut_base(("transactions",), sales, "EUR", False, early, engine)
    assert (engine.count("customers"), engine.count("transactions")) == (2, 2)
    assert cut.base.windows["all"].end == dt.date(2025, 1, 31)


def test_a_day_before_all_data_is_refused(engine, sales):
    with pytest.raises(ContractError, match="the data begin on 2025-01-10"):
        cut_base(("transactions",), sales, "", False, Settings(as_of=dt.date(2020, 1, 1)), engine)


def test_data_without_dates_stand_on_a_notional_day_and_compare_nothing(engine, hold):
    provided = hold("customers", [{"customer_id": "a"}, {"customer_id": "b"}])
    cut = cut_base(("customers",), provided, "", True, Settings(), engine)
    assert cut.base.as_of == dt.date(2000, 1, 1)
    assert set(cut.base.windows) == {"all"}


def test_notional_days_of_orders_are_none_that_a_measure_may_rest_on(engine, sales):
    cut = cut_base(("transactions",), sales, "", True, Settings(), engine)
    assert not cut.base.has("transactions.occurred_at")
    assert cut.base.has("transactions.amount")
    assert "whose days are not known" in cut.relationship_reason


def test_a_day_long_after_the_data_end_is_a_caveat(engine, sales):
    late = cut_base(("transactions",), sales, "", False, Settings(as_of=dt.date(2027, 12, 31)), engine)
    assert [caveat.code for caveat in late.caveats] == ["data-end-before-cut"]
    assert "730 days" in late.caveats[0].text
