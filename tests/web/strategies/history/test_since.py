import datetime as dt

from custrata.web.strategies.history.since import Since, since
from custrata.web.strategies.history.taking_back import undo
from custrata.web.strategies.saving import head_of, set_value
from custrata.web.strategies.signing.answering import Answer, give


def test_a_signature_is_no_other_word_and_an_edit_is(strategy, member, django_assert_num_queries):
    ann = member("editor")
    function = head_of(strategy).document.sign_offs[0].function
    give(strategy, Answer(function, "sign", "Ann"), 1, ann, dt.date(2026, 11, 26))
    assert since(strategy, [1, 2]) == {1: Since(False, True), 2: Since(False, False)}
    set_value(strategy, "horizon.months", "30", 2, ann)
    with django_assert_num_queries(2):
        found = since(strategy, [1, 2, 3])
    assert found == {1: Since(True, True), 2: Since(True, False), 3: Since(False, False)}


def test_what_was_taken_back_does_not_count(strategy, member):
    ann = member("editor")
    set_value(strategy, "horizon.months", "30", 1, ann)
    undo(strategy, 2, ann)
    assert since(strategy, [1, 2]) == {1: Since(False, False), 2: Since(True, False)}


def test_of_no_revision_nothing_is_asked(strategy, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert since(strategy, []) == {}
