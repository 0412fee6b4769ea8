from __future__ import annotations

from custrata.sources.mapping import EVERY, Mapped, Mapping, Option, Question, Source, Take, settled

SALES = Source("transactions", "a.csv", {"amount": Mapped(Take("x"))})
OTHER = Source("transactions", "b.csv", {"amount": Mapped(Take("x"))})
PEOPLE = Source("customers", "b.csv", {"customer_id": Mapped(Take("c"))}, one_row_per=("c",))


def test_sources_stand_in_the_order_of_the_contract() -> None:
    assert [s.table for s in Mapping((SALES, PEOPLE)).sources] == ["customers", "transactions"]
    assert Mapping((SALES, PEOPLE)).tables == ("customers", "transactions")


def test_an_answer_replaces_the_column_it_is_about_and_no_other() -> None:
    question = Question(
        "?", "transactions", "a.csv", "amount", (Option("y", Take("y")), Option("x", Take("x"))), "y"
    )
    mapping = settled(Mapping((SALES, OTHER), questions=(question,)))
    assert [str(s.columns["amount"].derivation) for s in mapping.sources] == ["y", "x"]


def test_choosing_one_table_leaves_the_others_out_with_the_reason() -> None:
    question = Question(
        "?", "transactions", "", "", (Option("a.csv"), Option("b.csv"), Option(EVERY)), "a.csv"
    )
    mapping = settled(Mapping((SALES, OTHER, PEOPLE), questions=(question,)))
    assert [s.source for s in mapping.sources] == ["a.csv"]
    assert [(u.source, u.reason) for u in mapping.unused] == [("b.csv", "a.csv was chosen to count instead")]


def test_all_tables_may_be_chosen() -> None:
    question = Question("?", "transactions", "", "", (Option("a.csv"), Option("b.csv"), Option(EVERY)), EVERY)
    assert len(settled(Mapping((SALES, OTHER), questions=(question,))).sources) == 2


def test_an_open_question_changes_nothing_and_names_its_options() -> None:
    question = Question("Which?", "transactions", "a.csv", "amount", (Option("y", Take("y")), Option("x")))
    mapping = Mapping((SALES,), questions=(question,))
    assert settled(mapping) == mapping
    assert mapping.open_questions == (question,)
    assert str(question) == "Which? Answer with one of 'y', 'x'."


def test_a_part_of_a_table_is_not_whole() -> None:
    assert SALES.whole
    assert not PEOPLE.whole
