from __future__ import annotations

from tests.small_strategy import small_strategy

from custrata.strategy.parts.statement import Gap
from custrata.strategy.revision.rebuilding import rebuilt


def test_a_document_without_a_change_is_the_same_object():
    document = small_strategy()
    assert rebuilt(document, lambda part: part) is document


def test_a_part_deep_in_a_list_is_changed_and_nothing_else():
    document = small_strategy()

    def told(part):
        return part.model_copy(update={"waits_for": "a survey"}) if isinstance(part, Gap) else part

    after = rebuilt(document, told)
    assert after.groups[0].needs[0].waits_for == "a survey"
    assert after.goals is document.goals
    assert document.groups[0].needs[0].waits_for == "interviews"
