from custrata.web.data.models import Job, State
from custrata.web.data.room.progress import WORDS, progress_of


def made(workspace, **how):
    return Job.objects.create(workspace=workspace, **{"kind": "build", **how})


def test_stages_before_are_done_and_those_after_wait(workspace):
    shown = progress_of(made(workspace, state=State.RUNNING, stage="load", share=0.2))
    assert [stage.state for stage in shown.stages[:4]] == ["done", "done", "now", "wait"]
    assert (shown.percent, shown.live) == (20, True)
    assert {stage.title for stage in shown.stages} <= set(WORDS.values())


def test_the_part_is_asked_for_again_only_while_there_is_something_to_wait_for(come_in, workspace):
    job, client = made(workspace, state=State.RUNNING, stage="read"), come_in("viewer")
    part = client.get(f"/w/{workspace.slug}/data/jobs/{job.pk}/part/")
    assert "every 1s" in part.content.decode()
    assert "HX-Refresh" not in part.headers
    Job.objects.update(state=State.DONE)
    part = client.get(f"/w/{workspace.slug}/data/jobs/{job.pk}/part/")
    assert "every 1s" not in part.content.decode()
    assert part.headers["HX-Refresh"] == "true"


def test_the_part_costs_few_questions(come_in, workspace, django_assert_max_num_queries):
    job, client = made(workspace, state=State.RUNNING), come_in("viewer")
    with django_assert_max_num_queries(6):
        client.get(f"/w/{workspace.slug}/data/jobs/{job.pk}/part/")


def test_jobs_of_another_workspace_are_not_there(come_in, workspace, other_workspace):
    job = made(other_workspace, state=State.RUNNING)
    for address in ("part/", ""):
        assert come_in("admin").get(f"/w/{workspace.slug}/data/jobs/{job.pk}/{address}").status_code == 404


def test_what_went_wrong_is_said_with_what_to_do(come_in, workspace):
    job = made(workspace, state=State.FAILED, message="orders.csv: no rows.", remedy="export it again")
    page = come_in("viewer").get(f"/w/{workspace.slug}/data/jobs/{job.pk}/").content.decode()
    assert "orders.csv: no rows." in page
    assert "export it again" in page
