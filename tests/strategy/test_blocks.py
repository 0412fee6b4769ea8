import pytest
from tests.complete import complete

from custrata.errors import DocumentError
from custrata.strategy.blocks import (
    Piece,
    block_at,
    changed,
    document_of,
    pieces_of,
    revised,
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


def test_blocks_that_are_not_given_stay_the_very_same_parts():
    document = complete()
    after = revised(document, [Piece("horizon", 0, {"months": 24})], revision=9)
    same = [name for name in Document.model_fields if getattr(after, name) is getattr(document, name)]
    assert {*Document.model_fields} - {*same} == {"horizon", "revision"}
    assert (after.horizon.months, after.revision) == (24, 9)


def made(make):
    """A document, or the words by which it is refused."""
    try:
        return make()
    except DocumentError as error:
        return str(error)


@pytest.mark.parametrize("address", list(pieces_of(complete())))
def test_a_document_revised_is_the_one_that_its_blocks_make(address):
    document = complete()
    value = value_of(document, address)
    for piece in (Piece(address, 0, value), Piece(address, 99, value), Piece(address, 0, None)):
        whole = pieces_of(document) | {address: piece}
        found = made(lambda piece=piece: revised(document, [piece], revision=2))
        assert found == made(lambda whole=whole: document_of(whole.values(), revision=2))


def test_items_beside_the_one_that_changes_stay_the_very_same():
    document = complete()
    first, *others = document.groups
    value = value_of(document, f"groups[{first.id}]") | {"name": "Others than before"}
    after = with_block(document, f"groups[{first.id}]", value)
    assert after.groups[0].name == "Others than before"
    assert all(one is other for one, other in zip(after.groups[1:], others, strict=True))


@pytest.mark.parametrize(
    "address", ["nothing", "nothing[a]", "canvas.no.purpose", "horizon[a]", "insights[a]"]
)
def test_what_is_no_block_is_refused_as_by_reading_the_whole(address):
    document, piece = complete(), Piece(address, 0, {"id": "a"})
    with pytest.raises(DocumentError) as read:
        document_of([*pieces_of(document).values(), piece], revision=2)
    with pytest.raises(DocumentError) as refused:
        revised(document, [piece], revision=2)
    assert str(refused.value) == str(read.value)


def test_whoever_changes_what_a_block_holds_changes_no_other_copy():
    document = complete()
    address = f"groups[{document.groups[0].id}]"
    value_of(document, address)["name"] = "Somebody else's"
    assert value_of(document, address)["name"] == document.groups[0].name
