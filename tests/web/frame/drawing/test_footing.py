from custrata.delivery.deck.slides import Slide
from custrata.delivery.figures import Prose
from custrata.web.frame.drawing.footing import footing


def _slide(*parts, evidence=""):
    return Slide("Chapter", "topic", (Prose(parts),), evidence=evidence)


def test_a_sheet_says_period_and_how_many_it_rests_on(shown):
    said = footing(_slide(shown(0.71, n=280), " of ", shown(0.5, n=1200)))
    assert said == "1 Jan 2025 to 31 Dec 2025 · n 280 to 1,200 customers"


def test_intervals_are_named_where_there_are_any(shown):
    said = footing(_slide(shown(0.71, low=0.64, high=0.77, method="Wilson, 95%")))
    assert said.endswith("· with 95% intervals")


def test_no_model_is_named_where_a_strategist_reads(shown):
    method = "MBG/NBD, gamma-gamma; revenue; 36 months ahead; chance and parameters, gamma from moments, 95%"
    estimate = shown(0.4, low=0.3, high=0.5, method=method)
    share = shown(0.71, low=0.64, high=0.77, method="Wilson, 95%")
    said = footing(_slide(estimate, " and ", share))
    assert said.endswith("· estimated: revenue, 36 months ahead; with 95% intervals")


def test_a_sheet_without_readings_says_nothing():
    assert footing(_slide("What we mean to do")) == ""


def test_a_line_that_the_deck_wrote_is_kept(shown):
    assert footing(_slide(shown(0.71), evidence="R01 on page 3")) == "R01 on page 3"
