from __future__ import annotations

import pytest
from tests.complete import HOLDER

from custrata.strategy.document import Document
from custrata.strategy.parts.canvas import TITLES, Block, Canvas, SteeringZone
from custrata.strategy.parts.foundation.purpose import Foundation
from custrata.strategy.parts.group import CustomerGroup, GroupIntent, TargetShare
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Gap, Proposal
from custrata.strategy.views.presence import all_of, block, block_path, each_has, has, said, some
from custrata.vocabulary import Intent

GAP = Gap(id="G1", text="Nobody knows.", waits_for="interviews")
SAID = Proposal(id="P1", text="They want light.")


def document(**parts: object) -> Document:
    return Document(schema_version=2, company="A", **parts)


@pytest.mark.parametrize("value", [None, "", "  ", (), GAP, (GAP,), Owner(role="head of sales"), ("",)])
def test_a_gap_and_a_role_without_a_name_say_nothing(value):
    assert not said(value)


@pytest.mark.parametrize("value", [SAID, (GAP, SAID), HOLDER, "word", 0.0, 3])
def test_anything_else_is_said(value):
    assert said(value)


def test_one_of_several_places_is_enough():
    thing = has("Vision or mission", "foundation.vision", "foundation.mission")
    found = thing.look(document(foundation=Foundation(mission=SAID)))
    assert (found.there, found.where) == (True, ("foundation.mission",))
    assert thing.look(document()).missing == ("foundation.vision",)


def test_every_block_has_its_path():
    canvas = Canvas()
    for name in TITLES:
        _, zone, field = block_path(name).split(".")
        assert getattr(getattr(canvas, zone), field) == canvas.block(name)


def test_a_block_that_holds_gaps_only_says_nothing():
    thing = block("Governance", "governance")
    for statement, there in ((GAP, False), (SAID, True)):
        zone = SteeringZone(governance=Block(id="governance", statements=(statement,)))
        assert thing.look(document(canvas=Canvas(steering=zone))).there is there


def test_what_one_of_many_lacks_is_named():
    thing = each_has("Intent and share", "groups", "intent.reason", "share_targeted.value")
    whole = CustomerGroup(
        id="a",
        name="A",
        intent=GroupIntent(intent=Intent.GROW, reason=(SAID,)),
        share_targeted=TargetShare(value=0.2),
    )
    found = thing.look(document(groups=(whole, CustomerGroup(id="b", name="B"))))
    assert not found.there
    assert found.where == ("groups[a]",)
    assert found.missing == ("b.intent.reason", "b.share_targeted.value")


def test_each_of_none_is_missing():
    found = each_has("Every group has a tag", "groups", "tag").look(document())
    assert (found.there, found.missing) == (False, ("groups",))


def test_only_the_parts_that_are_meant_are_asked():
    thing = each_has("Every A has a tag", "groups", "tag", only=lambda g: g.name == "A")
    groups = (CustomerGroup(id="a", name="A", tag="a"), CustomerGroup(id="b", name="B"))
    assert thing.look(document(groups=groups)).there


def test_some_counts_those_that_are_meant():
    thing = some("Two tagged groups", "groups", lambda g: bool(g.tag), least=2)
    groups = [CustomerGroup(id=n, name=n, tag=n) for n in "ab"]
    assert thing.look(document(groups=tuple(groups))).where == ("groups[a]", "groups[b]")
    assert thing.look(document(groups=tuple(groups[:1]))).missing == ("groups",)


def test_several_things_are_there_when_each_is():
    both = all_of("Both", has("Vision", "foundation.vision"), has("Mission", "foundation.mission"))
    half = both.look(document(foundation=Foundation(vision=SAID)))
    assert (half.there, half.where, half.missing) == (False, ("foundation.vision",), ("foundation.mission",))
