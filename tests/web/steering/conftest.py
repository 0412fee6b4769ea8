"""What tests of steering ask of pages and of the strategy behind them."""

from __future__ import annotations

import pytest

from custrata.web.strategies.saving import change, head_of, strategy_of

HTMX = {"HX-Request": "true", "HX-Target": "room"}


@pytest.fixture
def address(workspace):
    """An address inside the workspace: ``address("goals/")``."""
    return lambda rest: f"/w/{workspace.slug}/{rest}"


@pytest.fixture
def standing(workspace):
    """The strategy as it stands now."""
    return lambda: head_of(strategy_of(workspace)).document


@pytest.fixture
def with_document(workspace):
    """Saves the strategy with other parts: ``with_document(goals=())``."""

    def save(**parts):
        strategy = strategy_of(workspace)
        return change(strategy, None, lambda before: before.model_copy(update=parts), None).document

    return save


@pytest.fixture
def thin(with_document):
    """A strategy that says next to nothing."""
    lists = (
        "goals initiatives lifecycle scorecard assumptions decisions outcomes propositions offers "
        "capabilities insight_sources objectives incentives decision_rights principles transitions maturity "
        "profiles briefs message_maps channel_charters service_standards empathy_maps journey_maps research "
        "notes audit experiments reviews raci interlocks resources escalations suppressions insights groups "
        "tiers sign_offs"
    )
    return with_document(**dict.fromkeys(lists.split(), ()))


@pytest.fixture
def acts(workspace):
    """Names of what the log says was done here, the latest last."""
    from custrata.web.audit.models import Entry

    return lambda: list(Entry.objects.filter(workspace=workspace).values_list("act", flat=True))
