import datetime as dt

import pytest

from custrata.errors import DocumentError, InputError
from custrata.strategy.revision.content import SignState, signatures
from custrata.web.audit.models import Entry
from custrata.web.strategies.models import SignRound
from custrata.web.strategies.saving import head_of, set_value
from custrata.web.strategies.signing.answering import Answer, Overtaken, decide, give, put_up

DAY = dt.date(2026, 11, 26)
SIGN = Answer("head of sales", "sign", "Sam")


@pytest.fixture
def sam(member):
    return member("editor", email="sam@example.org")


def state_of(strategy, function="head of sales"):
    return next(s for s in signatures(head_of(strategy).document) if s.function == function).state


def test_a_signature_is_one_state_with_one_line_in_the_log(strategy, sam):
    give(strategy, SIGN, strategy.number, sam, DAY, "f61beec5")
    assert state_of(strategy) is SignState.SIGNED
    assert Entry.objects.filter(act="strategy.signed", actor=sam).count() == 1


def test_a_double_click_signs_once(strategy, sam):
    base = strategy.number
    give(strategy, SIGN, base, sam, DAY)
    number = strategy.number
    give(strategy, SIGN, base, sam, DAY)
    assert strategy.number == number
    assert Entry.objects.filter(act="strategy.signed").count() == 1


def test_nobody_signs_words_that_they_have_not_seen(strategy, sam):
    base = strategy.number
    set_value(strategy, "horizon.months", "30", base, None)
    with pytest.raises(Overtaken):
        give(strategy, SIGN, base, sam, DAY)
    assert state_of(strategy) is SignState.WAITING


def test_a_refusal_needs_its_reason(strategy, sam):
    with pytest.raises(DocumentError):
        give(strategy, Answer("head of sales", "decline", "Sam"), strategy.number, sam, DAY)
    give(strategy, Answer("head of sales", "decline", "Sam", "No capacity."), strategy.number, sam, DAY)
    assert state_of(strategy) is SignState.DECLINED


def test_an_answer_is_taken_back_and_the_neighbour_keeps_its_own(strategy, sam):
    give(strategy, SIGN, strategy.number, sam, DAY)
    give(strategy, Answer("head of finance", "sign", "Fay"), strategy.number, sam, DAY)
    give(strategy, Answer("head of sales", "withdraw", "Sam"), strategy.number, sam, DAY)
    assert state_of(strategy) is SignState.WAITING
    assert state_of(strategy, "head of finance") is SignState.SIGNED


def test_a_version_is_put_up_once(strategy, sam):
    functions = [s.function for s in head_of(strategy).document.sign_offs]
    first = put_up(strategy, sam, functions, "Mind the promise")
    assert put_up(strategy, sam, functions) == first
    assert SignRound.objects.count() == 1
    assert Entry.objects.filter(act="strategy.put_up").count() == 1


def test_a_new_function_is_asked_and_who_signed_keeps_the_signature(strategy, sam):
    give(strategy, SIGN, strategy.number, sam, DAY)
    put_up(strategy, sam, ["Head of sales", "legal"])
    assert [s.function for s in head_of(strategy).document.sign_offs] == ["head of sales", "legal"]
    assert state_of(strategy) is SignState.SIGNED
    with pytest.raises(DocumentError):
        put_up(strategy, sam, [" "])


def test_a_decision_is_recorded_and_can_be_opened_again(strategy, sam):
    asked = head_of(strategy).document.decisions[0].id
    decide(strategy, asked, "The first option", strategy.number, sam, DAY)
    found = head_of(strategy).document.decisions[0]
    assert (found.decided, found.decided_on) == ("The first option", DAY)
    assert Entry.objects.filter(act="strategy.decided").count() == 1
    decide(strategy, asked, "", strategy.number, sam, DAY)
    assert head_of(strategy).document.decisions[0].decided_on is None
    with pytest.raises(InputError):
        decide(strategy, "nothing", "Yes", strategy.number, sam, DAY)
