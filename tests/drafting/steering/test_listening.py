from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, measured, without
from tests.snapshots import bare

from custrata.drafting.draft import draft
from custrata.strategy.parts.part import walk
from custrata.strategy.parts.steering.governance import Voice


def ids(document):
    return [s.id for s in document.insight_sources]


def test_three_voices_are_heard():
    assert {s.voice for s in drafted().insight_sources} == set(Voice)


def test_what_the_tables_show_is_heard_already():
    assert {"source-tickets", "source-nps", "source-operation"} <= set(ids(drafted()))
    lacking = draft(without(maintainer(), "tickets", "feedback", drop=measured("nps")))
    assert not {"source-tickets", "source-nps"} & set(ids(lacking))
    assert "source-operation" in ids(lacking)


def test_sources_feed_papers_that_are_there():
    for document in (drafted(), drafted(bare)):
        there = {part.id for _, part in walk(document) if hasattr(part, "id")}
        assert all(set(s.feeds) <= there for s in document.insight_sources)


def test_a_list_of_names_is_heard_by_interviews_and_employees_only():
    assert ids(drafted(bare)) == ["source-interviews", "source-employees"]
