from __future__ import annotations

from custrata.delivery.deck.ledger import printed_figures


def test_every_figure_of_the_story_stands_in_the_ledger(deck):
    whole = deck("grocer")
    behind = " ".join(
        c.main.text
        for s in whole.slides
        if s.appendix
        for p in s.exhibits
        for r in p.exhibit.rows
        for c in r.cells
    )
    for slide in whole.slides:
        if not slide.appendix:
            for figure in printed_figures(slide):
                assert figure.text in behind, (slide.number, figure.text)


def test_a_claim_knows_the_slides_that_state_it(deck):
    rows = [
        r.cells
        for s in deck("grocer").slides
        if s.topic.startswith("Evidence of the claims")
        for r in s.exhibits[0].exhibit.rows
    ]
    first = next(r for r in rows if r[0].main.text == "E01")
    assert first[1].main.text.startswith("2")
