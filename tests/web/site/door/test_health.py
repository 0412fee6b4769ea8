from __future__ import annotations

import pytest
from django.db import OperationalError
from django.test import Client

from custrata.web.site.door import health

pytestmark = pytest.mark.django_db


def test_a_site_that_is_well_says_so_to_whoever_watches_it(settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = Client().get("/healthz", HTTP_HOST="10.1.2.3:8000")
    assert (answer.status_code, answer.content, answer["Cache-Control"]) == (200, b"well\n", "no-store")
    assert not answer.cookies


def test_a_site_without_its_database_is_not_well_and_says_no_more(monkeypatch):
    class Away:
        def cursor(self):
            raise OperationalError("connection to server at 10.0.0.5 failed for user custrata")

        def close(self):
            pass

    monkeypatch.setattr(health, "connection", Away())
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.content) == (503, b"the database does not answer\n")


def test_any_other_address_is_let_through():
    assert Client().get("/healthz/").status_code == 404
    assert Client().post("/healthz").status_code in (404, 405)
