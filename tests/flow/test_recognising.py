import pytest

from custrata.errors import ContractError, MappingQuestion
from custrata.flow.recognising import recognise, require_customers, settle
from custrata.settings import Settings
from custrata.sources.mapping import Mapping, Option, Question


def test_a_folder_of_orders_is_recognised(engine, tmp_path):
    lines = [f"{n},c{n % 7},2025-03-{1 + n % 28:02},{n}.50" for n in range(60)]
    text = "\n".join(["order_id,customer_id,order_date,amount", *lines])
    (tmp_path / "orders.csv").write_text(text, encoding="utf-8")
    mapping = recognise(engine.read(tmp_path), Settings(), engine)
    assert mapping.tables == ("transactions",)
    assert not mapping.open_questions


def test_an_open_question_stops_the_build_with_its_options():
    options = (Option("net"), Option("gross"))
    question = Question("Which column is the amount?", "transactions", "orders.csv", "amount", options)
    with pytest.raises(MappingQuestion) as stopped:
        settle(Mapping((), questions=(question,)))
    assert "'net', 'gross'" in stopped.value.facts["questions"][0]
    assert "mapping.yaml" in str(stopped.value)


def test_without_a_column_for_the_customer_the_columns_that_might_be_it_are_named(engine, tmp_path):
    lines = [f"{n},K{n % 7},2025-03-{1 + n % 28:02},{n}.50" for n in range(60)]
    text = "\n".join(["order_id,cafe_key,order_date,amount", *lines])
    (tmp_path / "orders.csv").write_text(text, encoding="utf-8")
    folder = engine.read(tmp_path)
    mapping = settle(recognise(folder, Settings(), engine))
    if any("customer_id" in source.columns for source in mapping.sources):
        pytest.fail("this test needs a key that no synonym knows")
    with pytest.raises(ContractError, match=r"orders\.csv: cafe_key"):
        require_customers(mapping, folder)
