import pytest

from custrata.errors import DocumentError
from custrata.strategy.blocks import pieces_of
from custrata.strategy.document import Document
from custrata.web.strategies.history.taking_back import restore, undo
from custrata.web.strategies.models import BlockRevision
from custrata.web.strategies.saving import Conflict, head_of, set_value


@pytest.fixture
def ann(member):
    return member("editor", email="ann@example.org")


def now(strategy) -> Document:
    return head_of(strategy).document


def test_a_block_comes_back_and_its_neighbour_stays(strategy, ann):
    before = now(strategy).horizon
    set_value(strategy, "horizon.months", "30", strategy.number, ann)
    set_value(strategy, "sponsor.name", "Bea", strategy.number, ann)
    restore(strategy, 1, strategy.number, ann, "horizon")
    assert (now(strategy).horizon, now(strategy).sponsor.name) == (before, "Bea")


def test_the_whole_comes_back_but_for_the_signatures(strategy, ann):
    first = now(strategy)
    set_value(strategy, "horizon.months", "30", strategy.number, ann)
    set_value(strategy, "sign_offs[head of sales].name", "Sam", strategy.number, None)
    restore(strategy, 1, strategy.number, ann)
    signed = next(s for s in now(strategy).sign_offs if s.function == "head of sales")
    assert now(strategy).horizon == first.horizon
    assert signed.name == "Sam"
    assert BlockRevision.objects.filter(strategy=strategy, number=strategy.number, origin="restore").exists()


def test_what_somebody_saved_in_between_is_not_lost_by_a_restore(strategy, ann):
    base = strategy.number
    set_value(strategy, "horizon.months", "30", base, ann)
    looked_at = strategy.number
    set_value(strategy, "horizon.months", "36", looked_at, None)
    with pytest.raises(Conflict):
        restore(strategy, 1, looked_at, ann, "horizon")


def test_ones_own_save_is_taken_back(strategy, ann):
    before = pieces_of(now(strategy))
    set_value(strategy, "horizon.months", "30", strategy.number, ann)
    undo(strategy, strategy.number, ann)
    assert pieces_of(now(strategy)) == before
    assert strategy.number == 3


def test_what_somebody_changed_since_is_shown_and_not_undone(strategy, ann):
    set_value(strategy, "horizon.months", "30", strategy.number, ann)
    set_value(strategy, "horizon.months", "36", strategy.number, None)
    with pytest.raises(Conflict):
        undo(strategy, 2, ann)
    assert now(strategy).horizon.months == 36


def test_nobody_takes_back_what_others_saved(strategy, ann, member):
    set_value(strategy, "horizon.months", "30", strategy.number, ann)
    with pytest.raises(DocumentError):
        undo(strategy, 2, member("editor"))
    assert now(strategy).horizon.months == 30


def test_a_signature_is_never_brought_back(strategy, ann):
    with pytest.raises(DocumentError):
        restore(strategy, 1, strategy.number, ann, "sign_offs[head of sales]")
