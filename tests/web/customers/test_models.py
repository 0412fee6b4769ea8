from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from custrata.web.customers.models import Segment, SegmentRevision, TableView


def test_names_of_segments_are_taken_once_a_workspace(workspace, other_workspace):
    made = Segment.objects.create(workspace=workspace, name="Gold", rule={})
    assert str(made) == "Gold"
    with pytest.raises(IntegrityError), transaction.atomic():
        Segment.objects.create(workspace=workspace, name="Gold", rule={})
    assert Segment.objects.create(workspace=other_workspace, name="Gold", rule={}).pk


def test_what_is_kept_says_what_it_is(workspace, member):
    made = Segment.objects.create(workspace=workspace, name="Gold", rule={})
    assert str(SegmentRevision(segment=made, number=2, name="Gold", rule={})) == "Gold, revision 2"
    assert str(TableView(workspace=workspace, user=member("viewer"), name="Mine")) == "Mine"
