from __future__ import annotations

import errno

import pytest
from django.db import IntegrityError, InterfaceError, OperationalError
from django.test import Client, RequestFactory

from custrata.web.site.door.outages import failed, outage_of


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (OperationalError("connection to server at 10.0.0.5 failed"), "away for a moment"),
        (InterfaceError("connection already closed"), "away for a moment"),
        (OperationalError("database or disk is full"), "no room left"),
        (OperationalError('could not extend file "base/1": No space left on device'), "no room left"),
        (OSError(errno.ENOSPC, "No space left on device"), "no room left"),
    ],
)
def test_what_is_down_outside_of_the_program_is_said_with_what_to_do(error, title):
    found = outage_of(error)
    assert found is not None
    assert title in found.title
    assert found.status == 503
    assert "keep what you typed" in found.remedy


@pytest.mark.parametrize("error", [None, KeyError("x"), IntegrityError("twice"), OSError(errno.EACCES, "no")])
def test_a_fault_of_the_program_is_not_called_an_outage(error):
    assert outage_of(error) is None


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{}, {"HTTP_HX_REQUEST": "true"}])
def test_a_page_asked_for_while_the_database_is_away_says_to_wait(monkeypatch, headers):
    def away(*given, **named):
        raise OperationalError("connection to server at 10.0.0.5 failed")

    monkeypatch.setattr("custrata.web.workspaces.views.render", away)
    monkeypatch.setattr("allauth.account.views.LoginView.get", away)
    browser = Client(raise_request_exception=False)
    answer = browser.get("/account/login/", **headers)
    said = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"], answer["X-Refusal"]) == (503, "30", "503")
    assert "The database does not answer" in said
    assert "10.0.0.5" not in said
    assert "Traceback" not in said


def test_any_other_error_is_told_as_before():
    answer = failed(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Retry-After" not in answer
