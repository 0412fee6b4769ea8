import pytest

from custrata.web.data.models import Job, State


@pytest.mark.parametrize(
    ("state", "is_open"),
    [(State.QUEUED, True), (State.RUNNING, True), (State.DONE, False), (State.FAILED, False)],
)
def test_a_job_is_open_while_there_is_something_to_wait_for(workspace, state, is_open):
    job = Job(workspace=workspace, kind="build", state=state)
    assert job.is_open is is_open
    assert str(job) == f"build of {workspace}"
