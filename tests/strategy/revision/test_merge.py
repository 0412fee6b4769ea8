from __future__ import annotations

import random

import pytest
from tests.documents import documents
from tests.strategy.revision.edits import edited

from custrata.strategy.document import Document, Horizon
from custrata.strategy.parts.canvas import Block, Canvas, PurposeZone
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.revision.compare import compare
from custrata.strategy.revision.merge import BOTH, GONE_HERE, GONE_THERE, NEW, RANK, SAME_ID, merge

ROUNDS = range(60)


def three(seed):
    base = documents(1, seed=seed)[0]
    return base, edited(base, seed), edited(base, seed + 500)


@pytest.mark.parametrize("seed", ROUNDS)
def test_an_edit_of_one_side_alone_is_what_comes_out(seed):
    base, mine, theirs = three(seed)
    assert merge(base, base, theirs) == merge(base, theirs, base)
    assert (merge(base, base, theirs).document, merge(base, base, theirs).conflicts) == (theirs, ())
    assert (merge(base, mine, base).document, merge(base, mine, base).conflicts) == (mine, ())


@pytest.mark.parametrize("seed", ROUNDS)
def test_the_same_edit_on_both_sides_is_no_conflict(seed):
    base, mine, _ = three(seed)
    merged = merge(base, mine, mine)
    assert (merged.document, merged.conflicts) == (mine, ())


@pytest.mark.parametrize("seed", ROUNDS)
def test_whoever_merges_finds_the_same(seed):
    base, mine, theirs = three(seed)
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    ours = sorted((c.path, str(c.mine), str(c.theirs)) for c in one.conflicts)
    assert ours == sorted((c.path, str(c.theirs), str(c.mine)) for c in other.conflicts)
    if not ours:
        assert one.document == other.document


@pytest.mark.parametrize("seed", ROUNDS)
def test_what_comes_out_is_always_a_valid_document(seed):
    merged = merge(*three(seed))
    assert Document.model_validate(merged.document.model_dump()) == merged.document


@pytest.mark.parametrize("seed", ROUNDS)
def test_edits_of_different_parts_live_both(seed):
    dice = random.Random(seed)
    base = documents(1, seed=seed)[0].model_copy(update={"insights": ()})
    names = sorted(set(Document.model_fields) - {"insights", "schema_version", "revision"})
    dice.shuffle(names)
    mine, theirs = (edited(base, seed + 1000 * side) for side in (1, 2))
    mine = mine.model_copy(update={name: getattr(base, name) for name in names[:25]})
    theirs = theirs.model_copy(update={name: getattr(base, name) for name in names[25:]})
    both = theirs.model_copy(update={name: getattr(mine, name) for name in names[25:]})
    merged = merge(base, mine, theirs)
    assert merged.conflicts == ()
    assert merged.document == both.model_copy(update={"revision": merged.document.revision})
    changed = {change.path for side in (mine, theirs) for change in compare(base, side)}
    assert {change.path for change in compare(base, merged.document)} == changed


def company(**fields) -> Document:
    return Document(schema_version=2, company="A", **fields)


def gold(**fields) -> CustomerGroup:
    return CustomerGroup(id="gold", name="Gold", **fields)


def need(text: str, name: str = "P1") -> Proposal:
    return Proposal(id=name, text=text)


def test_edits_of_different_blocks_live_both():
    base = company(groups=(gold(needs=(need("Calls."),)),))
    mine = company(groups=(gold(needs=(need("Calls."),), tag="x"),), currency="EUR")
    theirs = company(groups=(gold(needs=(need("Letters."),)),), horizon=Horizon(months=24))
    merged = merge(base, mine, theirs)
    assert merged.conflicts == ()
    assert merged.document == company(
        groups=(gold(needs=(need("Letters."),), tag="x"),), currency="EUR", horizon=Horizon(months=24)
    )


