import pytest

from custrata.strategy.parts.part import Owner
from custrata.vocabulary import EvidenceState
from custrata.web.frame.signs import chip, icon, initials


@pytest.mark.parametrize("state", list(EvidenceState))
def test_every_state_has_a_sign_and_a_word_beside_its_colour(state):
    written = chip(state)
    assert '<use href="#i-' in written
    assert state.value.capitalize() in written


def test_a_chip_may_say_why_and_lead_there():
    written = chip(EvidenceState.CONTRADICTED, href="/w/a/", reason="Contradicts <b>")
    assert written.startswith('<a class="ev bad" href="/w/a/">')
    assert "Contradicts &lt;b&gt;" in written


def test_a_sign_is_hidden_from_who_hears_the_word():
    assert 'aria-hidden="true"' in icon("ok")


def test_a_face_shows_who_answers_the_same_on_every_page():
    assert initials(Owner(role="head of sales", name="Ann Bee")) == "AB"
    assert initials(Owner(role="head of sales")) == "S"
    assert initials(Owner(role="lead")) == "L"
    assert initials(Owner()) == "?"
