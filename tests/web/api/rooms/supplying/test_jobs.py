import datetime as dt

import pytest

from custrata.project.place import settings_of
from custrata.web.audit.models import Entry
from custrata.web.data.models import Job
from custrata.web.data.room import ordering


@pytest.fixture(autouse=True)
def no_build(monkeypatch):
    """A build is a row here."""

    def begun(workspace, kind, user, **arguments):
        return Job.objects.create(workspace=workspace, kind=kind, user=user, arguments=arguments)

    monkeypatch.setattr(ordering, "start", begun)


def test_a_build_is_looked_at_and_stopped(program, problem_of, other_workspace):
    asker = program("analyst")
    job = Job.objects.create(workspace=asker.workspace, kind="build")
    foreign = Job.objects.create(workspace=other_workspace, kind="build")
    assert [b["number"] for b in asker.get("builds")["items"]] == [job.pk]
    assert asker.get(f"builds/{job.pk}")["state"] == "queued"
    assert asker.ask("POST", f"builds/{job.pk}/cancel").json()["state"] == "cancelled"
    for path in (f"builds/{foreign.pk}", f"jobs/{foreign.pk}"):
        problem_of(asker.ask("GET", path), 404)
        problem_of(asker.ask("POST", f"{path}/cancel"), 404)
    foreign.refresh_from_db()
    assert foreign.state == "queued"


def test_a_build_is_started_for_who_may_and_cut_at_a_day(program, problem_of):
    asker = program("analyst")
    answer = asker.ask("POST", "builds")
    assert (answer.status_code, answer.json()["state"]) == (202, "queued")
    assert Job.objects.get().user == asker.user
    problem_of(program("editor").ask("POST", "builds"), 403)
    assert asker.ask("POST", "builds", {"as_of": "2025-09-30", "again": True}).status_code == 202
    assert settings_of(asker.workspace.place).as_of == dt.date(2025, 9, 30)
    assert Job.objects.first().arguments == {"again": True}
    asker.ask("POST", "builds", {"again": True})
    assert settings_of(asker.workspace.place).as_of == dt.date(2025, 9, 30), "what is left out stays"
    asker.ask("POST", "builds", {"as_of": None})
    assert settings_of(asker.workspace.place).as_of is None
    assert Entry.objects.filter(act="data.cut").count() == 2


def test_the_stages_of_any_work_are_followed_and_it_is_stopped(program, problem_of):
    asker = program("analyst")
    job = Job.objects.create(
        workspace=asker.workspace, kind="build", state="running", stage="exam", share=0.3, worker="w"
    )
    stages = asker.get(f"jobs/{job.pk}")["stages"]
    assert [s["title"] for s in stages if s["state"] == "now"] == ["Examine who comes back"]
    problem_of(program("editor").ask("POST", f"jobs/{job.pk}/cancel"), 403)
    assert asker.ask("POST", f"jobs/{job.pk}/cancel").status_code == 202
    job.refresh_from_db()
    assert job.cancel_requested


def test_two_snapshots_are_held_side_by_side(program, problem_of):
    asker = program("viewer")
    (name,) = asker.get("snapshots")["items"]
    problem_of(asker.ask("GET", "snapshot-differences"), 404)
    same = asker.get(f"snapshot-differences?before={name}&after={name}")
    assert (same["before"], same["items"]) == (name, [])
    problem_of(asker.ask("GET", f"snapshot-differences?before=nothing&after={name}"), 404)
