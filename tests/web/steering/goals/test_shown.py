from __future__ import annotations

from custrata.strategy.acting.scoring import with_capacity, with_score
from custrata.web.steering.goals.shown import (
    duties_of,
    goals_of,
    initiatives_of,
    people_of,
    span,
    titles_of,
)
from custrata.web.strategies.staging import scene_of

DIMENSIONS = ("complexity", "time_to_results", "investment", "resource_use", "impact")


def scored(document, days=None):
    for at, one in enumerate(document.initiatives):
        for dimension in DIMENSIONS:
            document = with_score(document, one.id, dimension, 7 - at)
    heavy = tuple(one.model_copy(update={"effort_days": 30}) for one in document.initiatives)
    return with_capacity(document.model_copy(update={"initiatives": heavy}), days=days, money=None)


def test_initiatives_stand_by_rank_and_the_line_is_drawn_under_the_last_that_fits(
    workspace, with_document, standing
):
    document = scored(standing(), days=60)
    with_document(initiatives=document.initiatives, scoring=document.scoring)
    found = initiatives_of(scene_of(workspace))
    assert [i.ranked.rank for i in found] == [1, 2, 3]
    assert [i.cut for i in found] == [False, True, False]
    assert [i.beyond for i in found] == [False, False, True]
    assert found[0].points.text == "7.0"
    assert found[0].goal


def test_without_a_capacity_no_line_is_drawn(workspace, with_document, standing):
    document = scored(standing())
    with_document(initiatives=document.initiatives)
    assert not any(i.cut or i.beyond for i in initiatives_of(scene_of(workspace)))


def test_goals_without_scores_have_no_points(workspace):
    assert [g.points for g in goals_of(scene_of(workspace))] == [None, None, None]


def test_each_line_of_the_matrix_has_one_that_answers(standing):
    document = standing()
    people, duties = people_of(document), duties_of(document)
    assert len(duties) == len(document.raci)
    assert all(len(d.letters) == len(people) for d in duties)
    assert all(sum("A" in letters for letters in d.letters) == 1 for d in duties)


def test_a_range_of_one_place_is_that_place():
    assert span(None) == ""


def test_every_goal_and_initiative_has_words(workspace):
    scene = scene_of(workspace)
    titles = titles_of(scene)
    assert set(titles) == {one.id for one in (*scene.document.goals, *scene.document.initiatives)}
    assert all(title and title not in titles for title in titles.values())
