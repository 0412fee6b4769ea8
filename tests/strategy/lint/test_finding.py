from __future__ import annotations

import pytest

from custrata.strategy.lint.finding import Finding, Known, Severity


def test_a_finding_is_a_value():
    one = Finding("EV101", Severity.ERROR, "groups", "It is wrong.", "Mend it.")
    assert one == Finding("EV101", Severity("error"), "groups", "It is wrong.", "Mend it.")
    with pytest.raises(AttributeError):
        one.code = "EV102"


def test_without_data_nothing_is_known():
    assert not Known().evidence
    assert not Known().measures
