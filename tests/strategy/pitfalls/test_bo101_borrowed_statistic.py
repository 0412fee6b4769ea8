from __future__ import annotations

from tests.strategies import claim, findings, gap, goal, places, proposal, proposition, strategy

from custrata.strategy.parts.offering.proposition import Promise, Proof, ProofKind
from custrata.strategy.parts.papers.research import Note, NoteKind
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.strategy.pitfalls.bo101_borrowed_statistic import PITFALL


def proving(text: str, kind: ProofKind = ProofKind.DEMONSTRATION, where: str = ""):
    proof = Proof(id="x", kind=kind, statement=proposal(text), where=where)
    promise = Promise(id="p", statement=proposal("Fresh by six."), proofs=(proof,))
    return strategy(propositions=(proposition("value", promises=(promise,)),))


PROOF = ["propositions[value].promises[p].proofs[x].statement"]


def test_a_claim_that_cites_others_is_found():
    doc = strategy(
        pattern=Pattern(statements=(claim("Studies show that {n|customer|customers} stay.", id="E01"),))
    )
    assert places(PITFALL, doc) == ["pattern.statements[E01]"]
    assert "“Studies show”" in findings(PITFALL, doc)[0].message


def test_a_proof_that_cites_others_is_found():
    assert places(PITFALL, proving("40% of companies bake too much.")) == PROOF


def test_a_figure_that_is_handed_on_is_found_even_in_a_judgement():
    doc = strategy(goals=(goal("g", "Firms with an ideal customer profile are 68% more likely to grow."),))
    assert places(PITFALL, doc) == ["goals[g].statement"]


def test_a_claim_about_the_own_customers_is_silent():
    texts = ("{n|customer|customers} stay.", "Our research shows that {n|customer|customers} stay.")
    doc = strategy(pattern=Pattern(statements=tuple(claim(text) for text in texts)))
    assert places(PITFALL, doc) == []


def test_a_judgement_that_cites_others_in_words_a_quote_and_a_gap_are_silent():
    doc = strategy(
        goals=(goal("g", "Studies show that it pays to answer fast, and so do we."),),
        pattern=Pattern(
            statements=(
                claim("“Studies show” is how {n|letter|letters} begin."),
                gap("Studies show nothing."),
            )
        ),
    )
    assert places(PITFALL, doc) == []


def test_a_note_a_benchmark_and_a_proof_that_can_be_looked_up_are_silent():
    note = Note(
        id="n", kind=NoteKind.TREND, title="Bread", statement=proposal("68% of firms with an ICP grow.")
    )
    result = KeyResult(id="k", measure="repeat_rate", benchmark="Industry average is 40%, says the guild.")
    doc = strategy(
        notes=(note,), objectives=(Objective(id="o", statement=proposal(), key_results=(result,)),)
    )
    assert places(PITFALL, doc) == []
    assert (
        places(PITFALL, proving("40% of bakeries waste more.", ProofKind.BENCHMARK, "guild report, page 4"))
        == []
    )
