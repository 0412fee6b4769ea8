import pytest
from django.http import Http404

from custrata.web.audit.models import Entry
from custrata.web.together.models import Notice
from custrata.web.together.notices.marking import notice_of, read_notices, unread_notice
from custrata.web.workspaces.asking import asking_of


def test_ones_own_notices_are_marked_and_the_neighbours_stay_new(workspace, member):
    mine, other = (asking_of(member("viewer"), workspace.slug) for _ in range(2))
    first, second, theirs = (
        Notice.objects.create(workspace=workspace, person=who.user, kind="task", text="Do it")
        for who in (mine, mine, other)
    )
    assert read_notices(mine, first.pk) == 1
    assert read_notices(mine, theirs.pk) == 0
    assert read_notices(mine) == 1
    unread_notice(mine, second.pk)
    for act in (lambda: unread_notice(mine, theirs.pk), lambda: notice_of(mine, theirs.pk)):
        with pytest.raises(Http404):
            act()
    assert notice_of(mine, second.pk) == second
    assert set(Notice.objects.filter(read_at=None)) == {second, theirs}
    acts = Entry.objects.order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["notices.read", "notices.read", "notices.unread"]
