from __future__ import annotations

import pytest
from tests.documents import documents
from tests.strategy.revision.edits import edited

from custrata.strategy.document import Document, SignOff
from custrata.strategy.forms.shape import Sort, slots
from custrata.strategy.parts.canvas import Block, Canvas, PurposeZone
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Gap, Proposal
from custrata.strategy.revision.compare import Change, ChangeKind, compare, whole
from custrata.strategy.revision.matching import named

ROUNDS = range(60)


def leaves(part: Part, path: str = ""):
    """Every value of a document by path; of a list also the names in it, so that nothing can hide."""
    for slot in slots(type(part)):
        value, place = getattr(part, slot.name), f"{path}.{slot.name}" if path else slot.name
        if whole(slot) or value is None:
            yield place, value
        elif slot.sort is Sort.PARTS:
            for name, item in named(value).items():
                yield f"{place}[{name}]", type(item)
                yield from leaves(item, f"{place}[{name}]")
        else:
            yield place, getattr(value, "id", type(value))
            yield from leaves(value, place)


def covers(change: Change, path: str) -> bool:
    return path == change.path or path.startswith((f"{change.path}.", f"{change.path}["))


@pytest.mark.parametrize("seed", ROUNDS)
def test_a_document_does_not_differ_from_itself(seed):
    document = documents(1, seed=seed)[0]
    assert compare(document, document.model_copy()) == ()


@pytest.mark.parametrize("seed", ROUNDS)
def test_there_is_a_difference_exactly_where_documents_are_not_equal(seed):
    document = documents(1, seed=seed)[0]
    other = edited(document, seed)
    assert (compare(document, other) == ()) == (document == other)


@pytest.mark.parametrize("seed", ROUNDS)
def test_every_value_that_differs_stands_in_exactly_one_difference(seed):
    before = documents(1, seed=seed)[0]
    after = edited(before, seed)
    was, now = dict(leaves(before)), dict(leaves(after))
    gone = object()
    differing = [p for p in was | now if was.get(p, gone) != now.get(p, gone)]
    changes = [c for c in compare(before, after) if c.kind is not ChangeKind.MOVED]
    assert [p for p in differing if sum(covers(c, p) for c in changes) != 1] == []
    assert [c.path for c in changes if not any(covers(c, p) for p in differing)] == []


@pytest.mark.parametrize("seed", ROUNDS)
def test_read_backwards_the_differences_are_mirrored(seed):
    before = documents(1, seed=seed)[0]
    after = edited(before, seed)

    def seen(changes):
        return sorted(((c.path, c.kind, c.was, c.now, c.said, c.unit) for c in changes), key=str)

    assert seen(c.mirrored for c in compare(before, after)) == seen(compare(after, before))


def test_parts_are_matched_by_id_and_not_by_position():
    first, second = (Gap(id=f"G{n}", text="Not known.", waits_for="data") for n in (1, 2))
    changes = compare(with_purpose(first, second), with_purpose(second))
    assert [(c.kind, c.path) for c in changes] == [
        (ChangeKind.REMOVED, "canvas.purpose.purpose.statements[G1]"),
    ]


def test_a_change_of_order_alone_is_one_move():
    first, second = (Gap(id=f"G{n}", text="Not known.", waits_for="data") for n in (1, 2))
    (change,) = compare(with_purpose(first, second), with_purpose(second, first))
    assert (change.kind, change.was, change.now) == (ChangeKind.MOVED, ("G1", "G2"), ("G2", "G1"))


def test_a_gap_that_becomes_a_proposal_is_one_change():
    gap, proposal = Gap(id="X1", text="Not known.", waits_for="data"), Proposal(id="X1", text="Do it.")
    (change,) = compare(with_purpose(gap), with_purpose(proposal))
    assert (change.kind, change.was, change.now) == (ChangeKind.CHANGED, gap, proposal)
    assert change.part == "Purpose, vision, mission, values"


def test_a_signature_changes_its_function_and_replaces_nobody():
    asked = Document(schema_version=2, company="A", sign_offs=(SignOff(function="board"),))
    signed = asked.model_copy(update={"sign_offs": (SignOff(function="board", name="A. Person"),)})
    assert [c.path for c in compare(asked, signed)] == ["sign_offs[board].name"]


def with_purpose(*statements) -> Document:
    zone = PurposeZone(purpose=Block(id="purpose", statements=statements))
    return Document(schema_version=2, company="A", canvas=Canvas(purpose=zone))
