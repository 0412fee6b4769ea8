from custrata.project.showing.scene import Scene
from custrata.project.showing.studying.group import compared, goals_for, group_told, initiatives_for
from custrata.strategy.document import Document


def test_a_group_is_told_with_its_readings_beside_those_of_all(drafted):
    group = next(g for g in drafted.document.groups if g.segment)
    told = group_told(drafted, group.id)
    assert told.group is group
    assert told.address == f"groups[{group.id}]"
    assert told.readings
    assert all(row.group.segment == group.segment and row.group.period.name == "all" for row in told.readings)
    customers = next(row for row in told.readings if row.group.measure == "customers")
    assert customers.base == drafted.snapshot.reading("customers")


def test_a_group_that_is_not_in_the_strategy_is_none(drafted):
    assert group_told(drafted, "nobody") is None


def test_what_is_said_in_the_group_is_not_said_again_as_elsewhere(drafted):
    assert drafted.document.groups
    for group in drafted.document.groups:
        told = group_told(drafted, group.id)
        own = {one.id for _, statements in told.said for one in statements}
        assert own
        assert not own & {one.id for one in told.claims}


def test_headings_without_a_statement_are_left_out(drafted):
    told = group_told(drafted, drafted.document.groups[0].id)
    assert all(statements for _, statements in told.said)


def test_a_group_without_a_segment_has_no_readings(drafted):
    bare = drafted.document.groups[0].model_copy(update={"segment": ()})
    assert compared(drafted, bare) == ()


def test_goals_and_initiatives_are_those_aimed_at_the_group_or_at_all(whole):
    one, other = whole.document.groups[:2]
    for aimed, found in ((whole.document.goals, goals_for), (whole.document.initiatives, initiatives_for)):
        for group in (one, other):
            wanted = [a for a in aimed if not a.groups or group.id in a.groups]
            assert list(found(whole, group)) == wanted


def test_a_goal_aimed_at_another_group_is_left_out(whole):
    one, other = whole.document.groups[:2]
    goal = whole.document.goals[0].model_copy(update={"groups": (other.id,)})
    document: Document = whole.document.model_copy(update={"goals": (goal,)})
    seen = Scene(whole.place, whole.snapshot, document)
    assert goals_for(seen, one) == ()
    assert goals_for(seen, other) == (goal,)


def test_findings_are_those_of_the_groups_own_block(drafted):
    told = group_told(drafted, drafted.document.groups[0].id)
    assert all(found.place.startswith(told.address) for found in told.findings)
