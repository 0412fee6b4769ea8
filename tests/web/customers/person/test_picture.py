from __future__ import annotations

import re

from custrata.web.customers.person.picture import Span, drawn


def test_the_picture_stands_at_two_widths_with_its_words():
    text = drawn(Span(10, 20, 40, ("€10", "€20", "€40"), 30, "€30"))
    assert text.count("<svg") == 2
    assert 'aria-label="Lifetime value €20, interval €10 to €40"' in text
    assert "middle of the tier €30" in text
    assert "middle of the tier" not in drawn(Span(10, 20, 40, ("a", "b", "c")))


def test_the_estimate_lies_within_its_interval_also_below_nought():
    text = drawn(Span(-10, 0, 40, ("a", "b", "c"))).split("</svg>")[0]
    left, wide = map(float, re.search(r'<rect x="([\d.]+)" y="22" width="([\d.]+)"', text).groups())
    at = float(re.search(r'<circle cx="([\d.]+)"', text)[1])
    assert 0 < left < at < left + wide < 520


def test_words_are_text():
    assert "<script>" not in drawn(Span(1, 2, 3, ("<script>", "b", "c")))
