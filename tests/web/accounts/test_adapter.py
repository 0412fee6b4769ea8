from __future__ import annotations

import pytest
from django.test import Client

from custrata.web.accounts.models import User

pytestmark = pytest.mark.django_db


def test_nobody_makes_an_account_unasked():
    browser = Client()
    sent = {"email": "stranger@example.org", "password1": "a long pass phrase of a stranger"}
    assert browser.get("/account/signup/").status_code == 200
    browser.post("/account/signup/", sent)
    assert not User.objects.exists()
