import datetime as dt

from custrata.strategy.document import Document, Horizon, SignOff
from custrata.web.strategies.history.telling import answer_of, differences, revisions_of
from custrata.web.strategies.saving import set_value

EMPTY = Document(schema_version=2, company="A")


def test_revisions_are_told_newest_first_with_who_and_what(strategy, member):
    ann = member("editor", email="ann@example.org")
    set_value(strategy, "horizon.months", "30", strategy.number, ann)
    found, more = revisions_of(strategy, ann.pk)
    assert [(one.number, one.who, one.own) for one in found] == [(2, "ann", True), (1, "", False)]
    assert found[0].blocks == (("horizon", "Horizon"),)
    assert [one.origin for one in found] == ["edited here", "read from the file"]
    assert found[1].more > 0
    assert more is None


def test_the_history_of_one_block_leaves_the_others_out(strategy):
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    set_value(strategy, "sponsor.name", "Ann", strategy.number, None)
    found, _ = revisions_of(strategy, 0, block="horizon")
    assert [one.number for one in found] == [2, 1]


def test_a_difference_is_told_in_a_sentence():
    (told,) = differences(EMPTY, EMPTY.model_copy(update={"horizon": Horizon(months=30)}))
    assert told.section == "Horizon"
    assert "30 months" in told.lines[0][1]


def test_two_versions_that_say_the_same_differ_in_nothing():
    assert differences(EMPTY, EMPTY.model_copy(update={"revision": 9})) == []


def test_a_signature_is_told_as_people_say_it_and_not_as_it_is_stored():
    asked = EMPTY.model_copy(update={"sign_offs": (SignOff(function="sales"), SignOff(function="legal"))})
    answer = SignOff(
        function="sales", name="Sam", content="86933e530b13e524", signed_on=dt.date(2026, 11, 20)
    )
    (told,) = differences(asked, asked.model_copy(update={"sign_offs": (answer,)}))
    assert told.lines == (("Sales", "signed by Sam on 20 Nov 2026"), ("Legal", "is asked no more"))
    assert answer_of(SignOff(function="sales")) == "is asked"
