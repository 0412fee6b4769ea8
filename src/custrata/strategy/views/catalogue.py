"""All views of a document: five ways to look at the same parts."""

from __future__ import annotations

from collections.abc import Mapping

from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Judged
from custrata.strategy.views.anatomy import ANATOMY
from custrata.strategy.views.canvas import CANVAS
from custrata.strategy.views.chain import CHAIN
from custrata.strategy.views.marketing import MARKETING
from custrata.strategy.views.steps import STEPS
from custrata.strategy.views.view import View, see

PLANS = {plan.name: plan for plan in (ANATOMY, CANVAS, MARKETING, STEPS, CHAIN)}
"""The five views by name."""


def view(name: str, document: Document, judged: Mapping[str, Judged] | None = None) -> View:
    """One view of a document.

    Args:
        name: ``anatomy``, ``canvas``, ``marketing``, ``steps`` or ``chain``.
        document: The strategy.
        judged: How each claim stands, by id; None when no data are at hand.

    Raises:
        DocumentError: There is no view of this name.
    """
    if name not in PLANS:
        raise DocumentError("there is no such view", where=name, remedy=f"choose {', '.join(PLANS)}")
    return see(PLANS[name], document, judged)


def views(document: Document, judged: Mapping[str, Judged] | None = None) -> tuple[View, ...]:
    """All five views of a document.

    Args:
        document: The strategy.
        judged: How each claim stands, by id; None when no data are at hand.
    """
    return tuple(see(plan, document, judged) for plan in PLANS.values())
