from __future__ import annotations

import pytest
from django.test import Client

from custrata.web.workspaces.models import Membership

pytestmark = pytest.mark.django_db


def test_strangers_are_sent_to_the_door_and_learn_nothing():
    assert Client().get("/")["Location"].startswith("/account/login/")


def test_who_has_one_workspace_is_taken_there(workspace, come_in):
    assert come_in("viewer").get("/")["Location"] == f"/w/{workspace.slug}/"


def test_who_has_two_chooses_and_sees_no_third(workspace, other_workspace, member):
    person = member("viewer")
    Membership.objects.create(workspace=other_workspace, user=person)
    browser = Client()
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    page = browser.get("/").content.decode()
    assert workspace.name in page
    assert other_workspace.name in page
