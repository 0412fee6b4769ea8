from __future__ import annotations

import re

from custrata.web.customers.segments.picture import Bar, drawn


def test_bars_and_what_falls_out_keep_their_proportions():
    text = drawn(1000, [Bar("Gold", 250, 750), Bar("New", 0, 250)], "finding").split("</svg>")[0]
    wide = [float(w) for w in re.findall(r'width="([\d.]+)" height="22"', text)]
    assert wide == [472.0, 118.0, 354.0, 0, 118.0]
    assert "−750" in text


def test_the_picture_carries_its_finding_and_takes_words_as_text():
    text = drawn(1, [Bar("<b>x", 1, 0)], 'a "finding"')
    assert text.count('aria-label="a &quot;finding&quot;"') == 2
    assert "<b>" not in text
    assert drawn(0, [], "nobody").count("<svg") == 2
