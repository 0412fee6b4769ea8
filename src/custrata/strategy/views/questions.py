"""Six questions that a customer strategy must answer, as a checklist over the canvas."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from custrata.strategy.document import Document
from custrata.strategy.parts.canvas import TITLES
from custrata.strategy.views.presence import Thing, block_path, said
from custrata.strategy.views.things import groups as g
from custrata.strategy.views.things import journey as j
from custrata.strategy.views.things import promise as p
from custrata.strategy.views.things import steering as s
from custrata.strategy.views.view import Wanted


class Answered(StrEnum):
    """How far a question is answered."""

    ANSWERED = "answered"
    PARTLY = "partly"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        id: Its name.
        text: The question.
        blocks: Blocks of the canvas that answer it.
        things: What an answer needs.
    """

    id: str
    text: str
    blocks: tuple[str, ...]
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """How one question is answered.

    Attributes:
        question: The question.
        state: Answered when all it needs is there, open when nothing is, partly in between.
        where: Titles of the blocks that say something on it, then paths of the parts that do.
        wanted: What an answer needs, and what was found of it.
    """

    question: Question
    state: Answered
    where: tuple[str, ...]
    wanted: tuple[Wanted, ...]


QUESTIONS = (
    Question(
        "who",
        "Who are the customers and users?",
        ("customer_context",),
        (g.GROUPS, g.FOUND_BY_DATA, g.PAYERS, g.NEEDS),
    ),
    Question(
        "to_them",
        "What value does the business bring to them?",
        ("customer_value_proposition", "products_and_services", "concept_of_experience"),
        (g.PROMISED, p.OWN_OFFER, p.OFFERS),
    ),
    Question(
        "to_us",
        "What value do they bring back?",
        ("business_value_proposition", "business_context"),
        (p.RETURN, g.GIVES, g.SHARES_WANTED),
    ),
    Question(
        "seeing",
        "How does the business keep seeing what they need and do?",
        ("insight",),
        (j.CUSTOMERS_HEARD, j.INSIGHTS, j.LOOP_CLOSED),
    ),
    Question(
        "focus",
        "How does it keep its mind on that?",
        ("people_and_culture", "performance", "supporting_capabilities"),
        (s.GOALS, s.INCENTIVES_SERVE, s.PLANS_LINKED, s.CULTURE),
    ),
    Question(
        "oversight",
        "How is it overseen, followed and measured?",
        ("performance", "governance"),
        (s.SCORECARD, s.SCORE_TARGETS, s.ACCOUNTABLE, s.RIGHTS, s.ANY_REVIEW),
    ),
)
"""The six questions."""


def ask(document: Document) -> tuple[Answer, ...]:
    """How far a document answers the six questions."""
    return tuple(_answer(question, document) for question in QUESTIONS)


def _answer(question: Question, document: Document) -> Answer:
    wanted = tuple(Wanted(thing.title, thing.look(document)) for thing in question.things)
    spoken = [b for b in question.blocks if said(document.canvas.block(b).statements)]
    found = dict.fromkeys(path for w in wanted for path in w.found.where)
    canvas = {f"{block_path(b)}.statements" for b in question.blocks}
    where = (*(TITLES[b] for b in spoken), *(path for path in found if path not in canvas))
    state = Answered.PARTLY
    if all(w.found.there for w in wanted):
        state = Answered.ANSWERED
    elif not where:
        state = Answered.OPEN
    return Answer(question, state, where, wanted)
