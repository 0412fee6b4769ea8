from custrata.strategy.document import Document
from custrata.strategy.forms.shape import slots
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.part import Owner
from custrata.web.strategies.editing.listing import groups_of, items_of
from custrata.web.strategies.editing.root import KEPT_BY_BUILDS

DOCUMENT = Document(
    schema_version=2, company="A", groups=(CustomerGroup(id="gold", name="Gold", owner=Owner(name="Ann")),)
)


def test_no_part_that_can_be_edited_is_left_out():
    told = {entry.path for _, entries in groups_of(DOCUMENT) for entry in entries}
    assert told == {slot.name for slot in slots(Document)} - KEPT_BY_BUILDS - {"canvas"}


def test_an_item_is_shown_with_its_name_and_owner():
    (entry,) = items_of(DOCUMENT, "groups")
    assert (entry.path, entry.title, entry.said) == ("groups[gold]", "Gold", "Ann")
