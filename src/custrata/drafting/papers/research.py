"""An interview guide and a survey that aim at the gaps of this draft."""

from __future__ import annotations

from custrata.drafting.roles import MARKETING
from custrata.drafting.sketch import Sketch, called
from custrata.strategy.parts.papers.research import Question, Research, ResearchKind
from custrata.strategy.parts.part import Owner

Asked = tuple[str, str, str]
"""Name of a question, what is asked, what the answer is for."""

OPEN: tuple[Asked, ...] = (
    (
        "before",
        "What did you do before you came to us, and what made you look for something else?",
        "triggers",
    ),
    ("job", "What were you trying to get done when you last {bought}?", "needs of the group"),
    ("worth", "How would you tell a colleague whether it was worth it?", "how they measure value"),
    ("instead", "What would you do if we were not there tomorrow?", "alternatives and what we stand for"),
    ("hard", "What is the hardest part of being our customer?", "pains"),
    ("help", "What happened when you last needed help?", "service standards"),
    ("words", "How would you describe what we do to somebody who does not know us?", "words to use"),
)
"""Open questions; each aims at a gap of the draft."""

LEFT = ("left", "What would have had to be different for you to {stay}?", "why customers go")

CLOSED: tuple[tuple[str, str, str], ...] = (
    ("recommend", "How likely are you to recommend us to a colleague or friend, from 0 to 10?", "nps"),
    ("satisfied", "How satisfied were you with the last help you got, from 1 to 5?", "csat"),
    ("effort", "How easy was it to get done what you came for, from 1 to 7?", "ces"),
)
"""Questions that a measure counts once answers are on record."""


def draft_research(sketch: Sketch) -> tuple[Research, ...]:
    """Interviews with the first group and with those who went, and a survey of what is not asked yet."""
    return (_interviews(sketch), _survey(sketch))


def _interviews(sketch: Sketch) -> Research:
    contract, first = sketch.desk.by_contract, sketch.primary
    words = {
        "bought": "signed or renewed" if contract else "bought from us",
        "stay": "stay" if contract else "come back",
    }
    asked = [*OPEN, LEFT]
    return Research(
        id="research-interviews",
        kind=ResearchKind.INTERVIEW,
        title="Why they come, stay and go",
        group="" if first is None else first.id,
        goal=_goal(sketch),
        questions=tuple(
            Question(id=f"question-{name}", asks=text.format(**words), aims_at=aim)
            for name, text, aim in asked
        ),
        owner=Owner(role=MARKETING),
    )


def _goal(sketch: Sketch) -> str:
    first, went = sketch.primary, "left" if sketch.desk.by_contract else "did not come back"
    whom = called(first) if first else "customers"
    return f"Learn what {whom} need and how they judge what they get: ten who stayed and ten who {went}."


def _survey(sketch: Sketch) -> Research:
    """What is not measured yet; where all is, what is measured is asked again after help was given."""
    new = [c for c in CLOSED if sketch.desk.value(c[2]) is None] or list(CLOSED[1:2])
    questions = [
        Question(id=f"question-{name}", asks=text, aims_at="an answer that a measure counts", measure=measure)
        for name, text, measure in new
    ]
    questions.append(
        Question(id="question-why", asks="What is the main reason for your answer?", aims_at="exact words")
    )
    return Research(
        id="research-survey",
        kind=ResearchKind.SURVEY,
        title="What customers make of it",
        goal="Get answers that stand beside what the same customers do.",
        questions=tuple(questions),
        owner=Owner(role=MARKETING),
    )
