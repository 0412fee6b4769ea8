import pytest

from custrata.flow.cutting import cut_base
from custrata.flow.grouping import group_base
from custrata.flow.measuring import read
from custrata.flow.summarising import summarise
from custrata.measures.kernel.measure import Request
from custrata.settings import Settings


@pytest.fixture
def base(engine, sales):
    cut = cut_base(("transactions",), sales, "EUR", False, Settings(), engine)
    return group_base(summarise(cut.base, engine).base, False, engine).base


def test_measures_are_read_with_unit_n_and_the_text_of_their_query(engine, base):
    found = read(base, [Request("revenue"), Request("orders")], engine)
    values = {r.measure: (r.value, r.unit) for r in found.readings}
    assert values == {"revenue": (485.0, "EUR"), "orders": (7.0, "orders")}
    assert all("SELECT" in found.queries[r.fingerprint] for r in found.readings)


def test_the_parts_by_tier_add_up_to_the_company(engine, base):
    found = read(base, [Request("revenue", dimensions=("tier",)), Request("revenue")], engine)
    parts = [r.value for r in found.readings if r.segment]
    (whole,) = [r.value for r in found.readings if not r.segment]
    assert sum(parts) == whole


def test_what_cannot_be_read_says_what_it_needs(engine, base):
    found = read(base, [Request("nps")], engine)
    assert found.readings[0].value is None
    assert "feedback" in found.missing["nps"]
