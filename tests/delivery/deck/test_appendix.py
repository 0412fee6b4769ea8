from __future__ import annotations

from custrata.delivery.deck.appendix import claims_title


def test_the_appendix_has_claims_figures_and_definitions(deck):
    topics = {s.topic.partition(",")[0] for s in deck("grocer").slides if s.appendix}
    assert topics == {
        "Evidence of the claims",
        "Every figure of the slides",
        "Figures that no reading holds",
        "Definitions",
    }


def test_no_page_of_the_appendix_has_more_than_eleven_rows(deck):
    for slide in deck("shop_with_profit").slides:
        if slide.appendix:
            assert len(slide.exhibits[0].exhibit.rows) <= 11


def test_the_title_counts_the_claims_by_state():
    assert claims_title(()).text == "Of 0 claims 0 are supported"
