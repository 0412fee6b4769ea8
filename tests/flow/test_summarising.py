from custrata.flow.summarising import summarise


def test_every_buyer_has_a_purchase_summary_and_marks(cut, engine):
    step = summarise(cut.base, engine)
    rows = engine.rows(step.base.tables["customers"])
    assert rows
    assert all(row["orders"] is None or row["order_days_score"] for row in rows)
    assert step.rules["rfm"]
