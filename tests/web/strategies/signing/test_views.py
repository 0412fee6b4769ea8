import pytest

from custrata.strategy.revision.content import SignState, signatures
from custrata.web.audit.models import Entry
from custrata.web.strategies.saving import head_of, set_value, strategy_of
from custrata.web.strategies.signing.standing import signing_of
from custrata.web.strategies.signing.views import finding_of
from custrata.web.workspaces.models import Membership


@pytest.fixture
def sales(come_in, workspace):
    browser = come_in("commenter", email="sam@example.org")
    Membership.objects.filter(user__email="sam@example.org").update(function="Head of sales")
    return browser


def state(workspace, function="head of sales"):
    found = signatures(head_of(strategy_of(workspace)).document)
    return next(one for one in found if one.function == function)


def sent(strategy, **more):
    return {"function": "head of sales", "do": "sign", "base": str(strategy.number), **more}


def test_a_function_signs_for_itself(sales, at, strategy, workspace):
    assert sales.post(at("sign"), sent(strategy)).status_code == 302
    assert (state(workspace).state, state(workspace).name) == (SignState.SIGNED, "sam")


def test_nobody_signs_for_another_function(sales, come_in, at, strategy, workspace):
    assert sales.post(at("sign"), sent(strategy, function="head of finance")).status_code == 403
    assert come_in("editor").post(at("sign"), sent(strategy)).status_code == 403
    assert state(workspace, "head of finance").state is SignState.WAITING


def test_an_admin_may_write_down_what_others_said_and_it_is_recorded_as_such(
    come_in, at, strategy, workspace
):
    come_in("admin").post(at("sign"), sent(strategy, name="Sam Sale"))
    assert state(workspace).name == "Sam Sale"
    assert Entry.objects.get(act="strategy.signed").detail["recorded_for"] == "Sam Sale"


def test_who_signs_words_that_changed_is_told_so(sales, at, strategy, workspace):
    asked = sent(strategy)
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    answer = sales.post(at("sign"), asked)
    assert answer.status_code == 409
    assert b"edited while you looked" in answer.content
    assert state(workspace).state is SignState.WAITING


def test_a_refusal_without_a_reason_is_told_and_what_was_typed_stays(sales, come_in, at, strategy):
    answer = sales.post(at("sign"), sent(strategy, do="decline"))
    assert answer.status_code == 422
    assert b"no reason is given" in answer.content.lower()
    refused = come_in("editor").post(at("ask-sign-off"), {"functions": " ", "note": "Mind this"})
    assert refused.status_code == 422
    assert b"Mind this" in refused.content


def test_a_version_is_put_up_and_shown(come_in, at, strategy, django_assert_max_num_queries):
    editor = come_in("editor")
    editor.post(at("ask-sign-off"), {"functions": "head of sales\nlegal", "note": "Mind the promise"})
    with django_assert_max_num_queries(25):
        page = editor.get(at("signing")).content.decode()
    assert "Mind the promise" in page
    assert "Legal" in page


def test_a_decision_is_recorded(come_in, at, strategy, workspace):
    asked = head_of(strategy).document.decisions[0].id
    come_in("editor").post(at("decide", asked), {"base": str(strategy.number), "decided": "Keep first"})
    assert head_of(strategy_of(workspace)).document.decisions[0].decided == "Keep first"
    assert come_in("editor").post(at("decide", "nothing"), {"decided": "x"}).status_code == 404


def test_the_agreement_is_told_in_a_sentence(strategy):
    document = head_of(strategy).document
    asked = len(document.sign_offs)
    said = finding_of(signing_of(strategy, document))
    assert said.startswith(f"No function has signed what stands; {asked} are asked")


def test_a_viewer_signs_and_decides_nothing_and_a_stranger_finds_nothing(
    come_in, at, strategy, other_workspace
):
    viewer, stranger = come_in("viewer"), come_in("admin", of=other_workspace)
    asked = head_of(strategy).document.decisions[0].id
    assert viewer.get(at("signing")).status_code == 200
    posts = [
        (at("sign"), sent(strategy)),
        (at("ask-sign-off"), {"functions": "x"}),
        (at("decide", asked), {}),
    ]
    assert [viewer.post(path, body).status_code for path, body in posts] == [403, 403, 403]
    assert [stranger.post(path, body).status_code for path, body in posts] == [404, 404, 404]
