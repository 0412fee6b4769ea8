from __future__ import annotations

import pytest
from django.test import Client

from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry

pytestmark = pytest.mark.django_db
PASSWORD = "four plain words together"


def test_coming_in_and_being_refused_stand_in_the_log_without_what_was_typed():
    person = User.objects.create_user("ana@example.org", PASSWORD)
    browser = Client()
    browser.post("/account/login/", {"login": "ana@example.org", "password": "planted-wrong-password"})
    browser.post("/account/login/", {"login": "ana@example.org", "password": PASSWORD})
    acts = list(Entry.objects.values_list("act", "actor_id"))
    assert ("account.refused", None) in acts
    assert ("account.came_in", person.pk) in acts
    said = " ".join(f"{entry.thing} {entry.detail}" for entry in Entry.objects.all())
    assert "planted" not in said
    assert "ana@" not in said
