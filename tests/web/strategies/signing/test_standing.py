import datetime as dt

from custrata.strategy.revision.content import SignState
from custrata.web.strategies.saving import head_of, set_value
from custrata.web.strategies.signing.answering import Answer, give
from custrata.web.strategies.signing.standing import signing_of, since_signed

DAY = dt.date(2026, 11, 26)
SALES = "head of sales"


def signed(strategy, member):
    give(strategy, Answer(SALES, "sign", "Sam"), strategy.number, member("editor"), DAY)
    return signing_of(strategy, head_of(strategy).document)


def test_a_signature_holds_as_long_as_the_words_do(strategy, member):
    found = signed(strategy, member)
    assert found.signed == 1
    assert found.reopened == ()


def test_a_later_edit_opens_it_again_and_names_the_block(strategy, member):
    signed(strategy, member)
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    document = head_of(strategy).document
    found = signing_of(strategy, document)
    (opened,) = found.reopened
    assert (opened.state, opened.changed, opened.blocks) == (
        SignState.OPEN_AGAIN,
        (("horizon", "Horizon"),),
        "1 block changed since",
    )
    assert found.changed == {"horizon"}
    assert [told.section for told in since_signed(strategy, document, opened)] == ["Horizon"]


def test_the_signature_of_another_function_opens_nothing(strategy, member):
    signed(strategy, member)
    give(strategy, Answer("head of finance", "sign", "Fay"), strategy.number, member("editor"), DAY)
    assert signing_of(strategy, head_of(strategy).document).signed == 2
