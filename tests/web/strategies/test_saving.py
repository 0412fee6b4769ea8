import pytest

from custrata.web.audit.models import Entry
from custrata.web.strategies.models import BlockRevision
from custrata.web.strategies.saving import Conflict, document_at, head_of, set_value, strategy_of


@pytest.fixture
def strategy(workspace):
    return strategy_of(workspace)


def test_a_save_is_one_revision_of_one_block(strategy):
    saved = set_value(strategy, "horizon.months", "30", 1, None)
    assert (saved.number, saved.blocks) == (2, ("horizon",))
    assert head_of(strategy).document.horizon.months == 30
    assert document_at(strategy, 1).horizon.months != 30


def test_saves_of_two_blocks_on_one_base_both_live(strategy):
    set_value(strategy, "horizon.months", "30", 1, None)
    set_value(strategy, "sponsor.name", "Chief executive", 1, None)
    now = head_of(strategy).document
    assert (now.horizon.months, now.sponsor.name) == (30, "Chief executive")


def test_the_second_save_of_a_block_is_shown_the_first(strategy, member):
    set_value(strategy, "horizon.months", "30", 1, member("editor", email="ann@example.org"))
    with pytest.raises(Conflict) as caught:
        set_value(strategy, "horizon.months", "18", 1, None)
    assert caught.value.theirs["horizon"]["months"] == 30
    assert caught.value.mine["horizon"]["months"] == 18
    assert caught.value.by == {"horizon": "ann"}
    assert head_of(strategy).document.horizon.months == 30


def test_a_save_that_changes_nothing_is_no_revision(strategy):
    same = str(head_of(strategy).document.horizon.months)
    assert set_value(strategy, "horizon.months", same, 1, None).number == 1


def test_every_save_is_on_record(strategy):
    before = Entry.objects.count()
    set_value(strategy, "horizon.months", "30", 1, None)
    assert Entry.objects.count() == before + 1
    assert BlockRevision.objects.filter(strategy=strategy, number=2).count() == 1
