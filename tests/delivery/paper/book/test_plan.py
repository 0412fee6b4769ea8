from __future__ import annotations

from tests.delivery.paper.book.reading import empty, headings, missing, words
from tests.delivery.paper.written import full, full_document

from custrata.delivery.paper.book.plan import lifecycle, plan
from custrata.delivery.paper.page import Grid
from custrata.delivery.paper.telling import Teller


def test_goals_initiatives_and_objectives_are_printed_in_full():
    document = full_document()
    parts = (*document.goals, *document.initiatives, *document.objectives)
    assert missing(parts, plan(Teller(full()))) == []


def test_scores_say_which_way_is_better():
    grid = next(b for b in plan(Teller(full())) if isinstance(b, Grid) and b.heading.startswith("Scores"))
    assert "7 is best" in grid.heading
    assert grid.rows[0].cells[1].lines[0].words.text == "customer value 6 and effort 4"


def test_who_answers_names_the_initiative_and_not_its_id():
    grid = next(
        b for b in plan(Teller(full())) if isinstance(b, Grid) and b.heading == "Who answers for what"
    )
    assert grid.rows[0].cells[0].lines[0].words.text == "Call every new buyer after the first walk"


def test_costs_stand_in_the_currency_of_the_strategy():
    assert "€60k" in words(plan(Teller(full())))


def test_stages_and_steps_stand_with_friction_and_intervention():
    blocks = lifecycle(Teller(full()))
    document = full_document()
    assert headings(blocks) == ["Stages", "Steps between stages"]
    assert missing((*document.lifecycle, *document.transitions), blocks) == []


def test_without_a_plan_there_is_nothing():
    assert plan(empty()) == ()
    assert lifecycle(empty()) == ()
