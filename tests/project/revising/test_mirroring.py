import pytest

from custrata.errors import DocumentError
from custrata.project.place import locate
from custrata.project.revising.mirroring import file_text, mirror, text_mark
from custrata.project.revising.saving import revisions
from custrata.strategy.document import Document, Horizon
from custrata.strategy.text import load

TESSEL = Document(schema_version=2, company="Tessel", revision=3)
LATER = TESSEL.model_copy(update={"revision": 5, "horizon": Horizon(months=30)})


@pytest.fixture
def place(tmp_path):
    (tmp_path / "custrata.yaml").write_text("company: Tessel\n")
    (tmp_path / "data").mkdir()
    return locate(tmp_path)


def test_the_file_is_written_under_the_number_of_the_document(place):
    mark = mirror(place, "", TESSEL)
    assert load(file_text(place)) == TESSEL
    assert mark == text_mark(file_text(place))


def test_comments_of_the_former_text_stay(place):
    mirror(place, "", TESSEL)
    place.strategy.write_text(file_text(place).replace("company: Tessel", "company: Tessel  # ours"))
    mirror(place, text_mark(file_text(place)), LATER)
    assert "company: Tessel  # ours" in file_text(place)
    assert load(file_text(place)).revision == 5


def test_an_edit_of_the_file_is_not_written_over(place):
    mark = mirror(place, "", TESSEL)
    place.strategy.write_text(file_text(place) + "currency: EUR\n")
    edited = file_text(place)
    with pytest.raises(DocumentError) as caught:
        mirror(place, mark, LATER)
    assert caught.value.facts["now"] == edited
    assert file_text(place) == edited


def test_former_texts_are_kept_now_and_then_and_not_at_every_save(place):
    mark = mirror(place, "", TESSEL)
    for months in (13, 14, 15):
        later = TESSEL.model_copy(update={"horizon": Horizon(months=months)})
        mark = mirror(place, mark, later)
    assert [one.revision for one in revisions(place)] == [3]
