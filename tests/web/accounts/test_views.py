from __future__ import annotations

import pytest
from django.test import Client

from custrata.web.accounts import owner_link
from custrata.web.accounts.models import OwnerLink
from custrata.web.audit.models import Entry

pytestmark = pytest.mark.django_db


def test_who_has_come_in_already_does_not_use_the_link_up():
    owner = owner_link.first_owner()
    browser = Client()
    browser.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    assert browser.get(owner_link.make(owner))["Location"] == "/"
    assert OwnerLink.objects.get().used_at is None


def test_coming_in_by_the_link_is_on_record():
    Client().get(owner_link.make(owner_link.first_owner()))
    assert list(Entry.objects.values_list("act", flat=True))[:2] == ["owner_link.made", "owner_link.used"]


def test_a_link_is_never_kept_by_the_browser_and_takes_no_posts():
    path = owner_link.make(owner_link.first_owner())
    assert Client().post(path).status_code == 405
    assert "no-store" in Client().get(path)["Cache-Control"]
