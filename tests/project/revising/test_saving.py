from __future__ import annotations

import pytest

from custrata.errors import DocumentError
from custrata.project.place import locate
from custrata.project.revising.saving import keep, mark_of, revisions, save, standing
from custrata.strategy.document import Document, Horizon


@pytest.fixture
def place(written):
    return locate(written)


def longer(document: Document, months: int) -> Document:
    return document.model_copy(update={"horizon": Horizon(months=months)})


def test_every_save_counts_up_and_keeps_the_former_text(place):
    first = standing(place)
    saved = save(place, first, longer(first.document, 24))
    assert saved.revision == 2
    second = standing(place)
    assert second.document == saved
    save(place, second, longer(second.document, 36))
    kept = revisions(place)
    assert [one.revision for one in kept] == [1, 2]
    assert kept[0].file.read_text(encoding="utf-8") == first.text
    assert kept[1].mark == mark_of(second.text)


def test_comments_of_people_stay(place):
    text = place.strategy.read_text(encoding="utf-8").replace("company:", "# ours\ncompany:", 1)
    place.strategy.write_text(text, encoding="utf-8")
    read = standing(place)
    save(place, read, longer(read.document, 24))
    assert "# ours\ncompany:" in place.strategy.read_text(encoding="utf-8")


def test_an_edit_made_in_between_is_not_lost(place):
    read = standing(place)
    theirs = read.text + "# theirs\n"
    place.strategy.write_text(theirs, encoding="utf-8")
    with pytest.raises(DocumentError, match="somebody has changed the strategy since it was read") as caught:
        save(place, read, longer(read.document, 24))
    assert place.strategy.read_text(encoding="utf-8") == theirs
    assert (caught.value.facts["read"], caught.value.facts["now"]) == (read.text, theirs)
    assert revisions(place) == ()


def test_a_strategy_that_came_or_went_in_between_is_seen_too(place):
    read = standing(place)
    with pytest.raises(DocumentError, match="read no strategy"):
        save(place, None, read.document)
    place.strategy.unlink()
    with pytest.raises(DocumentError, match="now no strategy"):
        save(place, read, read.document)


def test_a_first_strategy_keeps_its_number(place):
    document = standing(place).document
    place.strategy.unlink()
    assert save(place, None, document) == document == standing(place).document


def test_without_a_strategy_the_next_step_is_said(place):
    place.strategy.unlink()
    with pytest.raises(DocumentError, match="run custrata draft"):
        standing(place)


def test_a_damaged_revision_is_still_listed(place):
    keep(place, "no strategy: [")
    assert [one.revision for one in revisions(place)] == [1]


def test_the_last_kept_is_the_last_one_even_when_numbers_begin_anew(place):
    read = standing(place)
    keep(place, read.text.replace("revision: 1", "revision: 7"))
    save(place, read, longer(read.document, 24))
    assert [one.revision for one in revisions(place)] == [7, 1]


def test_what_killed_saves_left_behind_is_taken_away(place):
    first = standing(place)
    kept = keep(place, first.text)
    begun = [place.strategy.with_name(".strategy.yaml.77"), kept.with_name(f".{kept.name}.78")]
    stranger = place.strategy.with_name(".strategy.yaml.swp")
    for file in (*begun, stranger):
        file.write_text("half")
    save(place, first, longer(first.document, 24))
    assert [file.exists() for file in (*begun, stranger)] == [False, False, True]
