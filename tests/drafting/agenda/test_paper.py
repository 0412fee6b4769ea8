from __future__ import annotations

import json

from tests.drafting.agenda.matters import DAY, fallen, matter, with_parts

from custrata.drafting.agenda.paper import as_markdown, as_values
from custrata.drafting.agenda.weekly import weekly


def test_the_page_holds_every_item_line_decision_and_check():
    agenda = weekly(fallen())
    page = as_markdown(agenda, "Harrow Lane Foods", DAY)
    assert page.startswith("# Weekly review: Harrow Lane Foods, 2025-02-03\n\n30 minutes.\n")
    for item in agenda.items:
        assert f"## {item.title}, {item.minutes} min" in page
        assert all(f"- {line}\n" in page for line in item.lines)
        assert not item.decision or f"To decide: {item.decision}\n" in page
    assert all(f"- {check}\n" in page for check in agenda.checks)


def test_a_quiet_agenda_says_so_at_the_top_and_a_day_may_be_missing():
    page = as_markdown(weekly(matter(with_parts(decisions=()))), "Harrow Lane Foods", None)
    assert page.startswith("# Weekly review: Harrow Lane Foods\n")
    assert "There is nothing to talk about; what was checked stands below." in page


def test_values_are_plain_and_whole():
    agenda = weekly(fallen())
    values = json.loads(json.dumps(as_values(agenda)))
    assert [i["title"] for i in values["items"]] == [i.title for i in agenda.items]
    assert sum(i["minutes"] for i in values["items"]) == values["minutes"] == 30
