import time

import pytest

from custrata.web.api.background import SPANS, forget_paces
from custrata.web.api.limiting import counted
from custrata.web.api.models import Pace

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("span", SPANS)
def test_counts_of_stretches_that_are_over_go_and_those_of_today_stay(span):
    counted("today", span)
    Pace.objects.create(key="long ago", stretch=(int(time.time()) - 5 * 86_400) // span, n=3)
    assert forget_paces() == 1
    assert list(Pace.objects.values_list("key", flat=True)) == ["today"]
