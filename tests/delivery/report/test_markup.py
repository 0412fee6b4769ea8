from __future__ import annotations

from tests.snapshots import grocer

from custrata.delivery.figures import Name, say, stated
from custrata.delivery.report.markup import Popovers, chip, tag, text
from custrata.vocabulary import EvidenceState


def test_markup_in_names_is_shown_as_text():
    assert text("<script>alert('x')</script>\x00") == "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;"
    assert tag("p", "x", {"title": '"><b>'}) == '<p title="&quot;&gt;&lt;b&gt;">x</p>'


def test_the_same_figure_opens_the_same_popover():
    popovers = Popovers(grocer())
    shown = stated(5.0, "customers", "row account")
    assert popovers.number(shown) == popovers.number(shown)
    assert len(popovers.bodies) == 1
    assert "row account" in popovers.bodies[0]


def test_a_sentence_escapes_its_names():
    popovers = Popovers(grocer())
    assert popovers.sentence(say("by ", Name("<b>"))) == "by &lt;b&gt;"


def test_a_state_is_a_glyph_and_a_word():
    assert "Contradicted" in chip(EvidenceState.CONTRADICTED)
