import datetime as dt

from custrata.strategy.revision.content import SignState
from custrata.web.strategies.models import Origin
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


def test_the_line_says_who_for_whom_when_to_which_revision_and_who_wrote_it_down(strategy, member):
    ann = member("admin", email="ann@example.org")
    give(strategy, Answer(SALES, "sign", "Sam Lee", for_other=True), 1, ann, DAY)
    give(strategy, Answer("head of finance", "decline", str(ann), "Too dear."), 2, ann, DAY)
    said = {s.function: s.said for s in signing_of(strategy, head_of(strategy).document).standings}
    assert said[SALES] == (
        "signed by Sam Lee, 26 Nov 2026, revision 1, written down by ann; nothing has changed since"
    )
    assert said["head of finance"] == "declined by ann, revision 2: Too dear."


def test_a_signature_written_in_the_file_says_so(strategy, member):
    set_value(strategy, f"sign_offs[{SALES}].name", "Sam", 1, None, origin=Origin.FILE)
    set_value(strategy, f"sign_offs[{SALES}].signed_on", "2026-11-20", 2, None, origin=Origin.FILE)
    found = {s.function: s for s in signing_of(strategy, head_of(strategy).document).standings}[SALES]
    assert found.said == "signed by Sam, 20 Nov 2026, written down in strategy.yaml; open again"


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
