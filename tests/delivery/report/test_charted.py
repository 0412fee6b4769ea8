import json

from custrata.delivery.deck.plots import Line, Lines
from custrata.delivery.deck.slides import Bars, Bridge, FigurePanel, Point, Step, StepKind
from custrata.delivery.figures import Spelling, stated
from custrata.delivery.report.charted import charted

THREE = stated(3.0, "customers", "settings")


def test_the_table_of_a_chart_says_what_the_chart_shows():
    found = charted(Bars((Point("North", THREE), Point("South", THREE)), Spelling(), heading="By region"))
    assert found.heading == "By region"
    assert found.rows == (("North", THREE), ("South", THREE))
    drawn = json.dumps(found.spec)
    assert drawn.index('"North"') < drawn.index('"South"')


def test_a_bridge_names_its_steps_in_order():
    steps = (Step("Before", THREE, StepKind.TOTAL), Step("New", THREE, StepKind.UP))
    found = charted(Bridge(steps, Spelling()))
    assert found.heads == ("Step", "Value")
    assert [row[0] for row in found.rows] == ["Before", "New"]


def test_only_a_bridge_that_stands_is_drawn_otherwise_where_it_is_narrow():
    steps = tuple(Step(f"Step {n}", THREE, StepKind.UP) for n in range(8))
    assert charted(Bridge(steps, Spelling())).narrow is None
    few = charted(Bridge(steps[:4], Spelling()))
    assert few.narrow["layer"][0]["encoding"]["y"]["field"] == "name"


def test_a_panel_of_figures_is_no_chart():
    assert charted(FigurePanel("", ())) is None


def test_an_equal_exhibit_gives_the_chart_that_was_made_before():
    bars, other = (Bars((Point("North", stated(3.0, "customers", "settings")),), Spelling()) for _ in "ab")
    assert bars is not other
    assert charted(bars) is charted(other)


def test_an_exhibit_of_another_number_gives_another_chart():
    bars, other = (
        Bars((Point("North", stated(number, "customers", "settings")),), Spelling()) for number in (3.0, 4.0)
    )
    assert charted(bars).spec != charted(other).spec


def test_what_stands_over_two_lines_says_which_is_which():
    came, thought = Line("Actual", (THREE,)), Line("Expected", (THREE,), dashed=True)
    both = charted(Lines(("Jan",), (came, thought), Spelling(), "Orders by month"))
    assert both.heading == "Orders by month: actual solid, expected dashed"
    assert charted(Lines(("Jan",), (came, thought), Spelling())).heading == "Actual solid, expected dashed"
    assert charted(Lines(("Jan",), (came,), Spelling(), "Orders by month")).heading == "Orders by month"
