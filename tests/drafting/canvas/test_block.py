from __future__ import annotations

from tests.snapshots import grocer

from custrata.drafting.canvas.block import block
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen


def test_claims_come_first_then_proposals_then_gaps_and_nothing_leaves_no_trace():
    pen = Pen(Desk(grocer()))
    gap, proposal = pen.gap("Not known.", "data"), pen.proposal("Do it.", "chief")
    claim = pen.claim("{n}", pen.desk.figure("n", "customers"))
    made = block("insight", "head of data", [gap, None, proposal, claim])
    assert [s.kind for s in made.statements] == ["claim", "proposal", "gap"]
    assert (made.id, made.owner.role) == ("insight", "head of data")
