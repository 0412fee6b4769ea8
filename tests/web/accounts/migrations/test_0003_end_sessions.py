from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client

from custrata.web.accounts.models import User

pytestmark = pytest.mark.django_db
MIGRATION = import_module("custrata.web.accounts.migrations.0003_end_sessions")


def test_every_session_ends_and_everybody_stays():
    person = User.objects.create_user("ana@example.org", "four plain words together")
    browser = Client()
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    assert browser.get("/you/").status_code == 200
    MIGRATION.end_all(apps, None)
    assert not Session.objects.exists()
    assert browser.get("/you/")["Location"].startswith("/account/login/")
    assert User.objects.get() == person
