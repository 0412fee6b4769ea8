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


@pytest.mark.parametrize(
    "header", [{"HX-Request": "true"}, {"Accept": "application/json"}, {"X-Requested-With": "fetch"}]
)
def test_a_script_whose_person_is_no_longer_in_is_refused_and_not_shown_the_door(workspace, header):
    answer = Client().post(f"/w/{workspace.slug}/strategy/here/", headers=header)
    assert answer.status_code == 401
    assert answer["X-Refusal"] == "401"
    assert "come in again in another tab" in answer.content.decode()
    assert workspace.name not in answer.content.decode()


def test_a_script_is_refused_where_a_second_factor_is_wanted(workspace, come_in):
    Workspace.objects.filter(pk=workspace.pk).update(second_factor=True)
    page = come_in("editor")
    for header in ({"HX-Request": "true"}, {"Accept": "application/json"}):
        assert page.post(f"/w/{workspace.slug}/strategy/here/", headers=header).status_code == 403


def test_a_script_of_who_is_in_is_answered(workspace, come_in):
    said = come_in("editor").post(
        f"/w/{workspace.slug}/strategy/here/", headers={"Accept": "application/json"}
    )
    assert said.status_code == 200


def test_nothing_at_an_address_is_told_to_who_lacks_the_second_factor(workspace, come_in):
    Workspace.objects.filter(pk=workspace.pk).update(second_factor=True)
    answer = come_in("viewer").get(f"/w/{workspace.slug}/nothing/")
    assert answer.status_code == 404
    assert 'class="rail"' not in answer.content.decode()


def test_what_a_workspace_answers_is_kept_for_its_reader_alone(workspace, come_in):
    answer = come_in("viewer").get(f"/w/{workspace.slug}/settings/tokens/")
    assert "no-store" in answer["Cache-Control"], "a page that says more is not weakened"
    assert come_in("viewer").get(f"/w/{workspace.slug}/settings/")["Cache-Control"] == "private, no-cache"
