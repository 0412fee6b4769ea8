import ibis

from custrata.flow.step import Step, filled, related, widened
from custrata.sources.account import Caveat


def test_a_later_step_keeps_what_was_decided_before(cut):
    first = Step(cut.base, {"rfm": ("fifths",)}, (Caveat("no-value", "none"),))
    later = Step(cut.base.having(dimensions=("town",)), {"tiers": ("by margin",)})
    joined = first.then(later)
    assert joined.base.dimensions == ("town",)
    assert joined.rules == {"rfm": ("fifths",), "tiers": ("by margin",)}
    assert [caveat.code for caveat in joined.caveats] == ["no-value"]


def test_a_widened_base_keeps_customers_that_the_columns_do_not_name(cut, engine):
    before = engine.count("customers")
    added = cut.base.tables["customers"].limit(1).select("customer_id", luck=ibis.literal(7))
    base = widened(cut.base, added, engine)
    assert engine.count("customers") == before
    assert base.has("customers.luck")


def test_a_column_without_any_value_holds_no_data(cut, engine):
    engine.keep_rows("marks", {"a": "int64", "b": "int64"}, [{"a": 1}])
    assert filled(engine, "marks", ("a", "b")) == {"marks.a"}
    assert related(cut.base, "marks", engine).has("marks.a")
