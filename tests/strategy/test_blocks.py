import pytest

from custrata.errors import DocumentError
from custrata.strategy.blocks import (
    Piece,
    block_at,
    changed,
    document_of,
    pieces_of,
    value_of,
    with_block,
)
from custrata.strategy.document import Document
from custrata.strategy.parts.canvas import Block, Canvas, ContextZone
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.statement import Gap


@pytest.fixture
def document():
    gap = Gap(id="G01", text="Needs are not known.", waits_for="a survey")
    context = ContextZone(customer_context=Block(id="customer_context", statements=(gap,)))
    return Document(
        schema_version=2,
        company="Tessel",
        revision=4,
        canvas=Canvas(context=context),
        groups=(CustomerGroup(id="gold", name="Gold"), CustomerGroup(id="rest", name="The rest")),
    )


def test_blocks_make_the_document_that_they_were_parted_from(document):
    pieces = pieces_of(document)
    assert list(pieces) == ["company", "canvas.context.customer_context", "groups[gold]", "groups[rest]"]
    assert document_of(reversed(pieces.values()), revision=4) == document


def test_a_path_lies_in_one_block(document):
    assert block_at(document, "groups[gold].intent.intent") == "groups[gold]"
    assert block_at(document, "G01.text") == "canvas.context.customer_context"
    assert block_at(document, "horizon.months") == "horizon"


def test_one_block_is_set_and_the_others_stay(document):
    after = with_block(document, "groups[gold]", {"id": "gold", "name": "Golden"})
    assert [group.name for group in after.groups] == ["Golden", "The rest"]
    assert [piece.address for piece in changed(pieces_of(document), pieces_of(after))] == ["groups[gold]"]


def test_an_item_that_is_not_there_yet_comes_last(document):
    after = with_block(document, "groups[new]", {"id": "new", "name": "New"})
    assert [group.id for group in after.groups] == ["gold", "rest", "new"]


def test_a_block_without_a_value_is_taken_out_and_its_neighbour_stays(document):
    after = with_block(document, "groups[gold]", None)
    assert [group.id for group in after.groups] == ["rest"]
    gone = changed(pieces_of(document), pieces_of(after))
    assert Piece("groups[gold]", 0, None) in gone
    assert after.canvas == document.canvas


def test_what_a_block_holds_is_found_by_its_address(document):
    assert value_of(document, "groups[gold]") == {"id": "gold", "name": "Gold"}
    assert value_of(document, "groups[platinum]") is None


def test_a_value_that_does_not_fit_is_refused_at_its_path(document):
    with pytest.raises(DocumentError) as caught:
        with_block(document, "groups[gold]", {"id": "gold", "name": "Gold", "primary_months": "soon"})
    assert caught.value.facts["path"] == "groups[gold].primary_months"
