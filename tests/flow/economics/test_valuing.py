from custrata.flow.economics.valuing import value
from custrata.flow.summarising import summarise


def test_a_step_hands_on_the_base_with_all_customers(cut, engine):
    step = summarise(cut.base, engine)
    assert engine.count("customers") == len(
        engine.rows(value(step.base, False, engine).base.tables["customers"])
    )
