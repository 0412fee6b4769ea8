from __future__ import annotations

import pytest

from custrata.delivery.deck.variants.executive import LEAST, MOST, chosen, executive_deck

COMPANIES = ("grocer", "phone_company", "shop_with_profit", "outfitter")


@pytest.mark.parametrize("company", COMPANIES)
def test_ten_to_twelve_slides_before_the_appendix(composition, company):
    count = len(chosen(composition(company))) + 1
    assert LEAST <= count <= MOST


@pytest.mark.parametrize("company", COMPANIES)
def test_every_slide_of_the_executive_deck_shows_the_boards_own_exhibits(composition, company):
    whole = composition(company)
    boards = {id(p.exhibit) for s in whole.slides for p in s.exhibits}
    story = [s for s in executive_deck(whole).slides if not s.appendix]
    assert story
    assert all(id(p.exhibit) in boards for s in story for p in s.exhibits)
    titles = {s.titles[0].text for s in whole.slides}
    assert all(s.titles[0].text in titles for s in story)


def test_slides_are_numbered_anew(composition):
    slides = executive_deck(composition("grocer")).slides
    assert [s.number for s in slides] == list(range(2, len(slides) + 2))
