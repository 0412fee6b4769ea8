from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.snapshots import every_company

from custrata.drafting.draft import draft
from custrata.strategy.document import Document, Horizon, SignOff
from custrata.strategy.parts.canvas import Block, Canvas, PurposeZone
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.group import CustomerGroup, GroupIntent, TargetShare
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal, ReadingKey
from custrata.strategy.text import dump, load
from custrata.vocabulary import Intent

WORDS = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="{}"),
    max_size=160,
)
SENTENCES = WORDS.filter(bool)
LINES = st.lists(SENTENCES, min_size=1, max_size=3).map("\n".join)
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))
OWNERS = st.builds(Owner, role=WORDS, name=WORDS)
SEGMENTS = st.dictionaries(WORDS, WORDS, max_size=2)
KEYS = st.builds(ReadingKey, measure=WORDS, segment=SEGMENTS, period=WORDS)


@st.composite
def figures(draw: st.DrawFn, name: str) -> Figure:
    threshold = draw(NUMBERS)
    return Figure(
        name=name,
        measure=draw(WORDS),
        segment=draw(SEGMENTS),
        value=draw(NUMBERS),
        unit=draw(WORDS),
        over=draw(st.tuples(KEYS) | st.just(())),
        tolerance=draw(st.none() | st.floats(0, 1e9)),
        threshold=threshold,
        direction=None if threshold is None else draw(st.sampled_from(["at least", "at most"])),
    )


@st.composite
def statements(draw: st.DrawFn, name: str) -> Claim | Proposal | Gap:
    kind = draw(st.sampled_from("CPG"))
    if kind == "G":
        return Gap(id=name, text=draw(LINES), waits_for=draw(SENTENCES), owner=draw(OWNERS))
    bound = (draw(figures("a")), draw(figures("b")))
    text = f"{draw(LINES)} {{a}} {draw(WORDS)} {{b|one|many}}"
    if kind == "P":
        return Proposal(id=name, text=text, figures=bound, owner=draw(OWNERS), signed_on=draw(DAYS))
    return Claim(id=name, text=text, short=draw(WORDS), figures=bound, topic=draw(WORDS), as_of=draw(DAYS))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    said = [draw(statements(f"S{i}")) for i in range(draw(st.integers(0, 3)))]
    group = CustomerGroup(
        id="group",
        name=draw(WORDS),
        segment=draw(SEGMENTS),
        attributes=tuple(draw(st.lists(WORDS, max_size=2))),
        share_targeted=TargetShare(value=draw(st.none() | st.floats(0, 1)), basis=draw(WORDS)),
        intent=GroupIntent(intent=draw(st.sampled_from(Intent)), emphasised=draw(st.booleans())),
        proposition=draw(st.none() | statements("T1")),
    )
    goal = Goal(id="goal", statement=Proposal(id="P1", text=draw(LINES)), leading=(draw(WORDS), draw(WORDS)))
    row = ScoreRow(
        id="row",
        measure=draw(WORDS),
        title=draw(WORDS),
        base=Claim(id="B1", text="{b}", figures=(draw(figures("b")),)),
        target=draw(NUMBERS),
        on=draw(DAYS),
    )
    return Document(
        schema_version=2,
        company=draw(LINES),
        currency=draw(WORDS),
        as_of=draw(DAYS),
        revision=draw(st.integers(1, 10**6)),
        horizon=Horizon(months=draw(st.integers(1, 120)), starts_on=draw(DAYS)),
        sponsor=draw(OWNERS),
        sign_offs=(SignOff(function=draw(WORDS), name=draw(WORDS), signed_on=draw(DAYS)),),
        canvas=Canvas(purpose=PurposeZone(purpose=Block(id="purpose", statements=tuple(said)))),
        groups=draw(st.just(()) | st.just((group,))),
        goals=draw(st.just(()) | st.just((goal,))),
        scorecard=draw(st.just(()) | st.just((row,))),
    )


@settings(max_examples=40)
@given(documents())
def test_any_document_comes_back_from_its_text_as_it_was(document):
    assert load(dump(document)) == document


def test_blanks_between_escapes_survive():
    text = f"000000\x1f\x1f\n0000000000000\x1f\x06\n{'0' * 43} a \x1f\x1f0 b"
    block = Block(id="purpose", statements=(Proposal(id="S0", text=text),))
    canvas = Canvas(purpose=PurposeZone(purpose=block))
    document = Document(schema_version=2, company="a", canvas=canvas)
    assert load(dump(document)) == document


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)
def test_a_draft_comes_back_from_its_text_as_it_was(snapshot):
    document = draft(snapshot)
    assert load(dump(document)) == document


def test_what_a_line_is_about_comes_first_and_defaults_are_left_out():
    text = dump(draft(every_company()[0]))
    assert "    - kind: claim\n" in text.replace("          - kind", "    - kind")
    assert "fresh_days" not in text
    assert "name: ''" not in text


def test_scores_are_written_by_dimension_and_nothing_is_written_for_nothing():
    goal = Goal(id="g", statement=Proposal(id="P1", text="Stay."), scores={"urgency": 3})
    text = dump(Document(schema_version=2, company="A", goals=(goal,), sign_offs=(SignOff(function="x"),)))
    assert "    scores:\n      urgency: 3\n" in text
    assert "null" not in text
    assert load(text).goals == (goal,)


def test_equal_documents_have_equal_texts():
    assert dump(draft(every_company()[3])) == dump(draft(every_company()[3]))
