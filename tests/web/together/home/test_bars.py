from custrata.project.showing.home.zones import Tally
from custrata.vocabulary import EvidenceState
from custrata.web.together.home.bars import bar


def test_a_bar_is_parted_by_state_and_says_so():
    counts = ((EvidenceState.SUPPORTED, 3), (EvidenceState.CONTRADICTED, 1))
    drawn = bar(Tally("context", "Context", counts))
    assert 'aria-label="3 supported, 1 contradicted"' in drawn
    assert 'width="74.25"' in drawn
    assert drawn.count("<rect") == 2


def test_it_holds_no_style_and_no_colour():
    drawn = bar(Tally("c", "C", ((EvidenceState.STALE, 1),)))
    assert "style=" not in drawn
    assert "fill=" not in drawn
