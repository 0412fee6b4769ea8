"""The deck for the executive team: the few slides on which decisions hang."""

from __future__ import annotations

from custrata.delivery.deck.slides import Deck, Slide
from custrata.delivery.deck.storyline import STORY, Composition
from custrata.delivery.deck.variants.binding import bind

TITLE = "Customer strategy: for the executive team"
MOST, LEAST = 12, 10
"""Slides before the appendix, the cover among them."""

ROWS = (
    "summary",
    "target",
    "tiers",
    "whale",
    "exchange",
    "intents",
    "stages",
    "ranking",
    "scorecard",
    "stakes",
    "assumptions",
    "decisions",
)
"""What is always taken where it has something to show."""


def executive_deck(whole: Composition, *, example: str = "") -> Deck:
    """Ten to twelve slides of the board's deck, the same objects under the same ids.

    Args:
        whole: All slides that there are.
        example: Words that open the evidence line when the data are no company's own.
    """
    return bind(whole.material, chosen(whole), ids=whole.ids, title=TITLE, example=example)


def chosen(whole: Composition) -> tuple[Slide, ...]:
    """The slides of the executive deck, in the order of the story.

    Args:
        whole: All slides that there are.
    """
    ranks = {told.row: told.keep for told in STORY}
    rows = [row for row in ROWS if whole.of_rows((row,))]
    spare = sorted((s.row for s in whole.story if s.row not in rows), key=lambda r: (ranks.get(r, 99), r))
    for row in dict.fromkeys(spare):
        if len(whole.of_rows(rows)) + 1 >= LEAST:
            break
        rows.append(row)
    while len(whole.of_rows(rows)) + 1 > MOST:
        rows.remove(max(rows, key=lambda r: (ranks.get(r, 99), r)))
    return whole.of_rows(rows)
