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