def test_a_block_changed_on_both_sides_shows_both_and_keeps_mine():
    base = company(groups=(gold(),))
    mine, theirs = company(groups=(gold(tag="x"),)), company(groups=(gold(owner=Owner(name="A. Person")),))
    merged = merge(base, mine, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.path, conflict.why) == ("groups[gold]", BOTH)
    assert (conflict.mine.tag, conflict.theirs.owner.name) == ("x", "A. Person")
    assert merged.document == mine


def test_fields_of_what_there_is_once_are_merged_each_alone():
    base, mine, theirs = (
        company(),
        company(horizon=Horizon(months=24)),
        company(horizon=Horizon(vision_years=5)),
    )
    assert merge(base, mine, theirs).document.horizon == Horizon(months=24, vision_years=5)


def test_a_deletion_against_an_edit_is_a_conflict_either_way():
    base, without = company(groups=(gold(),)), company()
    edit = company(groups=(gold(tag="x"),))
    (here,), (there,) = merge(base, without, edit).conflicts, merge(base, edit, without).conflicts
    assert (here.why, here.mine, here.theirs.tag) == (GONE_HERE, None, "x")
    assert (there.why, there.mine.tag, there.theirs) == (GONE_THERE, "x", None)


def test_a_deletion_against_an_untouched_block_is_done():
    base = company(groups=(gold(),), currency="EUR")
    assert merge(base, company(currency="EUR"), company(groups=(gold(),))).document == company()


def test_two_new_parts_of_one_id_are_a_conflict():
    merged = merge(company(), company(groups=(gold(tag="x"),)), company(groups=(gold(tag="y"),)))
    assert [(c.path, c.why) for c in merged.conflicts] == [("groups[gold]", NEW)]


def test_additions_keep_their_neighbours_and_orders_follow_who_changed_them():
    groups = {name: CustomerGroup(id=name, name=name) for name in "abcxy"}

    def listed(names):
        return company(groups=tuple(groups[name] for name in names))

    assert merge(listed("abc"), listed("axbc"), listed("cab")).document == listed("caxb")
    assert merge(listed("ab"), listed("axb"), listed("ayb")).document == listed("axyb")
    assert merge(listed("ab"), listed("ayb"), listed("axb")).document == listed("axyb")
    (conflict,) = merge(listed("abc"), listed("bac"), listed("acb")).conflicts
    assert (conflict.path, conflict.why) == ("groups", RANK)


def test_one_id_given_to_two_parts_stays_with_mine():
    mine = company(goals=(Goal(id="g", statement=need("Stay.")),))
    theirs = company(groups=(gold(needs=(need("Calls."),)),))
    merged = merge(company(), mine, theirs)
    assert [c.why for c in merged.conflicts] == [SAME_ID]
    assert merged.document == company(goals=mine.goals, groups=(gold(),))
    assert merge(company(), theirs, mine).document == theirs


def test_what_cannot_hold_together_is_mine_and_says_why():
    claim = Claim(id="E1", text="So it is.")
    with_claim = Canvas(purpose=PurposeZone(purpose=Block(id="purpose", statements=(claim,))))
    insight = Insight(id="I1", claim="E1", consequence=need("Act."))
    merged = merge(company(canvas=with_claim), company(), company(canvas=with_claim, insights=(insight,)))
    assert merged.document == company()
    assert merged.conflicts[0].why == "together they hold insights that name no claim of the document: E1"


def test_revisions_are_counted_and_not_fought_over():
    merged = merge(company(), company(revision=3), company(revision=5))
    assert (merged.document.revision, merged.conflicts) == (5, ())


def test_a_statement_is_the_smallest_block():
    base = company(groups=(gold(payer=Gap(id="G1", text="Not known.", waits_for="data")),))
    mine = company(groups=(gold(payer=need("A.")),))
    theirs = company(groups=(gold(payer=need("B.", "P2")),))
    (conflict,) = merge(base, mine, theirs).conflicts
    assert (conflict.path, conflict.why) == ("groups[gold].payer", BOTH)
