from __future__ import annotations

import pytest

COMPANIES = ("grocer", "phone_company", "pipeline", "shop_with_profit", "bare", "outfitter")


def test_the_appendix_has_claims_figures_and_definitions(deck):
    topics = {s.topic.partition(",")[0] for s in deck("grocer").slides if s.appendix}
    assert topics == {
        "Evidence of the claims",
        "Figures of the whole base",
        "Figures by parts of the base",
        "Figures that no reading holds",
        "Definitions",
    }


@pytest.mark.parametrize("company", COMPANIES)
def test_no_table_of_the_appendix_has_more_than_eleven_rows(deck, company):
    for slide in deck(company).slides:
        if slide.appendix:
            assert all(len(placed.exhibit.rows) <= 11 for placed in slide.exhibits)


def test_the_pages_of_claims_explain_the_states(deck):
    pages = [s for s in deck("grocer").slides if s.topic.startswith("Evidence of the claims")]
    assert all("● Supported" in s.evidence for s in pages)
