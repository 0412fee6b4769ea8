import datetime as dt

from custrata.project.showing.home.day import MOST_SIGNALS, day
from custrata.project.showing.home.signals import leading

TODAY = dt.date(2026, 11, 26)


def test_the_insight_that_leads_the_strategy_is_the_finding_with_what_follows(scene_at):
    scene = scene_at()
    found = day(scene, TODAY)
    lead = leading(scene, found.changes)
    assert lead.claim == scene.document.insights[0].claim
    assert found.finding == lead.title
    assert found.lede.text.startswith(lead.beneath.text)


def test_signals_stand_in_their_order_the_lighter_ones_folded(scene_at):
    found = day(scene_at(), TODAY)
    assert found.open == found.changes.signals[:MOST_SIGNALS]
    assert (*found.open, *found.folded) == found.changes.signals


def test_where_nothing_moved_the_insight_with_most_at_stake_leads(scene_at):
    found = day(scene_at("Northline Telecom"), TODAY)
    assert not found.changes.moved
    assert found.finding.text


def test_a_company_of_which_almost_nothing_is_known_has_a_home_too(scene_at):
    found = day(scene_at("Seven"), TODAY)
    assert found.finding.text
    assert found.tiles == () or found.tiles[0].shown.text


def test_the_lede_says_how_many_claims_hold(scene_at):
    scene = scene_at()
    held = sum(1 for e in scene.evidence if e.state.value == "supported")
    said = day(scene, TODAY).lede.text
    assert f"{held:,}" in said
    assert said.endswith("claims of the strategy hold.")


def test_the_chart_is_a_sheet_of_the_deck(scene_at):
    scene = scene_at()
    assert day(scene, TODAY).chart in scene.composition.slides


def test_the_build_accounts_for_its_rows(scene_at):
    assert "rows" in day(scene_at(), TODAY).build.text
