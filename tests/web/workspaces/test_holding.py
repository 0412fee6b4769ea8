import pytest
from django.http import Http404

from custrata.web.workspaces.holding import hold
from custrata.web.workspaces.models import Membership


def test_a_row_is_read_anew_and_one_that_is_gone_is_not_there(member, workspace):
    member("editor")
    seen, gone = (Membership.objects.get(workspace=workspace) for _ in range(2))
    Membership.objects.filter(pk=seen.pk).update(function="Sales")
    hold(seen)
    assert seen.function == "Sales"
    Membership.objects.filter(pk=gone.pk).delete()
    with pytest.raises(Http404):
        hold(gone)
