from __future__ import annotations

from custrata.web.deliveries.background import deliver
from custrata.web.deliveries.models import Delivered, Progress


class Run:
    said: tuple = ()

    def report(self, stage, share):
        self.said = (stage, share)


def test_what_was_asked_for_is_made(workspace):
    asked = Delivered.objects.create(workspace=workspace, kind="calendar", title="Review dates")
    run = Run()
    assert deliver(run, delivered=asked.pk)["file"].endswith(".ics")
    asked.refresh_from_db()
    assert asked.progress == Progress.DONE
    assert run.said[0] == "write"


def test_what_was_deleted_in_the_meantime_is_not_made(db):
    assert deliver(Run(), delivered=999) == {"file": ""}
