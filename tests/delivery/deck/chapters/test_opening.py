from __future__ import annotations

from dataclasses import replace

import pytest
from tests.delivery.deck.filled import not_examined

from custrata.delivery import tokens
from custrata.delivery.deck.chapters import opening
from custrata.delivery.deck.chapters.economics import asking
from custrata.delivery.deck.material import Material
from custrata.sources.account import Account, SourceAccount
from custrata.strategy.parts.statement import Figure
from custrata.vocabulary import EvidenceState


def test_the_cover_names_company_day_and_owners(material):
    cover = opening.cover(material("grocer"))
    assert cover.company == "Harrow Lane Foods"
    assert "30 Dec 2024" in cover.lines[0]
    assert all(state == "not signed" for _, state in cover.owners)
    assert cover.figures[0].figure.text == "2,400"


def test_data_without_dates_say_so_on_the_cover(material):
    assert opening.cover(material("phone_company")).lines[0] == "The data carry no dates"


def test_the_summary_shows_at_most_five_figures_with_their_state(material):
    panel = opening.summary(material("grocer")).exhibits[0].exhibit
    assert 1 <= len(panel.rows) <= 5
    assert all(row.state is not None and row.evidence.startswith("E") for row in panel.rows)


def test_the_account_of_rows_adds_up_to_the_title(material):
    slide = opening.data(material("grocer"))
    assert slide.titles[0].text.startswith("All 1,564,065 rows")
    assert slide.titles[0].figures[0].source == "row account"


def test_rows_of_sources_not_used_are_told_beside_the_account(material):
    found = material("grocer")
    beside = SourceAccount("budget.csv", "", 1234, 0, 0, reason="holds no customer")
    manifest = found.snapshot.manifest
    more = replace(manifest, account=Account((*manifest.account.sources, beside)))
    slide = opening.data(Material(replace(found.snapshot, manifest=more), found.document, ()))
    assert slide.measured.text.endswith("; 1,234 more rows lie in 1 source not used")
    assert slide.titles[0].text.startswith("All 1,564,065 rows of the sources used")
    assert "not used" not in opening.data(found).measured.text
    assert "reasons in the set-aside table" in slide.titles[0].text


def _changed(found, **changes):
    """The material with the first claim of the summary changed, in the document and in its evidence."""
    first = found.document.insights[0].claim
    evidence = tuple(
        replace(e, claim=e.claim.model_copy(update=changes.get("claim", {})), state=changes["state"])
        if e.claim_id == first
        else e
        for e in found.evidence
    )
    return Material(found.snapshot, found.document, evidence)


def test_an_edited_claim_reaches_the_summary_in_its_own_words(material):
    edited = {"text": "Nobody but us says this of {%s}.", "short": "the old words"}
    found = material("grocer")
    name = found.evidence_of(found.document.insights[0].claim).claim.figures[0].name
    edited["text"] %= name
    slide = opening.summary(_changed(found, claim=edited, state=EvidenceState.SUPPORTED))
    assert slide.exhibits[0].exhibit.rows[0].words.text.startswith("Nobody but us says this of ")
    assert slide.titles[0].text.startswith("Nobody but us says this of ")


@pytest.mark.parametrize("state", [s for s in EvidenceState if s is not EvidenceState.SUPPORTED])
def test_a_title_that_is_not_supported_says_so(material, state):
    title = opening.summary(_changed(material("grocer"), state=state)).titles[0].text
    assert title.endswith(f"{tokens.STATES[state].word})")


def test_a_mark_of_a_model_is_no_headline_figure(material):
    found = material("grocer")
    first, *others = found.document.insights
    mark = Figure(name="d", measure="exam_mark", segment={"mark": "deviance"}, value=1.4)
    evidence = tuple(
        replace(e, claim=e.claim.model_copy(update={"text": "It is {d}.", "figures": (mark,)}))
        if e.claim_id == first.claim
        else e
        for e in found.evidence
    )
    rows = opening.summary(replace(found, evidence=evidence)).exhibits[0].exhibit.rows
    assert first.claim not in {row.evidence for row in rows}
    assert {i.claim for i in others[:4]} <= {row.evidence for row in rows}


def test_a_model_that_sat_no_exam_leads_no_summary(material):
    found = material("outfitter")
    measures = [
        {r.measure for row in opening.summary(m).exhibits[0].exhibit.rows for r in row.figure.readings}
        for m in (_led_by(found, "customer_equity"), not_examined(_led_by(found, "customer_equity")))
    ]
    assert "customer_equity" in measures[0]
    assert not measures[1] & asking.FORETOLD
    assert len(measures[1]) > 0


def _led_by(found, topic):
    """The material whose first insight is the one on a topic."""
    first = [i for i in found.document.insights if found.evidence_of(i.claim).claim.topic == topic]
    rest = [i for i in found.document.insights if i not in first]
    document = found.document.model_copy(update={"insights": (*first, *rest)})
    return Material(found.snapshot, document, found.evidence)
