from __future__ import annotations

import pytest

from custrata.errors import DeliveryError
from custrata.web.customers.table.exporting import guarded, refuse_small


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1+1", "@x", "\tx", "\r=1"])
def test_text_that_begins_like_a_formula_is_made_harmless(cell):
    assert guarded(cell) == f"'{cell}"


def test_numbers_and_words_stay_as_they_are():
    assert [guarded(value) for value in (-5, 1.5, None, "a=b", "")] == [-5, 1.5, None, "a=b", ""]


def test_small_groups_stay_here_unless_persons_may_be_seen():
    for n in (1, 10):
        with pytest.raises(DeliveryError, match="under 11"):
            refuse_small(n, persons=False)
    assert refuse_small(11, persons=False) is None
    assert refuse_small(3, persons=True) is None
