from custrata.web.together.models import Notice, NoticeKind, Preference
from custrata.web.together.notices.telling import holders, tell, unread
from custrata.web.workspaces.rights import Right


def test_only_people_of_the_workspace_are_told(workspace, other_workspace, named):
    ann, bob = named("Ann"), named("Bob", of=other_workspace)
    assert tell(workspace, NoticeKind.BUILD, [ann.pk, bob.pk], "A build has ended") == 1
    assert (unread(workspace, ann), unread(other_workspace, bob)) == (1, 0)


def test_who_has_muted_a_kind_is_not_told_of_it_and_of_others_is(workspace, named):
    ann = named("Ann")
    Preference.objects.create(workspace=workspace, person=ann, muted=[NoticeKind.BUILD.value])
    assert tell(workspace, NoticeKind.BUILD, [ann.pk], "x") == 0
    assert tell(workspace, NoticeKind.TASK, [ann.pk], "y") == 1


def test_whoever_causes_it_is_not_told(workspace, named):
    ann = named("Ann")
    assert tell(workspace, NoticeKind.TASK, [ann.pk], "x", actor=ann) == 0
    assert Notice.objects.count() == 0


def test_holders_of_a_right_are_those_whose_role_gives_it(workspace, named):
    named("Ann", "viewer")
    bob, eve = named("Bob", "editor"), named("Eve", "admin")
    assert set(holders(workspace, Right.EDIT)) == {bob.pk, eve.pk}
    assert holders(workspace, Right.ADMIN) == [eve.pk]
