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
    LessBack,
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
from custrata.sources.mapping.derivation import OPERATIONS, UNITS, parts_of

words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=12)
texts = st.one_of(
    words, st.sampled_from(["no", "1", "null", "~", "- a", "a: b", "#x", "&a", "*b", "!c", "'", '"', "{}"])
)
pairs = st.dictionaries(texts, texts, min_size=1, max_size=2).map(lambda d: tuple(d.items()))
patterns = st.lists(
    st.sampled_from(["iso", "epoch seconds", "%d.%m.%Y", "%b %d, %y", "%Y: '%m'"]), max_size=2
).map(tuple)
takes = st.builds(
    Take,
    texts,
    patterns,
    st.sampled_from(["point", "comma"]),
    st.sampled_from(["", "text", "number", "date", "flag"]),
    st.one_of(st.just(()), pairs),
)
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
        st.builds(Latest, inner, where=st.just("event"), values=st.just(("solved", "fixed"))),
        st.builds(AddTime, inner, inner, st.sampled_from(UNITS)),
        st.builds(Lookup, texts, texts, texts, st.one_of(takes, st.builds(Negate, takes))),
        st.builds(DiscountOf, inner, inner),
        st.builds(LessBack, inner, inner),
    ),
    max_leaves=4,
)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    table = draw(st.sampled_from(list(CONTRACT)))
    names = st.sampled_from([c.name for c in CONTRACT[table].columns])
    columns = draw(st.dictionaries(names, derivations.map(Mapped), max_size=3))
    some = st.lists(texts, max_size=2).map(tuple)
    attributes = (
        draw(st.dictionaries(st.sampled_from(["segment", "age"]), takes)) if table == "customers" else {}
    )
    parts = [part for m in columns.values() for part in parts_of(m.derivation)]
    surveyed = any(isinstance(part, Answer | QuestionText) for part in parts)
    return Source(
        table,
        draw(texts),
        columns,
        attributes,
        draw(some),
        draw(some),
        draw(st.lists(texts, min_size=int(surveyed), max_size=2).map(tuple)),
        draw(st.one_of(st.just(""), texts)),
    )


options = st.builds(Option, texts, st.one_of(st.none(), derivations))
choices = st.lists(options, min_size=1, max_size=2, unique_by=lambda option: option.name).map(tuple)
questions = st.builds(
    lambda text, source, column, some: Question(text, "transactions", source, column, some, some[0].name),
    texts,
    texts,
    st.sampled_from(["", "amount"]),
    choices,
)
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
    assert mapping_from_text(text) == Mapping(
        (Source("customers", "a.csv", {"customer_id": Mapped(Take("1"))}),)
    )


def test_an_empty_text_is_an_empty_mapping() -> None:
    assert mapping_from_text("") == Mapping(())


def test_an_open_question_comes_back_open() -> None:
    question = Question("Which?", "transactions", "a.csv", "amount", (Option("x", Take("x")),))
    text = mapping_text(Mapping((), questions=(question,)))
    assert mapping_from_text(text).open_questions == (question,)


def test_a_word_that_is_not_known_is_refused() -> None:
    with pytest.raises(ContractError, match=r"columns\.amuont"):
        mapping_from_text("tables: {transactions: [{source: a, columns: {amount: x}, columns.amuont: y}]}")


@given(st.text(st.sampled_from("{}[]:-&*!?,|>%@#'\" \n\tab"), max_size=60))
def test_any_text_is_a_mapping_or_is_refused_by_name(text: str) -> None:
    refused = ""
    try:
        assert isinstance(mapping_from_text(text), Mapping)
    except ContractError as error:
        refused = str(error)
    assert not refused or (refused.startswith("mapping.yaml") and "To do: " in refused)


def columns_of_sales(plain: str) -> str:
    return f"tables: {{transactions: [{{source: a.csv, columns: {{amount: {plain}}}}}]}}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("hello", "mapping.yaml"),
        ("- a", "mapping.yaml"),
        ("tables: {}\ntables: {}", "line 2"),
        ("tables: {<<: {customers: []}}", "tables"),
        ("a: b\n---\nc: d", "line 2"),
        ("? [a]\n: b", "mapping.yaml"),
        ("{{a: b}: c}", "line 1"),
        ("tables: {customers: [null]}", "tables.customers[1]"),
        ("tables: {customers: [{source: [a]}]}", "tables.customers[1].source"),
        ("unused: {a.csv: [b]}", "unused.a.csv"),
        ("notes: [{a: b}]", "notes"),
        ("questions: [{ask: a, options: {x: }}]", "questions[1]"),
        ("questions: [{ask: a, table: customers, column: nme, options: {x: b}}]", "questions[1].column"),
        ("questions: [{ask: a, table: customers, options: {x: }, answer: [x]}]", "questions[1].answer"),
        (columns_of_sales("[a]"), "amount"),
        (columns_of_sales(""), "amount"),
        (columns_of_sales("{column: }"), "amount"),
        (columns_of_sales("{sql: DROP TABLE x}"), "amount"),
        (columns_of_sales("{column: a, format: '%Q'}"), "amount.format"),
        (columns_of_sales("{column: a, format: dd.mm.yyyy}"), "amount.format"),
        (columns_of_sales("{translate: {column: a, values: {}}}"), "amount.translate.values"),
        (columns_of_sales("{row_id: random}"), "amount.row_id"),
        (columns_of_sales("{answer: point}"), "tables.transactions[1]"),
        (columns_of_sales("{first_of: [a, {question: header}]}"), "tables.transactions[1]"),
        (
            columns_of_sales("{lookup: {source: b, on: c, key: d, take: {row_id: content}}}"),
            "amount.lookup.take",
        ),
        (
            columns_of_sales(
                "{lookup: {source: b, on: c, key: d, take: {negate: {lookup: {source: e, on: f, "
                "key: g, take: h}}}}}"
            ),
            "amount.lookup.take",
        ),
        (columns_of_sales("{negate: " * 200 + "a" + "}" * 200), "mapping.yaml"),
        (columns_of_sales("&a x"), "line 1"),
        (columns_of_sales("!!python/name:os.system x"), "line 1"),
    ],
)
def test_a_hostile_or_mistaken_text_is_refused_at_its_place(text: str, place: str) -> None:
    with pytest.raises(ContractError) as error:
        mapping_from_text(text)
    assert place in error.value.where
    assert error.value.where.startswith("mapping.yaml")
    assert error.value.remedy
