from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from custrata.web.workspaces.asking import SecondFactorWanted, asking_of, needs, zone_of
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right


def test_who_belongs_to_a_workspace_has_the_rights_of_the_role(workspace, member):
    asking = asking_of(member("editor"), workspace.slug)
    assert asking.may(Right.EDIT)
    assert not asking.may(Right.ADMIN)


def test_a_workspace_of_others_is_not_there(workspace, other_workspace, member):
    stranger = member("admin", of=other_workspace)
    with pytest.raises(Http404):
        asking_of(stranger, workspace.slug)
    assert asking_of(stranger, other_workspace.slug).may(Right.ADMIN)


def test_who_has_not_come_in_is_sent_to_the_door_and_back(workspace):
    assert Client().get(f"/w/{workspace.slug}/settings/")["Location"] == (
        f"/account/login/?next=/w/{workspace.slug}/settings/"
    )


def test_a_workspace_that_wants_a_second_factor_lets_nobody_in_without(workspace, other_workspace, member):
    Workspace.objects.filter(pk=workspace.pk).update(second_factor=True)
    person = member("admin")
    with pytest.raises(SecondFactorWanted):
        asking_of(person, workspace.slug)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})
    assert asking_of(person, workspace.slug).may(Right.ADMIN)
    assert asking_of(member("viewer", of=other_workspace), other_workspace.slug).may(Right.SEE)


def test_who_lacks_it_is_led_to_set_it_up(workspace, come_in):
    Workspace.objects.filter(pk=workspace.pk).update(second_factor=True)
    page = come_in("viewer").get(f"/w/{workspace.slug}/settings/", follow=True)
    assert page.redirect_chain == [("/you/second-factor/", 302)]
    assert f"{workspace.name} lets nobody in without one" in page.content.decode()


def test_times_are_those_of_the_workspace_and_end_with_its_page(workspace, other_workspace, member):
    workspace.display = {"timezone": "Pacific/Auckland"}
    workspace.save()
    seen = []

    @needs(Right.SEE)
    def page(request, asking):
        seen.append(timezone.get_current_timezone_name())
        return HttpResponse()

    for where in (workspace, other_workspace):
        request = RequestFactory().get("/")
        request.user = member("viewer", of=where)
        page(request, where.slug)
    assert seen == ["Pacific/Auckland", "UTC"]
    assert timezone.get_current_timezone_name() == "UTC"
    workspace.display = {"timezone": "Moon/Nowhere"}
    assert zone_of(workspace).key == "UTC"
