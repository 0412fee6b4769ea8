import pytest

from custrata.errors import DocumentError
from custrata.project.steering.views import (
    strength_line,
    views_json,
    views_of,
    views_sections,
    views_sentences,
)
from custrata.strategy.views.view import Strength
from custrata.vocabulary import EvidenceState


def test_without_a_name_all_five_views_and_the_questions_are_told(project):
    seen = views_of(project(drafted=True))
    titles = [s.title for s in views_sections(seen)]
    assert len(titles) == 6
    assert titles[-1] == "Six questions"
    assert titles[0].startswith("Seven components (anatomy): ")


def test_one_view_says_what_is_missing_in_each_component(project):
    seen = views_of(project(drafted=True), "steps")
    whole, *missing = views_sections(seen)
    lacking = [c for c in seen.views[0].components if c.completeness < 1]
    assert len(missing) == len(lacking)
    assert missing[0].heads == ("not said yet", "what is missing, as custrata strategy set names it")
    assert whole.rows[0][0] == "1 Learn what customers need"


def test_what_is_missing_of_groups_that_come_first_stands_first(project):
    seen = views_of(project(drafted=True), "canvas")
    (needs,) = (
        row
        for section in views_sections(seen)[1:-1]
        for row in section.rows
        if row[0] == "Every group's needs are known"
    )
    first, _, later = needs[1].partition("; of less hurry: ")
    assert first.startswith(seen.first)
    assert later
    assert not any(name.startswith(seen.first) for name in later.split("; "))


def test_a_component_of_which_nothing_is_said_names_where_it_stands(project):
    (marketing,) = (s for s in views_sections(views_of(project(drafted=True))) if "(marketing)" in s.title)
    silent = [row[-1] for row in marketing.rows if row[-1].startswith("nothing said")]
    assert silent
    assert all("; it stands under " in cell for cell in silent)


def test_a_whole_strategy_misses_nothing(project):
    seen = views_of(project(), "canvas")
    assert [s.title for s in views_sections(seen)] == ["Canvas (canvas): 100% is written", "Six questions"]
    assert {row[1] for row in views_sections(seen)[-1].rows} == {"answered"}


def test_every_row_has_a_cell_for_each_head(project):
    folder = project(drafted=True)
    for name in ("", "canvas"):
        for section in views_sections(views_of(folder, name)):
            assert all(len(row) == len(section.heads) for row in section.rows), section.title


def test_how_to_see_more_is_said(project):
    assert "custrata views chain" in views_sentences(views_of(project(drafted=True)))[-1]


def test_strength_is_told_in_words():
    told = strength_line(Strength(((EvidenceState.SUPPORTED, 3),), unsigned=1, gaps=2))
    assert told == "3 supported, 1 proposal not signed, 2 gaps"
    assert strength_line(Strength()) == "nothing said"


def test_programs_get_things_with_where_they_stand(project):
    told = views_json(views_of(project()))
    assert [v["name"] for v in told["views"]] == ["anatomy", "canvas", "marketing", "steps", "chain"]
    thing = told["views"][0]["components"][0]["things"][0]
    assert (thing["there"], thing["where"]) == (True, ["groups[makers]", "groups[keepers]"])
    assert len(told["questions"]) == 6


def test_a_view_that_is_none_is_refused(project):
    with pytest.raises(DocumentError, match="no such view"):
        views_of(project(), "wheel")
