from __future__ import annotations

from custrata.drafting.wording.masking import marks, mask


def test_the_same_name_has_the_same_mark():
    masked = mask("“Ada” and “Bo” and “Ada”")

    assert marks(masked.text) == ("⟦N1⟧", "⟦N2⟧", "⟦N1⟧")
    assert masked.unmask(masked.text) == "“Ada” and “Bo” and “Ada”"


def test_no_name_is_left_in_the_text():
    assert "Ada" not in mask("“Ada Ltd” brings {share}").text


def test_a_mark_that_nobody_gave_stays_as_it_is():
    assert mask("“Ada”").unmask("⟦N9⟧") == "⟦N9⟧"
