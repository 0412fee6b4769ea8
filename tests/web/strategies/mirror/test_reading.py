import pytest

from custrata.project.revising.mending import set_values
from custrata.project.revising.mirroring import file_text, mirror
from custrata.project.revising.saving import revisions
from custrata.web.audit.models import Entry
from custrata.web.strategies.mirror.reading import read_in
from custrata.web.strategies.mirror.writing import write
from custrata.web.strategies.models import BlockRevision, Dispute, Origin
from custrata.web.strategies.saving import head_of, set_value, strategy_of


@pytest.fixture
def strategy(workspace):
    write(workspace)
    read_in(workspace)
    return strategy_of(workspace)


def test_an_edit_of_the_file_is_a_revision_of_the_block(workspace, strategy):
    set_values(workspace.path, [("horizon.months", "30")])
    assert read_in(workspace)
    now = strategy_of(workspace)
    assert head_of(now).document.horizon.months == 30
    row = BlockRevision.objects.get(strategy=now, number=now.number)
    assert (row.block, row.origin, row.author) == ("horizon", Origin.FILE, None)


def test_edits_of_two_blocks_on_both_sides_both_live(workspace, strategy):
    set_value(strategy, "sponsor.name", "Chief executive", strategy.number, None)
    set_values(workspace.path, [("horizon.months", "30")])
    read_in(workspace)
    now = head_of(strategy_of(workspace)).document
    assert (now.horizon.months, now.sponsor.name) == (30, "Chief executive")
    assert not Dispute.objects.exists()


def test_where_both_sides_changed_a_block_ours_stays_and_theirs_waits_for_a_decision(workspace, strategy):
    set_value(strategy, "horizon.months", "18", strategy.number, None)
    set_values(workspace.path, [("horizon.months", "30")])
    theirs = file_text(workspace.place)
    read_in(workspace)
    assert head_of(strategy_of(workspace)).document.horizon.months == 18
    assert '"months": 30' in Dispute.objects.get().text
    assert theirs in [one.file.read_text(encoding="utf-8") for one in revisions(workspace.place)]
    assert Entry.objects.filter(act="strategy.disputed", thing="horizon").count() == 1


def test_the_same_edit_read_twice_is_one_dispute(workspace, strategy):
    set_value(strategy, "horizon.months", "18", strategy.number, None)
    set_values(workspace.path, [("horizon.months", "30")])
    read_in(workspace)
    read_in(workspace)
    assert Dispute.objects.count() == 1


def test_a_file_written_by_us_whose_note_was_lost_is_known_again(workspace, strategy):
    before = strategy.mirrored
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    # The process dies between the file and the note of it.
    mirror(workspace.place, before, head_of(strategy).document)
    set_value(strategy, "horizon.months", "31", strategy.number, None)
    assert read_in(workspace)
    now = strategy_of(workspace)
    assert now.mirrored_number == now.number - 1
    assert head_of(now).document.horizon.months == 31
    assert not Dispute.objects.exists()


def test_a_file_that_was_taken_away_is_written_anew(workspace, strategy):
    workspace.place.strategy.unlink()
    assert read_in(workspace)
    assert write(workspace)
    assert workspace.place.strategy.is_file()
    assert head_of(strategy_of(workspace)).number == strategy.number


def test_a_file_that_was_mended_is_read_in(workspace, strategy):
    good = file_text(workspace.place)
    workspace.place.strategy.write_text("company: [")
    assert not read_in(workspace)
    workspace.place.strategy.write_text(good + "# mended\n")
    assert read_in(workspace)
    assert strategy_of(workspace).trouble == ""
