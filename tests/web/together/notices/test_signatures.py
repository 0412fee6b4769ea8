import datetime as dt

import pytest

from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.strategies.signing.answering import Answer, give, put_up
from custrata.web.together.models import Notice
from custrata.web.together.notices.signatures import AGAIN, ALL, ASKED, open_again, waits_for
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.people.inviting import accept, found, invite
from custrata.web.workspaces.people.roles import Part, change
from custrata.web.workspaces.rights import Role

TODAY = dt.date(2026, 11, 26)
FINANCE, SALES = "head of finance", "head of sales"


def told(user):
    return [n.text for n in Notice.objects.filter(person=user).order_by("pk")]


def answers(workspace, who, function, verb="sign", reason=""):
    strategy = strategy_of(workspace)
    give(strategy, Answer(function, verb, str(who), reason), strategy.number, who, TODAY)


@pytest.fixture
def asked(workspace, named):
    """Ann has asked two functions, for which Bob and Eve sign."""
    ann, bob, eve = named("Ann"), named("Bob", function=FINANCE), named("Eve", function=SALES)
    put_up(strategy_of(workspace), ann, [FINANCE, SALES])
    return ann, bob, eve


def test_whoever_asked_hears_of_every_answer_and_of_the_last_signature(workspace, asked):
    ann, bob, eve = asked
    answers(workspace, bob, FINANCE, "decline", "the target is too high")
    answers(workspace, bob, FINANCE)
    answers(workspace, eve, SALES)
    assert told(ann) == [
        "Head of finance has declined what you put up: see why",
        "Head of finance has signed what you put up",
        "Head of sales has signed what you put up",
        ALL,
    ]
    assert told(bob) == told(eve) == [ASKED], "who answers is not told of it"


def test_whoever_asked_hears_that_an_answer_was_taken_back(workspace, asked):
    ann, bob, _ = asked
    answers(workspace, bob, FINANCE)
    answers(workspace, bob, FINANCE, "withdraw")
    assert told(ann)[-1] == "Head of finance has taken its answer back"


def test_whoever_asked_and_whoever_signed_hear_once_that_an_edit_opens_signatures_again(workspace, asked):
    ann, bob, eve = asked
    answers(workspace, bob, FINANCE)
    answers(workspace, eve, SALES)
    Notice.objects.all().delete()
    for months in ("30", "31"):
        set_value(strategy_of(workspace), "horizon.months", months, strategy_of(workspace).number, None)
    assert told(ann) == [open_again([FINANCE, SALES])]
    assert told(bob) == told(eve) == [AGAIN]


def test_a_signature_that_breaks_a_second_time_is_told_a_second_time(workspace, asked):
    ann, bob, eve = asked
    for months in ("30", "31"):
        answers(workspace, bob, FINANCE)
        set_value(strategy_of(workspace), "horizon.months", months, strategy_of(workspace).number, None)
    assert told(bob) == [ASKED, AGAIN, AGAIN]
    assert told(ann).count(open_again([FINANCE])) == 2
    assert told(eve) == [ASKED], "whose signature was never given cannot break"


def test_another_function_that_signs_does_not_tell_the_first_one_again(workspace, asked):
    _, bob, eve = asked
    answers(workspace, bob, FINANCE)
    set_value(strategy_of(workspace), "horizon.months", "30", strategy_of(workspace).number, None)
    answers(workspace, eve, SALES)
    assert told(bob) == [ASKED, AGAIN]


def test_whoever_edits_is_not_told_of_what_they_did(workspace, asked):
    ann, bob, _ = asked
    answers(workspace, bob, FINANCE)
    Notice.objects.all().delete()
    set_value(strategy_of(workspace), "horizon.months", "30", strategy_of(workspace).number, ann)
    assert told(ann) == []
    assert told(bob) == [AGAIN]


def test_whoever_joins_later_hears_of_a_signature_that_was_asked_before(workspace, named):
    ann = named("Ann", "admin")
    put_up(strategy_of(workspace), ann, [FINANCE])
    for email, function, notices in (("bob@example.org", FINANCE, [ASKED]), ("eve@example.org", SALES, [])):
        _, link = invite(workspace, email, Part(Role.COMMENTER, function=function), ann)
        joins = type(ann).objects.create_user(email)
        accept(found(link.rstrip("/").split("/")[-1]), joins)
        assert told(joins) == notices


def test_whoever_is_given_the_function_later_hears_of_it_once(workspace, named):
    ann, bob = named("Ann", "admin"), named("Bob", "commenter")
    put_up(strategy_of(workspace), ann, [FINANCE])
    member = Membership.objects.get(user=bob)
    change(member, Part(Role.COMMENTER, function=FINANCE), ann)
    change(member, Part(Role.EDITOR, function=FINANCE), ann)
    assert told(bob) == [ASKED]


def test_nobody_hears_of_a_signature_that_was_never_asked_or_is_given_already(workspace, named):
    ann, bob = named("Ann", "admin"), named("Bob", "commenter")
    member = Membership.objects.get(user=bob)
    change(member, Part(Role.COMMENTER, function=FINANCE), ann)
    assert told(bob) == []
    assert not waits_for(Membership.objects.get(user=bob))
    put_up(strategy_of(workspace), ann, [FINANCE])
    assert waits_for(Membership.objects.get(user=bob))
    answers(workspace, bob, FINANCE)
    eve = named("Eve", "commenter")
    change(Membership.objects.get(user=eve), Part(Role.COMMENTER, function=FINANCE), ann)
    assert told(eve) == []


def test_whoever_asks_in_the_neighbour_hears_nothing_of_this_one(workspace, other_workspace, asked, named):
    _, bob, _ = asked
    other = named("Una", "admin", of=other_workspace)
    put_up(strategy_of(other_workspace), other, [FINANCE])
    answers(workspace, bob, FINANCE)
    assert told(other) == []
