import pytest
from tests.complete import complete

from custrata.errors import DocumentError
from custrata.project.steering.priorities import (
    priorities_json,
    priorities_of,
    priorities_opening,
    priorities_sections,
    priorities_sentences,
)
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.parts.steering.scoring import Scoring


def ranked(second=3):
    whole = complete()
    other = whole.goals[0].model_copy(
        update={
            "id": "widen",
            "statement": Proposal(id="P-widen", text="Customers find more that helps them."),
            "scores": tuple((name, second) for name, _ in whole.goals[0].scores),
        }
    )
    return whole.model_copy(update={"goals": (*whole.goals, other), "scoring": Scoring(capacity_days=4)})


def test_goals_stand_with_place_ranges_and_points(project):
    document, found = priorities_of(project(document=ranked()))
    goals = priorities_sections(document, found)[0]
    assert [row[:6] for row in goals.rows] == [
        ("1", "1", "1", "1", "5.00", "keep"),
        ("2", "2", "2", "2", "3.00", "widen"),
    ]
    assert "best and worst place" in goals.note


def test_every_row_has_a_cell_for_each_head(project):
    for section in priorities_sections(*priorities_of(project(drafted=True))):
        assert all(len(row) == len(section.heads) for row in section.rows), section.title


def test_what_leads_whatever_is_off_and_what_does_not_fit_is_said(project):
    said = priorities_sentences(priorities_of(project(document=ranked()))[1])
    assert "keep leads the goals whatever single score is a point off." in said
    assert "call: It takes 5 days, 4 are left." in said
    assert "0 of 1 initiatives fit; 4 days are left." in said
    assert "No initiative that fits serves keep, widen." in said


def test_an_order_that_one_point_turns_is_said_not_to_be_firm(project):
    said = priorities_sentences(priorities_of(project(document=ranked(second=5)))[1])
    assert "One point off anywhere can change who leads the goals: no order of them is firm." in said


def test_a_draft_has_no_scores_and_shows_how_to_give_them(project):
    document, found = priorities_of(project(drafted=True))
    titles = [s.title for s in priorities_sections(document, found)]
    assert titles[0] == "What they reach"
    assert [t.partition(" are scored ")[0] for t in titles[1:]] == ["How goals", "How initiatives"]
    note = priorities_sections(document, found)[1].note
    assert note.startswith(f"To score: custrata strategy set {document.goals[0].id}.scores")
    assert priorities_opening(found)[0].startswith("No score of the goals is given yet")
    said = priorities_sentences(found)
    assert "No score of the goals is given yet, so none has a place. None is filled in." in said
    assert any(s.startswith("Nothing is cut: say how much there is") for s in said)


def test_programs_get_places_ranges_and_what_fits(project):
    told = priorities_json(priorities_of(project(document=ranked()))[1])
    assert [g["rank"] for g in told["goals"]["items"]] == [1, 2]
    assert tuple(told["goals"]["items"][0]["range"]) == (1, 1)
    assert told["goals"]["firm"] == [1]
    assert told["capacity"]["initiatives"][0]["fit"] == "does not fit"
    assert told["groups"][0]["goals"] == ["keep", "widen"]


def test_without_a_strategy_the_remedy_is_told(tmp_path):
    with pytest.raises(DocumentError, match="custrata draft"):
        priorities_of(tmp_path)
