from __future__ import annotations

import pytest

from custrata.errors import DeliveryError
from custrata.web.customers.table.exporting import refuse_small


def test_small_groups_stay_here_unless_persons_may_be_seen():
    for n in (1, 10):
        with pytest.raises(DeliveryError, match="under 11"):
            refuse_small(n, persons=False)
    assert refuse_small(11, persons=False) is None
    assert refuse_small(3, persons=True) is None
