from __future__ import annotations

import math

from custrata.sources.example import wording


def test_lists_that_go_together_are_of_one_length() -> None:
    assert len(wording.COUNTRIES) == len(wording.REGIONS) == len(wording.ODD_SPELLINGS)
    assert len(wording.COUNTRIES) == len(wording.COUNTRY_SHARES)
    assert len(wording.TICKET_CATEGORIES) == len(wording.CATEGORY_SHARES) == len(wording.CATEGORY_MINUTES)
    assert len(wording.PRIORITIES) == len(wording.PRIORITY_SHARES)


def test_every_category_has_three_subjects_and_three_texts() -> None:
    assert [len(texts) for texts in wording.TICKET_SUBJECTS] == [3] * len(wording.TICKET_CATEGORIES)
    assert [len(texts) for texts in wording.TICKET_TEXTS] == [3] * len(wording.TICKET_CATEGORIES)


def test_shares_add_up_and_no_word_stands_twice() -> None:
    for shares in (wording.COUNTRY_SHARES, wording.CATEGORY_SHARES, wording.PRIORITY_SHARES):
        assert math.isclose(sum(shares), 1)
    for names in (wording.FIRST_WORDS, wording.SECOND_WORDS, wording.GIVEN_NAMES, wording.FAMILY_NAMES):
        assert len(set(names)) == len(names)
