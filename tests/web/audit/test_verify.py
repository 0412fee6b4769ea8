from __future__ import annotations

import pytest
from tests.web.audit.force import by_force

from custrata.web.audit.record import record
from custrata.web.audit.verify import Verdict, sealed, verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def log(site):
    return [record("a.b", workspace=None, actor=None, thing=str(number)) for number in range(5)]


def test_a_log_that_nobody_touched_is_whole(log):
    verdict = verify()
    assert verdict == Verdict(5, log[-1].pk)
    assert str(verdict) == f"the log is whole: 5 entries, verified up to entry {log[-1].pk}"
    assert (sealed().entry, sealed().hash) == (log[-1].pk, log[-1].hash)


def test_an_empty_log_is_whole(site):
    assert verify().whole
    assert verify().whole, "also when it was sealed empty"


@pytest.mark.parametrize("change", ["act = 'x'", "thing = 'x'", "detail = '{\"a\": 1}'", "actor_id = 7"])
def test_the_first_entry_that_was_changed_is_named(log, change):
    by_force(f"UPDATE audit_entry SET {change} WHERE id = {log[2].pk}")
    verdict = verify()
    assert (verdict.broken, verdict.checked, verdict.last) == (log[2].pk, 2, log[1].pk)
    assert "changed after it was written" in str(verdict)


def test_an_entry_that_was_taken_out_is_seen_at_the_next_one(log):
    by_force(f"DELETE FROM audit_entry WHERE id = {log[2].pk}")
    assert verify().broken == log[3].pk


def test_an_end_that_was_cut_off_is_seen_after_a_seal(log):
    verify()
    by_force(f"DELETE FROM audit_entry WHERE id >= {log[3].pk}")
    assert verify().broken == log[4].pk
    record("a.b", workspace=None, actor=None)
    assert not verify().whole, "new entries do not cover it up"


def test_a_log_that_grows_after_a_seal_is_whole(log):
    verify()
    record("a.b", workspace=None, actor=None)
    assert verify().checked == 6
