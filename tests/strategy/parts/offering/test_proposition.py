from __future__ import annotations

from custrata.strategy.parts.offering.proposition import Proposition


def test_the_sentence_stands_once_all_four_pieces_do():
    whole = Proposition(
        id="p",
        for_whom="bakers",
        who_need="flour by six",
        we_provide="a van at five",
        unlike="the wholesaler",
    )

    assert whole.sentence == (
        "For bakers who need flour by six, we provide a van at five, unlike the wholesaler."
    )
    assert whole.model_copy(update={"unlike": ""}).sentence == ""
