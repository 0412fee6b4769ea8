from __future__ import annotations

from tests.complete import complete

from custrata.strategy.document import Document
from custrata.strategy.parts.canvas import TITLES, Block, Canvas, SteeringZone
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.views.questions import QUESTIONS, Answered, ask

EMPTY = Document(schema_version=2, company="A")


def test_there_are_six_questions_over_blocks_of_the_canvas():
    assert len(QUESTIONS) == 6
    assert {name for question in QUESTIONS for name in question.blocks} <= set(TITLES)


def test_an_empty_document_leaves_all_of_them_open():
    assert [(a.state, a.where) for a in ask(EMPTY)] == [(Answered.OPEN, ())] * 6


def test_a_whole_document_answers_all_of_them_and_says_where():
    for answer in ask(complete()):
        assert answer.state is Answered.ANSWERED
        assert answer.where[0] in TITLES.values()


def test_one_sentence_in_a_block_is_part_of_an_answer():
    zone = SteeringZone(insight=Block(id="insight", statements=(Proposal(id="P1", text="We ask them."),)))
    seeing = ask(EMPTY.model_copy(update={"canvas": Canvas(steering=zone)}))[3]
    assert (seeing.state, seeing.where) == (Answered.PARTLY, ("Insight",))
