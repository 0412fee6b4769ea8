import pytest
from pyarrow.parquet import read_table

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import ContractError
from custrata.project.building import build_project
from custrata.project.mapping_file import read_mapping
from custrata.project.place import settings_of
from custrata.project.supplying.asked import (
    Asked,
    asked_of,
    asking,
    filled,
    numbers_of,
    rated_by,
    supposed,
    told_by_columns,
    with_asked,
)
from custrata.project.supplying.correcting import TableChoice, choice_of, corrected, save_mapping
from custrata.project.supplying.looking import look, looked_at, mapping_at

SURVEY = "response_id,buyer,answered_at,rating,comment\n" + "".join(
    f"{n},c{n % 9},2025-0{1 + n % 9}-11,{2 + n % 4},fine {n}\n" for n in range(60)
)
NAME = "survey.csv"


@pytest.fixture
def asked_shop(shop):
    (shop.data / NAME).write_text(SURVEY, encoding="utf-8")
    look(shop, settings_of(shop))
    return shop


def test_the_guess_of_a_scale_is_kept_beside_the_rows_from_which_it_was_made(asked_shop):
    table = looked_at(asked_shop).table(NAME)
    assert table.asked == ("survey", "1", "5")
    assert looked_at(asked_shop).table("orders.csv").asked == ()
    assert rated_by(mapping_at(asked_shop), NAME) == {"rating"}
    assert numbers_of(table.samples, [3]) == ("2", "3", "4", "5")


def test_another_scale_is_read_by_the_next_build_and_the_guess_stays_told(asked_shop):
    mapping = mapping_at(asked_shop)
    save_mapping(asked_shop, with_asked(mapping, NAME, Asked("nps", "0", "10")))
    assert asked_of(read_mapping(asked_shop), NAME) == Asked("nps", "0", "10")
    assert looked_at(asked_shop).table(NAME).asked == ("survey", "1", "5")
    build_project(asked_shop, settings_of(asked_shop))
    (row,) = read_table(SnapshotStore(asked_shop.state).tables()["feedback"]).to_pylist()[:1]
    assert (row["instrument"], row["rating_min"], row["rating_max"]) == ("nps", 0, 10)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [("5", "1", "from 5 to 1"), ("one", "5", "no numbers"), ("1", "1", "from 1 to 1")],
)
def test_a_scale_that_is_none_is_refused_with_what_to_write(asked_shop, low, high, said):
    with pytest.raises(ContractError, match=said):
        with_asked(mapping_at(asked_shop), NAME, Asked("survey", low, high))


def test_feedback_is_asked_by_what_the_form_knows(asked_shop):
    with pytest.raises(ContractError, match="not asked by pigeon"):
        with_asked(mapping_at(asked_shop), NAME, Asked("pigeon", "1", "5"))


def test_what_a_column_says_row_by_row_stays_with_the_column(asked_shop):
    mapping = mapping_at(asked_shop)
    source = next(s for s in mapping.sources if s.source == NAME)
    by_column = source.columns | {"rating_max": source.columns["rating"]}
    told = asking(type(source)(source.table, source.source, by_column), Asked("csat", "1", "7"))
    assert told.columns["rating_max"] == source.columns["rating"]
    assert told.columns["instrument"].derivation.value == "csat"
    assert told_by_columns(mapping, NAME) == frozenset()


def test_a_raw_table_without_feedback_is_asked_nothing(asked_shop):
    mapping = mapping_at(asked_shop)
    assert asked_of(mapping, "orders.csv") is None
    assert with_asked(mapping, "orders.csv", Asked("nps", "0", "10")) is mapping


def test_a_table_that_a_person_calls_feedback_has_the_scale_of_its_ratings(asked_shop):
    table = looked_at(asked_shop).table(NAME)
    mapping = mapping_at(asked_shop)
    fields = choice_of(mapping, table).fields
    without = corrected(mapping, table, TableChoice("", dict.fromkeys(fields, "")))
    again = corrected(without, table, TableChoice("feedback", fields))
    assert asked_of(again, NAME) == Asked("survey", "1", "5")
    assert supposed(["0", "9"]) == Asked("survey", "0", "10")


def test_a_scale_that_was_left_open_is_filled_from_the_column_that_was_chosen_since(shop):
    named = SURVEY.replace("rating", "Weiterempfehlung (0-10)").replace("survey", "antworten")
    (shop.data / NAME).write_text(named, encoding="utf-8")
    look(shop, settings_of(shop))
    mapping, table = mapping_at(shop), looked_at(shop).table(NAME)
    fields = {"response_id": "feedback_id", "answered_at": "answered_at", "Weiterempfehlung (0-10)": "rating"}
    fields = {column.name: fields.get(column.name, "") for column in table.columns}
    open_ends = TableChoice("feedback", fields, Asked("survey", "", ""))
    assert asked_of(corrected(mapping, table, open_ends), NAME) == Asked("nps", "0", "10")
    said = TableChoice("feedback", fields, Asked("survey", "1", "7"))
    assert asked_of(corrected(mapping, table, said), NAME) == Asked("survey", "1", "7")


def test_what_a_person_left_open_is_filled_and_what_they_said_stays():
    guess = Asked("nps", "0", "10")
    assert filled(None, guess) == guess
    assert filled(Asked("csat", "", ""), guess) == Asked("csat", "0", "10")
    assert filled(Asked("survey", "1", "5"), guess) == Asked("survey", "1", "5")
