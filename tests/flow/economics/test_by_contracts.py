import datetime as dt
from decimal import Decimal

import pytest
from tests.flow.conftest import sale

from custrata.flow.cutting import cut_base
from custrata.flow.economics.by_contracts import look_at_contracts
from custrata.flow.economics.valuing import value
from custrata.flow.summarising import summarise
from custrata.settings import Settings, ValueRules


def spell(number, start, mrr, end=None, plan="basic"):
    row = {
        "subscription_id": f"s{number:03}",
        "customer_id": f"c{number:03}",
        "started_on": dt.date.fromisoformat(start),
        "mrr": Decimal(mrr),
        "plan": plan,
    }
    return row | ({"ended_on": dt.date.fromisoformat(end)} if end else {})


def spells():
    """A hundred contracts begun one a month; every third ends after half a year."""
    rows = []
    for n in range(100):
        year, month = 2020 + n % 36 // 12, n % 12 + 1
        end = f"{year + (month > 6)}-{(month + 5) % 12 + 1:02}-01" if n % 3 == 0 else None
        rows.append(spell(n, f"{year}-{month:02}-01", 10 + n % 3, end, "basic" if n % 2 else "plus"))
    return rows


@pytest.fixture
def valued(engine, hold):
    def build(tables, settings=None):
        provided = frozenset().union(*(hold(name, rows) for name, rows in tables.items()))
        cut = cut_base(
            tuple(tables), provided, "EUR", False, settings or Settings(as_of=dt.date(2024, 1, 1)), engine
        )
        base = summarise(cut.base, engine).base
        step = value(base, False, engine)
        return step, {row["customer_id"]: row for row in engine.rows(step.base.tables["customers"])}

    return build


def test_running_contracts_have_a_value_and_those_that_ended_have_none(valued):
    step, rows = valued({"subscriptions": spells()})
    assert step.caveats == ()
    assert (
        rows["c001"]["lifetime_value_low"]
        < rows["c001"]["lifetime_value"]
        < rows["c001"]["lifetime_value_high"]
    )
    assert rows["c000"]["lifetime_value"] is None
    assert step.base.has("value_parts.months", "value_parts.chance", "model_parameters.value")
    assert not step.base.has("value_parts.orders")


def test_where_every_contract_ended_it_is_said(valued):
    rows = [spell(n, f"2020-{n % 12 + 1:02}-01", 10, f"2022-{n % 7 + 1:02}-01") for n in range(60)]
    step, _ = valued({"subscriptions": rows})
    assert "every contract had ended by 2024-01-01" in step.rules["value"][0]
    assert [caveat.code for caveat in step.caveats] == ["no-lifetime-value"]


def test_contracts_that_end_before_they_begin_are_told(valued):
    backwards = [spell(100 + n, "2022-05-01", 10, "2022-04-01") for n in range(7)]
    step, _ = valued({"subscriptions": [*spells(), *backwards]})
    assert any("end before they begin (7) count as ended" in sentence for sentence in step.rules["value"])
    step, _ = valued({"subscriptions": spells()})
    assert not any("before they begin" in sentence for sentence in step.rules["value"])


def test_every_customer_stands_once(valued, engine):
    _, rows = valued({"subscriptions": spells()})
    assert engine.count("customers") == len(rows) == 100
    assert engine.count("value_parts") == 66


def test_orders_that_are_the_invoices_are_not_added(valued):
    bills = [
        sale(f"{n}-{m}", f"c{n:03}", f"2023-{m:02}-05", 10 + n % 3)
        for n in range(1, 100, 2)
        for m in range(1, 13)
    ]
    # Only 2023 is billed, so contracts begin there too.
    held = [row | {"started_on": dt.date(2023, 1, 1)} for row in spells() if int(row["customer_id"][1:]) % 2]
    held += [spell(200 + n, "2023-01-01", 10, f"2023-{n + 2:02}-01") for n in range(8)]
    step, rows = valued({"subscriptions": held, "transactions": bills})
    said = " ".join(step.rules["value"])
    assert "taken for the invoices" in said
    assert rows["c001"]["lifetime_value"] > 0
    assert rows["c001"]["expected_orders"] is None


def test_where_no_contract_ever_ended_it_is_said(valued):
    step, rows = valued({"subscriptions": [spell(n, "2023-01-01", 10) for n in range(9)]})
    assert [caveat.code for caveat in step.caveats] == ["no-lifetime-value"]
    assert "nothing tells how long contracts run" in step.caveats[0].text
    assert "lifetime_value" not in rows["c001"]


def test_a_look_at_contracts_tells_the_facts(engine, hold):
    provided = hold("subscriptions", spells())
    cut = cut_base(("subscriptions",), provided, "EUR", False, Settings(as_of=dt.date(2024, 1, 1)), engine)
    held = look_at_contracts(summarise(cut.base, engine).base, engine)
    assert (held.facts["ended"], held.invoices, held.sentence) == (34, False, "")
    assert held.facts["first_start"] == dt.date(2020, 1, 1)


def flagged():
    """Sixty contracts begun over five years, of which every fourth ends on the last day, as a flag has it."""
    return [
        spell(n, f"{2019 + n // 12}-{n % 12 + 1:02}-01", 10, "2024-01-01" if n % 4 == 0 else None)
        for n in range(60)
    ]


def test_how_long_a_time_a_flag_covers_is_a_caveat_unless_it_is_set(valued):
    step, assumed = valued({"subscriptions": flagged()})
    assert [caveat.code for caveat in step.caveats] == ["ends-of-one-period"]
    assert "taken to cover 1 month" in step.caveats[0].text
    rules = ValueRules(ends_known_months=3)
    step, stated = valued({"subscriptions": flagged()}, Settings(as_of=dt.date(2024, 1, 1), value=rules))
    assert step.caveats == ()
    assert stated["c001"]["lifetime_value"] > assumed["c001"]["lifetime_value"]
