from __future__ import annotations

import pytest
from allauth.core import context
from django.test import Client, RequestFactory

from custrata.web.accounts.adapter import AccountAdapter, MFAAdapter
from custrata.web.accounts.models import User

pytestmark = pytest.mark.django_db


def test_nobody_makes_an_account_unasked():
    browser = Client()
    sent = {"email": "stranger@example.org", "password1": "a long pass phrase of a stranger"}
    assert browser.get("/account/signup/").status_code == 200
    browser.post("/account/signup/", sent)
    assert not User.objects.exists()


def test_keys_of_authenticator_apps_are_kept_encrypted():
    kept = MFAAdapter().encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in kept
    assert MFAAdapter().decrypt(kept) == "JBSWY3DPEHPK3PXP"


@pytest.mark.parametrize(("password", "asked"), [("four plain words together", True), (None, False)])
def test_who_can_prove_again_who_they_are_is_asked_to(password, asked):
    request = RequestFactory().get("/")
    request.user = User.objects.create_user("ana@example.org", password)
    with context.request_context(request):
        assert AccountAdapter().is_reauthentication_required(app="allauth.mfa") is asked


def test_a_new_password_is_sent_to_who_is_known_here_and_to_nobody_else(mailoutbox):
    User.objects.create_user("ana@example.org", "four plain words together")
    said = []
    for email in ("ana@example.org", "stranger@example.org", "ana@example.org\r\nBcc: eve@example.org"):
        answer = Client().post(
            "/account/password/reset/", {"email": email}, HTTP_X_FORWARDED_HOST="evil.example"
        )
        said.append(answer.get("Location"))
    assert said[0] == said[1], "the door says the same to who is known and who is not"
    (sent,) = mailoutbox
    assert sent.to == ["ana@example.org"]
    assert "http://testserver/account/password/reset/key/" in sent.body
    assert "evil.example" not in sent.body


def test_who_changes_a_password_hears_of_it_by_mail(member, settings, mailoutbox):
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    changed_password(member("editor", email="ana@example.org"))
    (mail,) = mailoutbox
    assert mail.to == ["ana@example.org"]
    assert "password" in mail.subject.lower()
    assert "four plain words" not in mail.body


def test_a_mail_that_does_not_leave_takes_no_change_back(member, settings, monkeypatch):
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True

    def broken(*given, **named):
        raise ConnectionRefusedError("no mail server")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", broken)
    person = member("editor", email="ana@example.org")
    changed_password(person)
    person.refresh_from_db()
    assert person.check_password("four plain words together")


def changed_password(person):
    """Somebody changes their own password as they would in the browser."""
    browser = Client()
    browser.post("/account/login/", {"login": person.email, "password": "a long pass phrase"})
    new = "four plain words together"
    given = {"oldpassword": "a long pass phrase", "password1": new, "password2": new}
    answer = browser.post("/account/password/change/", given)
    assert answer.status_code == 302
