from __future__ import annotations

import pytest

from custrata.errors import DeliveryError
from custrata.web.customers.table.exporting import refuse_rows


def test_rows_stay_here_unless_persons_may_be_seen():
    with pytest.raises(DeliveryError, match="only with the right to see persons"):
        refuse_rows(persons=False)
    assert refuse_rows(persons=True) is None
