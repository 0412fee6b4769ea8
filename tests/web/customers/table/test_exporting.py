from __future__ import annotations

import pytest

from custrata.errors import DeliveryError
from custrata.web.customers.table.exporting import _lines, refuse_rows


def test_rows_stay_here_unless_persons_may_be_seen():
    with pytest.raises(DeliveryError, match="only with the right to see persons"):
        refuse_rows(persons=False)
    assert refuse_rows(persons=True) is None


def test_counts_leave_without_a_point_and_money_keeps_its_cents():
    assert _lines([("825", 98.0, 5561.12, None)]).strip() == "825,98,5561.12,"
