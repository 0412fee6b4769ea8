import datetime as dt

import pytest

from custrata.project.reviewing.rhythm import dues
from custrata.project.showing.home.due import Kind, day_in_words, due
from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.running.experiment import Experiment, ExperimentDecision, ExperimentState
from custrata.strategy.parts.running.review import Action, Review, ReviewKind
from custrata.strategy.parts.statement import Proposal

TODAY = dt.date(2026, 11, 26)
MONDAY = dt.date(2026, 11, 23)


def says(name, text="It is so."):
    return Proposal(id=name, text=text)


def kinds(found):
    return [one.kind for one in found]


@pytest.fixture
def bare(whole):
    names = ("decisions", "experiments", "assumptions", "reviews", "sign_offs")
    return whole.model_copy(update=dict.fromkeys(names, ()))


def test_nothing_is_due_where_nothing_waits(bare):
    assert due(bare, TODAY) == ()


def test_an_open_decision_is_due_and_one_that_was_taken_is_not(bare):
    open_one = Decision(id="price", question=says("P901"), by=TODAY)
    taken = Decision(id="name", question=says("P902"), by=TODAY, decided="Yes")
    found = due(bare.model_copy(update={"decisions": (open_one, taken)}), TODAY)
    assert [(one.kind, one.origin, one.on) for one in found] == [(Kind.DECISION, "decisions[price]", TODAY)]


def test_what_was_agreed_and_is_not_done_is_due(bare):
    actions = (
        Action(id="a1", text="Call them", by=TODAY),
        Action(id="a2", text="Write to them", done_on=TODAY),
    )
    review = Review(id="r1", kind=ReviewKind.YEARLY, on=TODAY - dt.timedelta(days=2), actions=actions)
    found = due(bare.model_copy(update={"reviews": (review,)}), TODAY)
    assert [one.title for one in found] == ["Call them"]


def test_an_experiment_that_has_ended_without_a_decision_is_to_be_read(bare):
    def trial(name, state, decision=ExperimentDecision.OPEN):
        return Experiment(
            id=name, hypothesis=says(f"P{name[1:]}"), state=state, ends_on=TODAY, decision=decision
        )

    tests = (
        trial("x910", ExperimentState.DONE),
        trial("x911", ExperimentState.RUNNING),
        trial("x912", ExperimentState.PLANNED),
        trial("x913", ExperimentState.DONE, ExperimentDecision.SHIP),
    )
    found = due(bare.model_copy(update={"experiments": tests}), TODAY)
    assert {one.origin for one in found} == {"experiments[x910]", "experiments[x911]"}


def test_the_next_review_follows_the_last_one_held(bare):
    held = Review(id="r1", kind=ReviewKind.WEEKLY, on=TODAY - dt.timedelta(days=9))
    found = due(bare.model_copy(update={"reviews": (held,)}), TODAY)
    assert [(one.title, one.on) for one in found] == [("Hold the weekly review", MONDAY)]


def test_home_and_reviews_name_the_same_day_for_each_kind(bare):
    last = dt.date(2026, 1, 31)
    reviews = tuple(Review(id=f"r-{kind}", kind=kind, on=last) for kind in ReviewKind)
    document = bare.model_copy(update={"reviews": reviews})
    at_home = {one.title: one.on for one in due(document, dt.date(2027, 1, 20)) if one.kind is Kind.REVIEW}
    assert at_home == {f"Hold the {one.kind} review": one.on for one in dues(document, last)}
    assert at_home["Hold the monthly review"] == dt.date(2026, 2, 28)


def test_what_lies_far_ahead_is_not_due_yet(bare):
    far = Decision(id="far", question=says("P901"), by=TODAY + dt.timedelta(days=90))
    assert due(bare.model_copy(update={"decisions": (far,)}), TODAY) == ()


def test_what_has_no_day_comes_last(bare):
    undated = Decision(id="undated", question=says("P901"))
    dated = Decision(id="dated", question=says("P902"), by=TODAY)
    found = due(bare.model_copy(update={"decisions": (undated, dated)}), TODAY)
    assert [one.origin for one in found] == ["decisions[dated]", "decisions[undated]"]


def test_nobody_owes_a_signature_before_it_is_asked(whole):
    changed = whole.model_copy(update={"company": "Another"})
    assert Kind.SIGN_OFF not in kinds(due(changed, TODAY))
    asked = [one for one in due(changed, TODAY, asked=True) if one.kind is Kind.SIGN_OFF]
    assert len(asked) == len(whole.sign_offs) > 0
    assert all("again: the text has changed" in one.title for one in asked)


def test_a_signature_that_was_given_is_not_due(whole):
    assert Kind.SIGN_OFF not in kinds(due(whole, TODAY, asked=True))


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (dt.date(2026, 11, 25), "1 day late"),
        (dt.date(2026, 11, 26), "today"),
        (dt.date(2026, 11, 27), "tomorrow"),
        (dt.date(2027, 1, 4), "Mon 4 Jan 2027"),
        (None, "no day set"),
    ],
)
def test_a_day_is_told_as_people_say_it(on, said):
    assert day_in_words(on, TODAY) == said
