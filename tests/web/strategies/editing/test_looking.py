import json

import pytest
from django.http import Http404
from django.test import RequestFactory
from tests.snapshots import every_company

from custrata.web.strategies.editing.looking import look

FIRM = next(s for s in every_company() if {"current", "previous"} <= {r.period.name for r in s.readings})
PLAIN = {
    "statements": [
        {"kind": "claim", "id": "E1", "text": "{n}", "figures": [{"name": "n", "measure": "revenue"}]}
    ]
}


def test_a_number_that_is_looked_at_says_how_it_would_stand_and_what_can_be_chosen():
    told = json.loads(look(RequestFactory().post("/"), PLAIN, "statements[E1].figures[n]", FIRM).content)
    assert told["title"].startswith("Revenue")
    assert "<strong>" in told["now"]
    assert told["segment"][0] == ["", "all customers"]
    assert [name for name, _ in told["period"]]


def test_a_number_that_is_not_there_cannot_be_looked_at():
    with pytest.raises(Http404):
        look(RequestFactory().post("/"), PLAIN, "statements[E1].figures[m]", FIRM)
