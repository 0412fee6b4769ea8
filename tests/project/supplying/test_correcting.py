import pytest

from custrata.errors import ContractError
from custrata.project.building import build_project
from custrata.project.mapping_file import read_mapping
from custrata.project.place import settings_of
from custrata.project.supplying.correcting import (
    TableChoice,
    answered,
    choice_of,
    corrected,
    derived,
    save_mapping,
)
from custrata.project.supplying.looking import look, mapping_at
from custrata.sources.mapping import Mapping, Option, Question, Take


@pytest.fixture
def looked(shop):
    return look(shop, settings_of(shop))


@pytest.fixture
def mapping(shop, looked):
    return mapping_at(shop)


def changed(mapping, table, **fields):
    choice = choice_of(mapping, table)
    return TableChoice(choice.table, {**choice.fields, **fields})


def test_a_choice_that_changes_nothing_changes_nothing(looked, mapping):
    for table in looked.tables:
        assert corrected(mapping, table, choice_of(mapping, table)) is mapping


def test_another_column_is_read_with_the_format_that_was_found_in_it(shop, looked, mapping):
    orders = looked.table("orders.csv")
    without = corrected(
        mapping, orders, TableChoice("", dict.fromkeys(choice_of(mapping, orders).fields, ""))
    )
    assert [u.source for u in without.unused] == ["orders.csv"]
    again = corrected(without, orders, choice_of(mapping, orders))
    assert again.of("transactions")[0].columns["occurred_at"].derivation == Take("order_date", ("%d.%m.%Y",))
    save_mapping(shop, again)
    assert read_mapping(shop) == again
    assert build_project(shop, settings_of(shop)).snapshot.manifest.tables["transactions"] == 59


def test_a_field_moves_to_another_column_and_the_neighbour_table_is_untouched(looked, mapping):
    clients = looked.table("clients.csv")
    after = corrected(mapping, clients, changed(mapping, clients, country="region"))
    assert "country" not in after.of("customers")[0].columns
    assert after.of("customers")[0].columns["region"].derivation == Take("country")
    assert after.of("transactions") == mapping.of("transactions")


def test_a_column_can_become_an_attribute(looked, mapping):
    clients = looked.table("clients.csv")
    after = corrected(mapping, clients, changed(mapping, clients, country="+"))
    assert after.of("customers")[0].attributes["country"] == Take("country", type="text")


def test_two_columns_cannot_be_one_field_and_what_is_needed_cannot_go(looked, mapping):
    orders, clients = looked.table("orders.csv"), looked.table("clients.csv")
    with pytest.raises(ContractError, match="two columns"):
        corrected(mapping, orders, changed(mapping, orders, order_id="customer_id"))
    with pytest.raises(ContractError, match="needs amount"):
        corrected(mapping, orders, changed(mapping, orders, amount=""))
    with pytest.raises(ContractError, match="no field"):
        corrected(mapping, clients, changed(mapping, clients, country="amount"))


def test_what_is_derived_is_said_and_kept(tmp_path, shop):
    text = "order_id,buyer,order_date,quantity,unit price\n"
    text += "".join(f"{n},c{n % 9},2025-01-{1 + n % 28:02d},{n},2.50\n" for n in range(60))
    (shop.data / "orders.csv").write_text(text, encoding="utf-8")
    orders = look(shop, settings_of(shop)).table("orders.csv")
    mapping = mapping_at(shop)
    assert ("amount", "quantity × unit price") in derived(mapping, "orders.csv")
    after = corrected(mapping, orders, changed(mapping, orders, order_id=""))
    assert str(after.of("transactions")[0].columns["amount"].derivation) == "quantity × unit price"


def test_a_question_takes_one_of_its_answers():
    question = Question("Day first?", "transactions", "o.csv", "occurred_at", (Option("yes"), Option("no")))
    mapping = Mapping((), questions=(question,))
    assert answered(mapping, {"Day first?": "no"}).open_questions == ()
    assert answered(mapping, {}).open_questions == (question,)
    with pytest.raises(ContractError, match="none of the answers"):
        answered(mapping, {"Day first?": "perhaps"})
