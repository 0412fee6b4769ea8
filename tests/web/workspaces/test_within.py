import pytest
from django.http import Http404

from custrata.web.together.models import Task
from custrata.web.together.tasks.keeping import make
from custrata.web.workspaces.asking import asking_of
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.within import hold, within


@pytest.fixture
def made(workspace, other_workspace, member):
    """A task of each workspace, and who asks in the first."""
    user = member("editor")
    asking = asking_of(user, workspace.slug)
    return asking, make(workspace, user, "Call them"), make(other_workspace, user, "Call the others")


def test_a_row_of_the_workspace_is_found(made):
    asking, mine, _ = made
    assert within(asking, Task.objects.all(), mine.pk, "task") == mine


def test_a_row_of_another_workspace_is_not_there_and_stays_as_it_is(made):
    asking, _, theirs = made
    with pytest.raises(Http404, match="there is no such task"):
        within(asking, Task.objects.all(), theirs.pk, "task")
    assert Task.objects.filter(pk=theirs.pk).exists()


def test_only_the_rows_that_are_looked_among_are_found(made):
    asking, mine, _ = made
    with pytest.raises(Http404):
        within(asking, Task.objects.exclude(pk=mine.pk), mine.pk, "task")


def test_a_row_is_read_anew_and_one_that_is_gone_is_not_there(member, workspace):
    member("editor")
    seen, gone = (Membership.objects.get(workspace=workspace) for _ in range(2))
    Membership.objects.filter(pk=seen.pk).update(function="Sales")
    hold(seen)
    assert seen.function == "Sales"
    Membership.objects.filter(pk=gone.pk).delete()
    with pytest.raises(Http404):
        hold(gone)
