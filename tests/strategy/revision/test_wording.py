from __future__ import annotations

import datetime as dt

import pytest
from tests.snapshots import every_company

from custrata.drafting.draft import draft
from custrata.strategy.document import Document, Horizon
from custrata.strategy.forms.plain import from_plain
from custrata.strategy.parts.group import CustomerGroup, GroupIntent, TargetShare
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.offering.people import People, TeamShape
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.revision.compare import compare
from custrata.strategy.revision.wording import as_json, lines, ordinal, sections, spoken
from custrata.strategy.text.writing import to_plain
from custrata.vocabulary import Intent


def gold(**fields) -> Document:
    group = CustomerGroup(id="gold", name="Gold", **fields)
    return Document(schema_version=2, company="A", currency="EUR", groups=(group,))


def told(before, after):
    return [str(line) for line in lines(compare(before, after))]


def test_a_change_of_intent_and_share_is_one_line_that_anyone_can_read():
    before = gold(share_targeted=TargetShare(value=0.22), intent=GroupIntent(intent=Intent.GROW))
    after = gold(share_targeted=TargetShare(value=0.18), intent=GroupIntent(intent=Intent.MAINTAIN))
    assert told(before, after) == ["Gold: target share 22% → 18%; intent grow → maintain"]


def test_owners_are_called_by_name_and_lists_say_what_came_and_went():
    before = gold(owner=Owner(role="head of service"), attributes=("tier is gold", "new"))
    after = gold(owner=Owner(role="head of service", name="A. Person"), attributes=("tier is gold", "old"))
    assert told(before, after) == [
        "Gold: attributes: added old, removed new; owner open (head of service suggested) → A. Person"
    ]


def test_a_sentence_is_told_with_its_numbers_once():
    plain = to_plain(draft(every_company()[0]))
    before = from_plain(plain)
    block = plain["canvas"]["context"]["business_context"]
    claim = next(s for s in block["statements"] if s["id"] == "E10")
    claim["figures"][0] |= {"value": 2500.0, "threshold": 2000.0}
    (line,) = told(before, from_plain(plain))
    assert line == (
        "Business context: E10: “2,400 customers are known; 156,000 orders brought $4.6m.” → "
        "“2,500 customers are known; 156,000 orders brought $4.6m.”; "
        "E10, figure n, threshold 2,160 customers → 2,000 customers"
    )


def test_a_number_that_is_spelled_the_same_is_told_exactly():
    before, after = (
        gold(share_targeted=TargetShare(value=0.22)),
        gold(share_targeted=TargetShare(value=0.2201)),
    )
    assert told(before, after) == ["Gold: target share 0.22 → 0.2201"]


def test_rank_is_told_where_order_says_what_comes_first():
    before = draft(every_company()[0])
    one, two, three, *rest = before.insights
    after = before.model_copy(update={"insights": (three, one, two, *rest)})
    assert told(before, after) == ["Insights: I3 moved from 3rd to 1st"]
    assert [i.id for i in before.insights[:3]] == ["I1", "I2", "I3"]
    assert isinstance(one, Insight)


def test_order_that_says_nothing_is_not_told():
    teams = (TeamShape(id="a", name="A"), TeamShape(id="b", name="B"))
    before = Document(schema_version=2, company="A", people=People(teams=teams))
    after = Document(schema_version=2, company="A", people=People(teams=teams[::-1]))
    assert len(compare(before, after)) == 1
    assert told(before, after) == []


def test_parts_that_come_and_go_are_told_by_what_they_say():
    need = Proposal(id="P1", text="Be called back.")
    empty = Document(schema_version=2, company="A")
    assert told(gold(), gold(needs=(need,))) == ["Gold: need P1 added: proposal “Be called back.”"]
    assert told(gold(needs=(need,)), gold()) == ["Gold: need P1 removed: proposal “Be called back.”"]
    assert told(empty.model_copy(update={"currency": "EUR"}), gold()) == ["Gold: added"]


def test_scores_days_and_lengths_are_told_in_their_units():
    plain = to_plain(draft(every_company()[0]))
    before = from_plain(plain)
    plain["horizon"] = {"months": 1, "starts_on": dt.date(2025, 1, 1)}
    plain["goals"][0]["scores"] = {"urgency": 3}
    assert told(before, from_plain(plain)) == [
        "Horizon: length 12 months → 1 month; starts on 2024-12-30 → 2025-01-01",
        "goal-keep: scores: urgency nothing → 3",
    ]


def test_lines_stand_under_their_sections():
    before = gold()
    after = gold(tag="x").model_copy(update={"horizon": Horizon(months=24), "currency": "USD"})
    assert [section for section, _ in sections(compare(before, after))] == ["Strategy", "Horizon", "Groups"]


def test_programs_get_the_same_words():
    (change,) = compare(gold(tag="a"), gold(tag="b c"))
    assert as_json(change) == {
        "path": "groups[gold].tag",
        "kind": "changed",
        "section": "Groups",
        "part": "Gold",
        "field": "tag",
        "was": "a",
        "now": "“b c”",
    }


@pytest.mark.parametrize(("place", "word"), [(1, "1st"), (12, "12th"), (103, "103rd")])
def test_ranks_have_their_endings(place, word):
    assert ordinal(place) == word


def test_paths_are_spoken():
    assert spoken("promises[p1].statement.owner") == "promise p1, owner"
