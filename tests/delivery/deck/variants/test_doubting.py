import pytest
from pptx import Presentation

from custrata.delivery.deck.pptx_writer import write_deck
from custrata.delivery.deck.printed import figures_of
from custrata.delivery.deck.storyline import board_deck
from custrata.delivery.deck.variants.doubting import doubted
from custrata.delivery.faults import Fault


@pytest.fixture(scope="module")
def deck(material):
    found = material("grocer")
    return board_deck(found.snapshot, found.document, found.evidence)


@pytest.fixture(scope="module")
def claim(deck):
    """A claim that some slide, and not every one, prints a figure of."""
    stated = [f.claim for s in deck.slides for p in s.exhibits for f in figures_of(p.exhibit) if f.claim]
    return stated[0]


def marked(deck, material, claim):
    fault = Fault(claim, "EV101", "groups[gold]", "40% is now 70%.", "Change it.")
    return doubted(deck, [fault], material("grocer").evidence)


def test_a_deck_without_faults_stays_as_it_is(deck, material):
    assert doubted(deck, (), material("grocer").evidence) is deck


def test_slides_that_state_the_claim_carry_its_mark_and_the_others_none(deck, claim, material):
    slides = marked(deck, material, claim).slides
    with_mark = [s for s in slides if s.doubt]
    assert 0 < len(with_mark) < len(slides)
    assert {s.doubt for s in with_mark} == {f"× {claim} does not hold"}
    assert all("40% is now 70%. To do: Change it." in s.note_lines[-1] for s in with_mark)
    for slide in slides:
        figures = [f for p in slide.exhibits for f in figures_of(p.exhibit)]
        assert slide.doubt or not any(f.claim == claim for f in figures)


def test_the_cover_says_how_many_claims_do_not_hold(deck, claim, material):
    assert f"1 claim an error ({claim})" in marked(deck, material, claim).cover.doubt
    assert deck.cover.doubt == ""


def test_a_claim_that_no_slide_states_marks_the_cover_alone(deck, material):
    found = marked(deck, material, "E9999")
    assert not any(s.doubt for s in found.slides)
    assert "E9999" in found.cover.doubt


def test_the_marks_stand_in_the_file(deck, claim, material, tmp_path):
    write_deck(marked(deck, material, claim), tmp_path / "deck.pptx")
    pages = [
        " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
        for slide in Presentation(str(tmp_path / "deck.pptx")).slides
    ]
    assert "The check calls 1 claim an error" in pages[0]
    assert any(f"× {claim} does not hold" in page for page in pages[1:])
