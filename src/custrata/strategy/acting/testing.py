"""A test with customers that puts an assumption to the proof."""

from __future__ import annotations

from custrata.errors import InputError
from custrata.strategy.acting.numbering import free_id, next_statement
from custrata.strategy.document import Document
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.running.experiment import Experiment
from custrata.strategy.parts.statement import Proposal


def with_test_of(document: Document, assumption: str) -> tuple[Document, str]:
    """The document with a planned test of an assumption.

    Args:
        document: The strategy.
        assumption: Id of the assumption.

    Returns:
        The document and the id of the test; whom it draws, how many and how long is left for people to say.

    Raises:
        InputError: There is no such assumption.
    """
    found = next((a for a in document.assumptions if a.id == assumption), None)
    if found is None:
        raise InputError("there is no such assumption", where=assumption, remedy="look at the list again")
    test = _planned(document, found)
    return document.model_copy(update={"experiments": (*document.experiments, test)}), test.id


def _planned(document: Document, assumption: Assumption) -> Experiment:
    statement = assumption.statement
    hypothesis = Proposal(
        id=next_statement(document),
        text=statement.text,
        figures=statement.figures,
        owner=assumption.owner,
    )
    return Experiment(
        id=free_id(document, "experiment", assumption.id.removeprefix("assumption-")),
        hypothesis=hypothesis,
        metric=assumption.measure,
        assumption=assumption.id,
        next_step="Say who is drawn, how many in each arm, and from when to when.",
        owner=assumption.owner,
    )
