from tests.complete import complete

from custrata.strategy.document import Horizon
from custrata.strategy.gathering import Gathered
from custrata.strategy.parts.part import walk


def counted():
    asked = []

    def collect(path, part):
        asked.append(path)
        return [(path, type(part).__name__)]

    return Gathered(collect), asked


def test_every_part_is_looked_at_in_the_order_of_the_document():
    gathered, _ = counted()
    document = complete()
    assert list(gathered(document)) == [(path, type(part).__name__) for path, part in walk(document)]


def test_the_same_document_is_looked_at_once():
    gathered, asked = counted()
    document = complete()
    first, count = gathered(document), len(asked)
    assert gathered(document) is first
    assert len(asked) == count


def test_after_an_edit_only_its_block_is_looked_at():
    gathered, asked = counted()
    document = complete()
    gathered(document)
    asked.clear()
    months = document.horizon.months + 1
    gathered(document.model_copy(update={"horizon": Horizon(months=months)}))
    assert {path for path in asked if path.partition(".")[0] != "canvas"} == {"", "horizon"}


def test_a_block_that_moves_is_found_under_its_new_path():
    gathered, _ = counted()
    document = complete()
    first, second, *rest = document.groups
    turned = document.model_copy(update={"groups": (second, first, *rest)})
    assert list(gathered(turned)) == [(path, type(part).__name__) for path, part in walk(turned)]
