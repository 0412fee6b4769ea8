from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drafting.drafted import TABLES, drafted, maintainer, without
from tests.snapshots import every_company, outfitter, phone_company

from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.lint import Severity, lint
from custrata.strategy.parts.part import walk
from custrata.strategy.text import dump, load
from custrata.vocabulary import EvidenceState

COMPANIES = (*every_company(), maintainer())
EACH = pytest.mark.parametrize("snapshot", COMPANIES, ids=lambda s: s.manifest.company)

FILLED = (
    *("foundation", "business", "outcomes", "propositions", "offers", "capabilities", "people"),
    *("insight_sources", "objectives", "incentives", "decision_rights", "principles", "transitions"),
    *("profiles", "briefs", "message_maps", "channel_charters", "service_standards", "empathy_maps"),
    *("journey_maps", "research", "notes", "audit", "experiments", "raci", "interlocks", "escalations"),
)
SILENT = ("maturity", "resources", "reviews", "suppressions")


def _broken(document, snapshot):
    evidence = evaluate(document, snapshot)
    return [(e.claim_id, e.reason) for e in evidence if e.state is not EvidenceState.SUPPORTED]


@EACH
def test_every_figure_stands_against_its_own_snapshot(snapshot):
    assert _broken(draft(snapshot), snapshot) == []


@EACH
def test_no_pitfall_fires_on_a_draft(snapshot):
    document = draft(snapshot)
    found = lint(document, evaluate(document, snapshot), CATALOGUE, snapshot, snapshot.manifest.as_of)
    assert [(f.code, f.place, f.message) for f in found if f.severity is not Severity.NOTE] == []


@EACH
def test_a_draft_comes_back_from_its_text(snapshot):
    document = draft(snapshot)
    text = dump(document)
    assert load(text) == document
    assert len(text) < 400_000


@EACH
def test_no_new_part_says_the_same_gap_or_proposal_twice(snapshot):
    document = draft(snapshot)
    told = ("needs", "service_model", "intent", "tiers", "canvas", "lifecycle")
    texts = [
        s.said()
        for path, s in document.statements()
        if s.kind != "claim" and not any(word in path for word in told)
    ]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_a_company_with_every_table_has_every_part():
    document = drafted()
    parts = {name: getattr(document, name) for name in FILLED}
    assert [name for name, part in parts.items() if part == type(document).model_fields[name].default] == []


def test_what_only_people_can_say_stays_empty():
    document = drafted()
    assert [getattr(document, name) for name in SILENT] == [(), (), (), ()]
    assert document.scoring.capacity_days is None
    assert document.scoring.weights == ()


def test_all_ids_speak():
    ids = [part.id for _, part in walk(drafted()) if hasattr(part, "id")]
    assert {"proposition-gold", "journey-all", "channel-trade-fair", "objective-keep", "brief-all"} <= set(
        ids
    )


def test_nobody_is_named_and_no_effect_is_claimed():
    for snapshot in COMPANIES:
        document = draft(snapshot)
        owners = [part.owner for _, part in walk(document) if hasattr(part, "owner")]
        assert not [o for o in owners if o.assigned]
        assert not [r for r in document.people.roles if r.holder.assigned]


def test_the_old_parts_keep_their_ids():
    document = draft(outfitter())
    assert document.insights[0].claim == "E01"
    last = max(int(c.id[1:]) for c in (row.base for row in document.scorecard))
    new = [s for path, s in document.statements() if s.kind == "claim" and path.startswith("offers")]
    assert all(int(c.id[1:]) > last for c in new)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(sorted(TABLES))), st.sets(st.integers(0, 400), max_size=120))
def test_whatever_is_missing_a_draft_stands_and_is_supported(gone, holes):
    whole = maintainer()
    lacking = without(whole, *gone)
    kept = tuple(r for place, r in enumerate(lacking.readings) if place not in holes)
    snapshot = replace(lacking, readings=kept)
    document = draft(snapshot)
    assert _broken(document, snapshot) == []
    numbers = sorted(int(claim.id[1:]) for claim in document.claims())
    assert numbers == list(range(1, len(numbers) + 1))


NAMES = st.text(min_size=1, max_size=90).filter(lambda text: text.strip() == text and text != "not known")


@settings(max_examples=25, deadline=None)
@given(st.lists(NAMES, min_size=6, max_size=6, unique_by=lambda text: text.lower()))
def test_whatever_things_are_called_a_draft_stands(names):
    renamed = dict(zip(("Plan", "Setup", "Search", "Partner", "Trade fair", "Referral"), names, strict=True))

    def called(reading):
        segment = tuple((dimension, renamed.get(value, value)) for dimension, value in reading.segment)
        return replace(reading, segment=segment)

    snapshot = replace(maintainer(), readings=tuple(called(r) for r in maintainer().readings))
    assert _broken(draft(snapshot), snapshot) == []


@pytest.mark.parametrize("value", ["x" * 300, "One {year} “now”", "ÄÖÜ und mehr als das " * 8, "100%"])
def test_a_group_of_any_name_has_papers_of_its_own(value):
    def called(reading):
        segment = tuple((d, value if v == "One year" else v) for d, v in reading.segment)
        return replace(reading, segment=segment)

    whole = phone_company()
    snapshot = replace(whole, readings=tuple(called(r) for r in whole.readings))
    document = draft(snapshot)
    assert len(document.propositions) == 3
    assert _broken(document, snapshot) == []
