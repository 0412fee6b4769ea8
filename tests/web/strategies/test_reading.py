import pytest

from custrata.errors import DocumentError
from custrata.strategy.blocks import with_block
from custrata.strategy.text.writing import dump
from custrata.web.strategies import reading
from custrata.web.strategies.models import BlockRevision, Strategy
from custrata.web.strategies.reading import document_at, head_of, pieces_at
from custrata.web.strategies.saving import change


@pytest.fixture(autouse=True)
def nothing_known():
    """What another test read."""
    reading.forget()
    yield
    reading.forget()


@pytest.fixture
def by_another_process(strategy):
    """Saves a block as a process does of which this one knows nothing."""

    def save(address, value):
        known = dict(reading._kept)
        change(strategy, None, lambda now: with_block(now, address, value), None)
        reading.forget()
        reading._kept.update(known)
        return Strategy.objects.get(pk=strategy.pk)

    return save


def test_without_a_save_there_is_no_strategy(workspace):
    with pytest.raises(DocumentError):
        head_of(Strategy(workspace=workspace))


def test_a_strategy_is_read_once(strategy, django_assert_num_queries):
    first = head_of(strategy).document
    with django_assert_num_queries(0):
        assert head_of(strategy).document is first


def test_what_another_process_saved_is_followed_by_one_query(
    strategy, by_another_process, django_assert_num_queries
):
    before = head_of(strategy).document
    now = by_another_process("horizon", {"months": 36})
    with django_assert_num_queries(1):
        after = head_of(now).document
    assert (after.horizon.months, after.revision) == (36, now.number)
    assert after.canvas is before.canvas
    assert dump(after) == dump(document_at(now, now.number))


def test_several_saves_are_followed_at_once(strategy, by_another_process):
    head_of(strategy)
    for months in (13, 14, 15):
        by_another_process("horizon", {"months": months})
    now = by_another_process("horizon", None)
    assert dump(head_of(now).document) == dump(document_at(now, now.number))
    assert head_of(now).document.horizon.months == 12


def test_a_database_that_was_put_back_is_read_anew(strategy, by_another_process):
    head_of(strategy)
    number = strategy.number
    # The same numbers, written at another time and for other words.
    row = BlockRevision.objects.filter(strategy=strategy, number=number).first()
    BlockRevision.objects.filter(pk=row.pk).update(at=row.at.replace(year=row.at.year - 1))
    BlockRevision.objects.filter(strategy=strategy, block="company").update(text='"Somebody else"')
    now = by_another_process("horizon", {"months": 36})
    assert head_of(now).document.company == "Somebody else"


def test_an_earlier_revision_is_not_what_stands(strategy, by_another_process):
    now = by_another_process("horizon", {"months": 36})
    assert document_at(now, now.number - 1).horizon.months == 12
    assert pieces_at(now, now.number - 1)["horizon"].value != {"months": 36}
    assert pieces_at(now, now.number)["horizon"].value == {"months": 36}
