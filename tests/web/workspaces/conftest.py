"""People who have just proven who they are."""

from __future__ import annotations

import pytest


@pytest.fixture
def no_question(monkeypatch):
    """Sensitive acts go through without asking for the password again."""
    from custrata.web.accounts.adapter import AccountAdapter

    monkeypatch.setattr(AccountAdapter, "is_reauthentication_required", lambda self, **kind: False)
