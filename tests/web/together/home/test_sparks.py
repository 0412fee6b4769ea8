from custrata.delivery.figures import stated
from custrata.project.showing.home.tiles import Tile
from custrata.project.showing.home.zones import Tally
from custrata.vocabulary import EvidenceState
from custrata.web.together.home.sparks import bar, spark

SHOWN = stated(3.0, "customers", "a test")


def test_a_line_rises_where_the_months_rise():
    drawn = spark(Tile("x", SHOWN, months=(1.0, 2.0, 3.0)))
    assert 'points="3.0,19.0 36.0,11.0 69.0,3.0"' in drawn
    assert "dash" not in drawn


def test_the_target_is_dashed_on_the_same_scale():
    drawn = spark(Tile("x", SHOWN, months=(1.0, 2.0, 3.0), level=5.0))
    assert 'y1="3.0" y2="3.0" class="ax dash"' in drawn


def test_too_few_months_draw_nothing_and_equal_ones_a_line():
    assert spark(Tile("x", SHOWN, months=(1.0, 2.0))) == ""
    assert "polyline" in spark(Tile("x", SHOWN, months=(2.0, 2.0, 2.0)))


def test_a_bar_is_parted_by_state_and_says_so():
    counts = ((EvidenceState.SUPPORTED, 3), (EvidenceState.CONTRADICTED, 1))
    drawn = bar(Tally("context", "Context", counts))
    assert 'aria-label="3 supported, 1 contradicted"' in drawn
    assert 'width="74.25"' in drawn
    assert drawn.count("<rect") == 2


def test_drawings_hold_no_style_and_no_colour():
    drawn = spark(Tile("x", SHOWN, months=(1.0, 2.0, 3.0))) + bar(
        Tally("c", "C", ((EvidenceState.STALE, 1),))
    )
    assert "style=" not in drawn
    assert "fill=" not in drawn
