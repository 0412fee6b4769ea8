from __future__ import annotations

import pytest
from pydantic import ValidationError

from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.statement import Proposal


def goal(scores):
    return Goal(id="g", statement=Proposal(id="P1", text="Customers stay."), scores=scores)


def test_scores_are_a_mapping_outside_and_pairs_inside():
    scored = goal({"alignment": 7, "impact": 1})

    assert scored.scores == (("alignment", 7), ("impact", 1))
    assert scored.model_dump()["scores"] == {"alignment": 7, "impact": 1}


@pytest.mark.parametrize("score", [0, 8, 3.5, "4", True])
def test_a_score_is_a_whole_number_from_1_to_7(score):
    with pytest.raises(ValidationError):
        goal({"alignment": score})
