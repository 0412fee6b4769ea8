from __future__ import annotations


def test_the_report_shows_every_finding_of_the_deck_and_what_the_deck_has_no_room_for(report, deck):
    sheets = {s.titles[0].text for s in report("grocer").sheets}
    story = {s.titles[0].text for s in deck("grocer").slides if not s.appendix}

    assert story <= sheets
    assert len(sheets) >= len(story)
