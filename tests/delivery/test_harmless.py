from __future__ import annotations

import pytest

from custrata.delivery.harmless import harmless


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1+1", "@x", "\tx", "\r=1", "\n=1"])
def test_text_that_begins_like_a_formula_is_made_harmless(cell):
    assert harmless(cell) == f"'{cell}"


def test_numbers_and_words_stay_as_they_are():
    assert [harmless(cell) for cell in (-5, 1.5, None, "a=b", "")] == [-5, 1.5, None, "a=b", ""]
