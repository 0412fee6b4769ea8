from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from tests.web.audit.force import by_force

from custrata.web.audit.record import record

pytestmark = pytest.mark.django_db


def test_the_command_says_that_the_log_is_whole(site, capsys):
    record("a.b", workspace=None, actor=None)
    call_command("verify_audit")
    assert "the log is whole: 1 entries" in capsys.readouterr().out


def test_the_command_fails_on_a_broken_log(site):
    entry = record("a.b", workspace=None, actor=None)
    by_force("UPDATE audit_entry SET act = 'x'")
    with pytest.raises(CommandError, match=f"broken at entry {entry.pk}"):
        call_command("verify_audit")
