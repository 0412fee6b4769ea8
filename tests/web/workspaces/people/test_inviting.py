from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from custrata.errors import SettingError
from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry
from custrata.web.workspaces.models import Invitation, Membership
from custrata.web.workspaces.people import inviting
from custrata.web.workspaces.people.roles import Part
from custrata.web.workspaces.rights import Role

PART = Part(Role.ANALYST, persons=True, function="Finance")


def secret_of(path: str) -> str:
    return path.rstrip("/").split("/")[-1]


def test_an_invited_person_joins_with_their_part(workspace, member):
    invitation, path = inviting.invite(workspace, " Ana@Example.org", PART, member("admin"))
    person = User.objects.create_user("ana@example.org")
    assert inviting.accept(inviting.found(secret_of(path)), person)
    joined = Membership.objects.get(user=person)
    assert (joined.role, joined.persons, joined.function) == ("analyst", True, "Finance")
    assert inviting.found(secret_of(path)) is None
    assert not inviting.accept(invitation, person), "it works once"


def test_neither_link_nor_address_stand_in_the_log(workspace, member):
    _, path = inviting.invite(workspace, "ana@example.org", PART, member("admin"))
    logged = list(Entry.objects.all())
    assert "person.invited" in {entry.act for entry in logged}
    for entry in logged:
        assert secret_of(path) not in f"{entry.thing}{entry.detail}"
        assert "ana@" not in f"{entry.thing}{entry.detail}"


def test_a_link_ends_with_its_day_with_a_new_one_and_with_its_withdrawal(workspace, member):
    admin = member("admin")
    _, first = inviting.invite(workspace, "ana@example.org", PART, admin)
    _, second = inviting.invite(workspace, "ana@example.org", PART, admin)
    other, third = inviting.invite(workspace, "bo@example.org", PART, admin)
    assert inviting.found(secret_of(first)) is None
    inviting.withdraw(inviting.found(secret_of(second)), admin)
    assert inviting.found(secret_of(second)) is None
    assert inviting.found(secret_of(third)) == other
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert inviting.found(secret_of(third)) is None


def test_somebody_who_belongs_here_is_not_invited(workspace, other_workspace, member):
    admin, person = member("admin"), member("viewer")
    with pytest.raises(SettingError, match="already"):
        inviting.invite(workspace, person.email.upper(), PART, admin)
    assert inviting.invite(other_workspace, person.email, PART, admin)


@pytest.mark.parametrize("address", ["", "ana", "ana@example.org\nBcc: x@example.org", "a@b@c.org"])
def test_what_is_no_address_is_refused(workspace, member, address):
    with pytest.raises(SettingError, match="no mail address"):
        inviting.invite(workspace, address, PART, member("admin"))
    assert not Invitation.objects.exists()


def test_the_mail_holds_the_link_and_no_line_break_of_a_name_reaches_its_head(workspace, member):
    workspace.name = "Two\nlines"
    invitation, _ = inviting.invite(workspace, "ana@example.org", PART, member("admin"))
    assert inviting.send(invitation, "https://example.org/join/x/")
    assert mail.outbox[0].to == ["ana@example.org"]
    assert "https://example.org/join/x/" in mail.outbox[0].body
    assert mail.outbox[0].subject == "Your invitation to Two lines"


def test_a_mail_that_does_not_go_out_is_told_and_not_an_error(workspace, member, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    invitation, _ = inviting.invite(workspace, "ana@example.org", PART, member("admin"))
    assert inviting.send(invitation, "https://example.org/join/x/") is False


def test_without_a_mail_server_nobody_is_told_that_mail_went_out(workspace, member, settings):
    settings.MAIL_GOES_OUT = False
    invitation, _ = inviting.invite(workspace, "ana@example.org", PART, member("admin"))
    assert inviting.send(invitation, "https://example.org/join/x/") is False
    assert mail.outbox == []
