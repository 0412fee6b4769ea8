import pytest

from custrata.errors import DocumentError
from custrata.project.showing.proposing import segment_at, with_experiment, with_initiative
from custrata.strategy.forms.plain import from_plain
from custrata.strategy.text.writing import to_plain


@pytest.fixture
def scene(scene_at):
    return scene_at()


def valid(document):
    return from_plain(to_plain(document)) == document


def test_an_experiment_on_a_claim_keeps_the_numbers_of_the_claim_bound(scene):
    claim = scene.document.insights[0].claim
    after, name = with_experiment(scene.document, scene, claim, "whatever")
    made = after.experiments[-1]
    assert made.id == name
    assert made.hypothesis.figures == scene.document.claim(claim).figures
    assert made.metric
    assert made.set_up
    assert valid(after)


def test_an_experiment_on_something_else_says_its_title(scene):
    after, _ = with_experiment(scene.document, scene, "pitfall:GO102@goals[x]", "Nothing tells early.")
    assert "Nothing tells early" in after.experiments[-1].hypothesis.text
    assert valid(after)


def test_an_experiment_on_a_share_says_how_small_an_effect_it_can_show(scene):
    after, _ = with_experiment(scene.document, scene, "measure:logo_retention", "Fewer stay")
    made = after.experiments[-1]
    assert made.metric == "logo_retention"
    assert made.n_per_arm == int(scene.snapshot.reading("customers").value // 2)
    assert made.least_effect > 0


def test_two_proposals_never_share_an_id(scene):
    once, first = with_experiment(scene.document, scene, "E01", "a")
    twice, second = with_experiment(once, scene, "E01", "a")
    assert first != second
    assert valid(twice)
    assert twice.experiments[:-1] == once.experiments


def test_an_initiative_stands_under_the_goal_that_rests_on_the_claim(scene):
    goal = next(g for g in scene.document.goals if g.rests_on)
    after, name = with_initiative(scene.document, scene, goal.rests_on[0], "a")
    made = after.initiatives[-1]
    assert made.id == name
    assert goal.rests_on[0] in next(g for g in after.goals if g.id == made.goal).rests_on
    assert valid(after)


def test_an_initiative_on_an_insight_says_what_the_insight_asks_for(scene):
    insight = scene.document.insights[0]
    after, _ = with_initiative(scene.document, scene, insight.claim, "a")
    assert after.initiatives[-1].statement.text == insight.consequence.text
    assert after.initiatives[-1].owner == insight.consequence.owner


def test_without_a_goal_an_initiative_says_what_to_do_first(scene):
    bare = scene.document.model_copy(update={"goals": ()})
    with pytest.raises(DocumentError, match="write a goal first"):
        with_initiative(bare, scene, "E01", "a")


def test_the_rest_of_the_strategy_is_left_as_it_was(scene):
    after, _ = with_experiment(scene.document, scene, "E01", "a")
    assert after.model_copy(update={"experiments": scene.document.experiments}) == scene.document


def test_the_audience_of_a_claim_is_the_part_of_the_base_it_names(scene):
    told = next(e for e in scene.evidence if any(f.figure.segment for f in e.figures))
    assert segment_at(scene, told.claim_id)
    assert segment_at(scene, "page:home") == ()
