from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custrata.errors import ContractError
from custrata.sources.contract import CONTRACT
from custrata.sources.mapping import (
    AddTime,
    Answer,
    AsOf,
    Combine,
    Constant,
    DiscountOf,
    Earliest,
    Latest,
    Lookup,
    Mapped,
    Mapping,
    Marked,
    MonthsBefore,
    Negate,
    Option,
    Question,
    QuestionText,
    RowId,
    Source,
    Take,
    Translate,
    Unused,
    mapping_from_text,
    mapping_text,
)
from custrata.sources.mapping.derivation import OPERATIONS, UNITS

words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=12)
texts = st.one_of(words, st.sampled_from(["no", "1", "null", "~", "- a", "a: b", "#x", "&a", "*b", "!c", "'", '"', "{}"]))
pairs = st.dictionaries(texts, texts, min_size=1, max_size=2).map(lambda d: tuple(d.items()))
takes = st.builds(
    Take, texts, st.lists(texts, max_size=2).map(tuple), st.sampled_from(["point", "comma"]),
    st.sampled_from(["", "text", "number", "date", "flag"]), st.one_of(st.just(()), pairs),
)  # fmt: skip
leaves = st.one_of(
    takes,
    st.builds(Constant, texts),
    st.builds(AsOf),
    st.builds(AsOf, texts, st.lists(texts, max_size=2).map(tuple)),
    st.builds(Translate, texts, pairs),
    st.builds(Marked, texts, texts, texts),
    st.builds(Marked, texts, texts, st.just(""), st.lists(texts, min_size=1, max_size=2).map(tuple)),
    st.just(RowId()),
    st.just(QuestionText()),
    st.builds(Answer, st.sampled_from(["point", "comma", "flag"])),
)
derivations = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Combine, st.sampled_from(OPERATIONS), st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Negate, inner),
        st.builds(MonthsBefore, inner),
        st.builds(Earliest, inner),
        st.builds(Latest, inner),
        st.builds(AddTime, inner, inner, st.sampled_from(UNITS)),
        st.builds(Lookup, texts, texts, texts, inner),
        st.builds(DiscountOf, inner, inner),
    ),
    max_leaves=4,
)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    table = draw(st.sampled_from(list(CONTRACT)))
    names = st.sampled_from([c.name for c in CONTRACT[table].columns])
    columns = draw(st.dictionaries(names, derivations.map(Mapped), max_size=3))
    some = st.lists(texts, max_size=2).map(tuple)
    attributes = draw(st.dictionaries(st.sampled_from(["segment", "age"]), takes)) if table == "customers" else {}
    return Source(table, draw(texts), columns, attributes, draw(some), draw(some), draw(some), draw(st.one_of(st.just(""), texts)))


questions = st.builds(
    lambda text, table, source, column, options: Question(text, table, source, column, options, options[0].name),
    texts, st.sampled_from(list(CONTRACT)), texts, texts,
    st.lists(st.builds(Option, texts, st.one_of(st.none(), derivations)), min_size=1, max_size=2, unique_by=lambda o: o.name).map(tuple),
)  # fmt: skip
mappings = st.builds(
    Mapping,
    st.lists(sources(), max_size=3).map(tuple),
    st.lists(st.builds(Unused, texts, texts), max_size=2, unique_by=lambda u: u.source).map(tuple),
    st.lists(questions, max_size=1).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
)


@settings(max_examples=40)
@given(mappings)
def test_a_mapping_comes_back_from_its_text(mapping: Mapping) -> None:
    assert mapping_from_text(mapping_text(mapping)) == mapping


def test_confidence_and_samples_stand_behind_a_column_as_a_comment() -> None:
    source = Source("customers", "a.csv", {"name": Mapped(Take("Name"), 0.5, ("x\ny", "#z"))}, confidence=0.5)
    text = mapping_text(Mapping((source,)))
    assert "name: Name  # 50%: x y, #z" in text


def test_a_person_may_write_only_what_is_needed() -> None:
    text = "tables:\n  customers:\n    - source: a.csv\n      columns: {customer_id: 1}\n"
    assert mapping_from_text(text) == Mapping((Source("customers", "a.csv", {"customer_id": Mapped(Take("1"))}),))


def test_an_empty_text_is_an_empty_mapping() -> None:
    assert mapping_from_text("") == Mapping(())


def test_an_open_question_comes_back_open() -> None:
    question = Question("Which?", "transactions", "a.csv", "amount", (Option("x", Take("x")),))
    text = mapping_text(Mapping((), questions=(question,)))
    assert mapping_from_text(text).open_questions == (question,)


def test_a_word_that_is_not_known_is_refused() -> None:
    with pytest.raises(ContractError, match="columns.amuont"):
        mapping_from_text("tables: {transactions: [{source: a, columns: {amount: x}, columns.amuont: y}]}")
