from __future__ import annotations

from tests.complete import complete

from custrata.strategy.parts.running.review import ReviewKind
from custrata.strategy.parts.statement import Gap
from custrata.strategy.revision.content import withdraw
from custrata.strategy.views.things.steering import (
    GOALS,
    INCENTIVES_SERVE,
    INITIATIVES,
    SIGNED_BY_ALL,
    SIGNED_BY_THREE,
    held,
)

WHOLE = complete()


def test_a_gap_about_pay_need_serve_no_goal():
    unknown = Gap(id="G-pay", text="What people are paid for is not known.", waits_for="the plans of pay")
    gap = WHOLE.incentives[0].model_copy(update={"id": "today", "statement": unknown, "serves": ()})
    idle = gap.model_copy(update={"statement": WHOLE.incentives[0].statement})
    with_gap = WHOLE.model_copy(update={"incentives": (*WHOLE.incentives, gap)})
    assert INCENTIVES_SERVE.look(with_gap).there
    assert INCENTIVES_SERVE.look(WHOLE.model_copy(update={"incentives": (idle,)})).missing == (
        "today.serves",
    )


def test_five_goals_are_too_many_to_count_as_set():
    five = tuple(WHOLE.goals[0].model_copy(update={"id": f"g{n}"}) for n in range(5))
    assert GOALS.look(WHOLE).there
    assert GOALS.look(WHOLE.model_copy(update={"goals": five})).missing == ("5 goals, four at most",)


def test_a_goal_that_nothing_serves_is_named():
    other = WHOLE.goals[0].model_copy(update={"id": "widen"})
    found = INITIATIVES.look(WHOLE.model_copy(update={"goals": (*WHOLE.goals, other)}))
    assert (found.there, found.missing) == (False, ("widen: initiative",))


def test_a_review_counts_by_its_kind():
    weekly = tuple(r for r in WHOLE.reviews if r.kind is ReviewKind.WEEKLY)
    document = WHOLE.model_copy(update={"reviews": weekly})
    assert held(ReviewKind.WEEKLY).look(document).there
    assert not held(ReviewKind.YEARLY).look(document).there


def test_a_function_that_has_not_signed_is_named():
    found = SIGNED_BY_ALL.look(withdraw(WHOLE, "Sales"))
    assert (found.there, found.missing) == (False, ("Sales: waiting",))
    assert not SIGNED_BY_THREE.look(withdraw(WHOLE, "Sales")).there


def test_an_edit_opens_every_signature_again():
    edited = WHOLE.model_copy(update={"company": "Lamp Garden"})
    assert SIGNED_BY_THREE.look(WHOLE).there
    assert SIGNED_BY_THREE.look(edited).missing[0] == "Sales: open again"
