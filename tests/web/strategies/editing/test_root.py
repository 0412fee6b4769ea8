import pytest

from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.parts.group import CustomerGroup
from custrata.web.strategies.editing.root import one_of, root_of, singular

DOCUMENT = Document(schema_version=2, company="A", groups=(CustomerGroup(id="gold", name="Gold"),))


def test_a_path_within_a_block_leads_to_the_block():
    root = root_of(DOCUMENT, "groups[gold].intent.intent")
    assert (root.address, root.title, root.new) == ("groups[gold]", "Gold", False)


def test_a_plain_field_is_a_block_of_its_own():
    root = root_of(DOCUMENT, "company")
    assert root.plain == {"company": "A"}
    assert root.value({"company": "B"}) == "B"


def test_a_block_of_the_canvas_that_says_nothing_can_be_begun():
    assert root_of(DOCUMENT, "canvas.purpose.purpose").plain == {"id": "purpose"}


def test_an_item_that_is_not_there_is_a_new_one():
    root = root_of(DOCUMENT, "goals[g1]")
    assert (root.new, root.plain, root.title) == (True, {"id": "g1"}, "A new goal")


@pytest.mark.parametrize(
    "path", ["sign_offs[board]", "revision", "groups", "nowhere", "canvas.context.moon", ""]
)
def test_other_paths_have_no_form(path):
    with pytest.raises(DocumentError):
        root_of(DOCUMENT, path)


def test_one_of_a_list_is_named_in_words():
    assert singular("service_standards") == "service standard"
    assert one_of("offer") == "an offer"
