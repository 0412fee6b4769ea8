from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.snapshots import grocer

from custrata.delivery.deck.chapters.pieces import (
    labels_of,
    largest,
    not_shown,
    number,
    owned,
    owner_cell,
    statement_cell,
    with_interval,
    words,
)
from custrata.delivery.deck.material import Material
from custrata.delivery.deck.slides import Tone
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Proposal
from custrata.vocabulary import EvidenceState


def test_what_is_not_known_says_so():
    assert number(None).main.text == "not known"
    assert with_interval(None).main.text == "not known"


def test_ties_are_broken_by_name():
    readings = grocer().points("customers", "tier")
    ranked = largest(readings, 4)
    assert labels_of(ranked) == ("silver", "bronze", "gold", "platinum")


def test_nothing_to_say_is_an_empty_cell(material):
    assert not statement_cell(material("bare"), None).main.text
    assert words("", tone=Tone.QUIET).main.text == ""


def test_a_claim_that_does_not_hold_carries_its_state_into_any_cell(material):
    found = material("grocer")
    first = found.evidence[0]
    doubted = Material(found.snapshot, found.document, (replace(first, state=EvidenceState.UNPROVEN),))
    assert statement_cell(doubted, first.claim).small.text == "○ Unproven"
    assert not statement_cell(found, first.claim).small.text


def test_what_is_not_shown_is_counted_and_added_up_unless_it_is_a_handful():
    tiers = grocer().points("customers", "tier")
    assert not not_shown(tiers, tiers).text
    assert not_shown(tiers, tiers[1:]).text == "; not shown: 1 value"
    assert not_shown(tiers, tiers[2:], tiers).text.startswith("; not shown: 2 values with ")
    few = [replace(r, value=5.0) for r in tiers]
    assert not_shown(few, few[2:], few).text == "; not shown: 2 values"


def test_what_carries_its_own_day_is_agreed_before_the_strategy_is(material):
    found, owner, day = material("grocer"), Owner(role="head of sales"), dt.date(2026, 3, 2)
    assert owned(found, owner).startswith("◊ Proposal")
    assert owned(found, owner, day) == "agreed 2 Mar 2026 · head of sales"
    assert (owner_cell(found, owner).main.text, owner_cell(found, owner).tone) == (
        "Head of sales?",
        Tone.PROPOSAL,
    )
    assert (owner_cell(found, owner, day).main.text, owner_cell(found, owner, day).tone) == (
        "Head of sales",
        Tone.INK,
    )
    said = statement_cell(found, Proposal(id="p", text="We call first.", signed_on=day))
    assert (said.tone, said.small.text) == (Tone.INK, "agreed 2 Mar 2026")
