from __future__ import annotations

from tests.complete import complete

from custrata.strategy.parts.offering.proposition import PropositionTest
from custrata.strategy.parts.statement import Gap
from custrata.strategy.views.things.promise import (
    OWN_OFFER,
    PROOF,
    STOOD,
    TESTED,
    speaks,
    stood_test,
    was_tested,
)

WHOLE = complete()


def changed(name: str, **update: object):
    found = tuple(p.model_copy(update=update) if p.id == name else p for p in WHOLE.propositions)
    return WHOLE.model_copy(update={"propositions": found})


def test_a_group_without_a_proposition_of_its_own_is_named():
    assert OWN_OFFER.look(WHOLE).there
    assert OWN_OFFER.look(changed("for-keepers", group="")).missing == ("keepers: proposition",)


def test_a_test_that_is_planned_is_no_test():
    planned = PropositionTest(id="t", with_whom="ten of them")
    document = changed("for-makers", tests=(planned,))
    assert TESTED.look(document).missing == ("makers: proposition",)
    assert not was_tested(document.propositions[1])


def test_the_latest_test_says_whether_a_proposition_stood():
    tests = tuple(PropositionTest(id=f"t{n}", with_whom="ten", n=10, passed=n == 0) for n in range(2))
    document = changed("for-makers", tests=tests)
    assert TESTED.look(document).there
    assert STOOD.look(document).missing == ("makers: proposition",)
    assert not stood_test(document.propositions[1])


def test_a_proposition_of_gaps_alone_says_nothing():
    gap = Gap(id="G1", text="No promise yet.", waits_for="their needs")
    promise = WHOLE.propositions[1].promises[0].model_copy(update={"statement": gap})
    document = changed("for-makers", we_provide="", promises=(promise,))
    assert OWN_OFFER.look(document).missing == ("makers: proposition",)
    assert [speaks(p) for p in document.propositions] == [True, False, True]


def test_a_promise_without_proof_is_named():
    bare = WHOLE.propositions[1].promises[0].model_copy(update={"proofs": ()})
    assert PROOF.look(changed("for-makers", promises=(bare,))).missing == ("for-makers-promise: proof",)
