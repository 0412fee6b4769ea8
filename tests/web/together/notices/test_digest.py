import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from custrata.web.strategies.saving import strategy_of
from custrata.web.strategies.signing.answering import Answer, give, put_up
from custrata.web.together.models import Notice, NoticeKind
from custrata.web.together.notices.digest import digest, send
from custrata.web.together.notices.preferences import choose
from custrata.web.together.notices.telling import tell
from custrata.web.together.tasks.keeping import make
from custrata.web.workspaces.models import Membership

TODAY = dt.date(2026, 11, 26)
SITE = "https://custrata.example.org/"


@pytest.fixture
def ann(named):
    return named("Ann")


@pytest.fixture
def member_of(workspace):
    return lambda user: Membership.objects.select_related("workspace", "user").get(user=user)


def test_the_mail_tells_what_is_new_what_is_due_and_what_moved(workspace, ann, named, member_of):
    tell(workspace, NoticeKind.MENTION, [ann.pk], "Bob names you in a comment", "E01", named("Bob"))
    make(workspace, ann, "Call <them>", owner=ann, due_on=dt.date(2026, 11, 24))
    found = digest(member_of(ann), TODAY, SITE)
    assert found.subject == f"{workspace.name}: 1 new, 1 task, 1 late"
    assert "Bob names you in a comment" in found.text
    assert "Call <them> (2 days late)" in found.text
    assert "Call &lt;them&gt;" in found.html
    assert f"https://custrata.example.org/w/{workspace.slug}/" in found.text
    assert "What changed most" in found.text


def test_where_nothing_is_new_and_nothing_is_due_no_mail_goes_out(workspace, ann, member_of):
    assert digest(member_of(ann), TODAY, SITE) is None
    assert not send(member_of(ann), TODAY, SITE)
    assert mail.outbox == []


def test_a_notice_is_mailed_once(workspace, ann, member_of):
    tell(workspace, NoticeKind.BUILD, [ann.pk], "A build has ended")
    assert send(member_of(ann), TODAY, SITE)
    assert not send(member_of(ann), TODAY, SITE)
    (sent,) = mail.outbox
    assert sent.to == [ann.email]
    assert sent.alternatives[0][1] == "text/html"
    assert Notice.objects.get().mailed_at is not None


def test_whoever_does_not_want_the_mail_gets_none_and_keeps_the_notice(workspace, ann, asks, member_of):
    choose(asks(ann), [k.value for k in NoticeKind], digest=False)
    tell(workspace, NoticeKind.BUILD, [ann.pk], "A build has ended")
    assert not send(member_of(ann), TODAY, SITE)
    assert mail.outbox == []
    assert Notice.objects.get().mailed_at is None


def test_the_mail_holds_nothing_of_another_workspace(workspace, other_workspace, ann, named, member_of):
    bob = named("Bob", of=other_workspace)
    tell(other_workspace, NoticeKind.BUILD, [bob.pk], "Their build")
    make(other_workspace, bob, "Their task", owner=bob)
    tell(workspace, NoticeKind.BUILD, [ann.pk], "Our build")
    found = digest(member_of(ann), TODAY, SITE)
    assert "Our build" in found.text
    assert "Their" not in found.text + found.html


def test_a_signature_that_is_waited_for_is_in_every_mail_until_it_is_given(workspace, named, member_of):
    ann, bob = named("Ann"), named("Bob", function="head of finance")
    put_up(strategy_of(workspace), ann, ["head of finance"])
    Notice.objects.all().update(read_at=timezone.now())
    found = digest(member_of(bob), TODAY, SITE)
    assert found.subject == f"{workspace.name}: your signature"
    assert "waits for your signature" in found.text
    assert f"/w/{workspace.slug}/strategy/sign-off/" in found.html
    answer = Answer("head of finance", "sign", "Bob")
    strategy = strategy_of(workspace)
    give(strategy, answer, strategy.number, bob, TODAY)
    assert digest(member_of(bob), TODAY, SITE) is None
