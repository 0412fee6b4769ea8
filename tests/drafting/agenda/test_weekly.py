from __future__ import annotations

import re

from tests.drafting.agenda.matters import fallen, matter, with_parts

from custrata.drafting.agenda.weekly import weekly


def test_a_weekly_review_takes_thirty_minutes_whatever_there_is_to_say():
    for found in (fallen(), matter(), matter(with_parts(decisions=(), insights=()))):
        agenda = weekly(found)
        assert sum(i.minutes for i in agenda.items) == 30


def test_a_week_in_which_nothing_changed_is_short_and_says_what_was_checked():
    agenda = weekly(matter(with_parts(decisions=())))
    assert agenda.quiet
    assert agenda.items[-1].lines == ("There is nothing to talk about: the meeting may be short.",)
    assert len(agenda.checks) == 4


def test_a_week_in_which_claims_broke_names_them():
    agenda = weekly(fallen())
    broke = {m.claim_id for m in fallen().delta.broke}
    named = {c for item in agenda.items for c in item.claims}
    assert broke & named
    assert [i.title for i in agenda.items] == [
        "What was agreed",
        "New insights",
        "Top issues by value at stake",
        "Experiment results",
    ]


def test_no_placeholder_is_left_open():
    text = "\n".join(line for item in weekly(fallen()).items for line in item.lines)
    assert not re.search(r"\{[a-z]", text)
