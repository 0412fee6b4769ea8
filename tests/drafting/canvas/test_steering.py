from __future__ import annotations

import pytest
from tests.snapshots import grocer, phone_company, pipeline

from custrata.drafting.canvas.steering import steering_zone
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen


@pytest.mark.parametrize(
    ("snapshot", "word"), [(grocer(), "come back"), (phone_company(), "a year later"), (pipeline(), "deals")]
)
def test_what_is_rewarded_fits_how_the_company_earns(snapshot, word):
    zone = steering_zone(Pen(Desk(snapshot)), [], [])
    said = [s.said() for s in zone.performance.statements if s.kind == "proposal"]
    assert word in said[0]


def test_reviews_have_their_rhythm():
    said = " ".join(s.said() for s in steering_zone(Pen(Desk(grocer())), [], []).governance.statements)
    assert all(word in said for word in ("Weekly, 30 minutes", "Monthly, 60 minutes", "Yearly"))
