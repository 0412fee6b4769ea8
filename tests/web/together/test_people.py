from custrata.web.together.people import LEFT, called, member, name_of, people_of


def test_people_stand_by_name_without_their_addresses(workspace, named):
    named("Zoe"), named("Ann")
    found = people_of(workspace)
    assert [p.name for p in found] == ["Ann", "Zoe"]
    assert not any("@" in p.name for p in found)


def test_somebody_of_another_workspace_is_nobody_here(workspace, other_workspace, named):
    here, there = named("Ann"), named("Bob", of=other_workspace)
    assert member(workspace, str(here.pk)) == here
    assert member(workspace, str(there.pk)) is None
    assert member(workspace, "x") is None


def test_a_role_means_who_signs_for_it_where_that_is_one(workspace, named):
    ann = named("Ann", function="head of sales")
    assert called(workspace, "Head of Sales") == ann
    assert called(workspace, "Ann") == ann
    assert called(workspace, "") is None
    named("Bob", function="head of sales")
    assert called(workspace, "Head of Sales") is None


def test_who_has_left_has_a_name_too(workspace, named):
    assert name_of(named("Ann")) == "Ann"
    assert name_of(None) == LEFT
