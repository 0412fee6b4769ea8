from __future__ import annotations


def test_the_report_shows_the_same_findings_as_the_deck(report, deck):
    sheets = [s.titles[0].text for s in report("grocer").sheets]
    assert sheets == [s.titles[0].text for s in deck("grocer").slides if not s.appendix]
