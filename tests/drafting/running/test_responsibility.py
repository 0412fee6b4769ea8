from __future__ import annotations

from tests.drafting.drafted import drafted
from tests.snapshots import bare, every_company, grocer

from custrata.drafting.draft import draft


def test_one_answers_for_each_initiative_and_nobody_has_two_parts():
    for company in every_company():
        document = draft(company)
        assert [r.on for r in document.raci] == [i.id for i in document.initiatives]
        for row in document.raci:
            told = [*row.responsible, *row.consulted, *row.informed]
            assert len(set(told)) == len(told)
            assert row.accountable.role not in (*row.consulted, *row.informed)


def test_handovers_name_two_teams_and_what_breaks():
    for lock in (*drafted().interlocks, *drafted(grocer).interlocks):
        assert lock.gives != lock.takes
        assert lock.breaks_if
    assert {i.initiative for i in drafted().interlocks} - {""} == {i.id for i in drafted().initiatives}


def test_contracts_are_handed_over_and_offers_announced():
    assert "interlock-handover" in [i.id for i in drafted().interlocks]
    assert "interlock-offers" in [i.id for i in drafted(grocer).interlocks]


def test_without_initiatives_only_conflicts_go_up():
    assert [e.id for e in drafted(bare).escalations] == ["escalation-goals"]
    assert drafted(bare).raci == ()
    assert len(drafted().escalations) == 2
