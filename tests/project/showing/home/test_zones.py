import pytest

from custrata.project.showing.home.zones import ZONES, tallies, whole, zone_of
from custrata.strategy.document import Document
from custrata.vocabulary import EvidenceState


def test_every_claim_is_counted_in_one_zone(scene_at):
    scene = scene_at()
    found = tallies(scene.evidence)
    assert [t.zone for t in found] == [key for key, _, _ in ZONES]
    assert sum(t.all for t in found) == len(scene.evidence) > 0
    assert sum(number for _, number in whole(scene.evidence)) == len(scene.evidence)


@pytest.mark.parametrize("chapter", sorted(Document.model_fields.keys() - {"canvas"}))
def test_every_chapter_of_a_strategy_lies_in_a_zone(chapter):
    assert zone_of(f"{chapter}[x].y") in {key for key, _, _ in ZONES}


def test_a_zone_without_claims_says_so(scene_at):
    empty = [t for t in tallies(()) if t.all == 0]
    assert len(empty) == len(ZONES)
    assert {t.said for t in empty} == {"no claims"}


def test_the_counts_are_said_in_words(scene_at):
    found = max(tallies(scene_at().evidence), key=lambda t: t.all)
    assert f"{found.holds} supported" in found.said
    assert found.counts[0][0] is EvidenceState.SUPPORTED
