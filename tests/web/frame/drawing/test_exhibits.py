import re

import pytest

from custrata.delivery.deck.slides import (
    Columns,
    FigurePanel,
    FigureRow,
    Item,
    Panel,
    Placed,
    Point,
    Slide,
    Voice,
)
from custrata.delivery.figures import Prose, Spelling
from custrata.vocabulary import EvidenceState
from custrata.web.frame.drawing.exhibits import Drawing
from custrata.web.frame.numbers import Numbers


@pytest.fixture
def drawing(site) -> Drawing:
    return Drawing(Numbers(within="/w/tessel/"))


def _prose(*parts) -> Prose:
    return Prose(parts)


def _columns(shown, many: int) -> Columns:
    points = tuple(Point(f"M{at}", shown(0.1 + at / 100), high=at == 1) for at in range(many))
    return Columns(points, Spelling("", "%", 0.01))


def _slide(*placed, so_what="") -> Slide:
    return Slide(
        "Chapter", "topic", (_prose("Gold keeps us"),), exhibits=placed, so_what=_prose(so_what), row="tiers"
    )


def test_a_sheet_is_named_after_its_row_and_titled_by_its_finding(drawing):
    written = drawing.sheet(_slide())
    assert '<section class="sheet" id="s-tiers">' in written
    assert "<h2>Gold keeps us</h2>" in written


def test_exhibits_have_the_width_that_the_deck_gives_them(drawing, shown):
    panel = FigurePanel("", (FigureRow(shown(), _prose("words")),))
    written = drawing.sheet(
        _slide(Placed(panel, 0, 8), Placed(panel, 8, 4, 0.0, 0.5), Placed(panel, 8, 4, 0.5, 0.5))
    )
    assert re.findall(r'class="col (w\d+)"', written) == ["w8", "w4"]


def test_a_chart_alone_has_its_few_figures_beside_it_and_a_button_only_where_it_is_narrow(drawing, shown):
    written = drawing.sheet(_slide(Placed(_columns(shown, 5)), so_what="work on gold"))
    aside = written[written.index("aside") :]
    assert "So what:" in aside
    assert "<td" in aside
    assert re.findall(r'<figcaption( class="when-narrow")?>', written) == [' class="when-narrow"']
    assert aside.count('class="when-wide"') == 1


def test_a_chart_of_many_points_opens_its_table_by_a_button(drawing, shown):
    written = drawing.sheet(_slide(Placed(_columns(shown, 13))))
    assert "Table</summary>" in written
    assert "<td" in written[written.index("figcaption") :]


def test_a_chart_says_what_it_shows_to_who_does_not_see_it(drawing, shown):
    written = drawing.exhibit(_columns(shown, 3), 'Gold "keeps" us', span=6)
    assert written.count('role="img" aria-label="Gold &quot;keeps&quot; us"') == 3


def test_a_chart_outside_of_a_workspace_has_nothing_to_fetch(site, shown):
    written = Drawing(Numbers()).exhibit(_columns(shown, 3), "Gold keeps us")
    assert 'data-spec=""' in written


def test_a_chart_of_a_workspace_has_its_specification_there(drawing, shown):
    written = drawing.exhibit(_columns(shown, 3), "Gold keeps us")
    assert re.search(r'data-spec="/w/tessel/charts/[0-9a-f]{32}\.json"', written)


@pytest.mark.parametrize(
    ("voice", "kind"),
    [
        (Voice.PROPOSAL, "word"),
        (Voice.GAP, "word"),
        (Voice.DECISION, "word"),
        (Voice.COMPUTED, "said"),
        (Voice.AGREED, "said"),
    ],
)
def test_only_what_people_say_stands_behind_the_dashed_rule(drawing, voice, kind):
    item = Item(words=_prose("We keep gold"), owner="◊ Proposal · needs an owner")
    written = drawing.exhibit(Panel("What we propose", (item,), voice), "")
    assert f'<ul class="{kind}">' in written
    assert '<span class="by">Proposal · needs an owner</span>' in written


def test_large_figures_stand_with_their_words_and_their_state(drawing, shown):
    row = FigureRow(shown(), _prose("of gold stay"), EvidenceState.SUPPORTED, "E01")
    written = drawing.exhibit(FigurePanel("What the data say", (row,)), "")
    assert "<h3>What the data say</h3>" in written
    assert "of gold stay" in written
    assert 'class="ev ok"' in written


def test_nothing_of_a_sheet_is_styled_in_its_place(drawing, shown):
    written = drawing.sheet(_slide(Placed(_columns(shown, 13), 0, 7), Placed(_columns(shown, 4), 7, 5)))
    assert " style=" not in written
    assert "<script" not in written
