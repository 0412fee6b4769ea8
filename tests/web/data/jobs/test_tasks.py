from custrata.web.data.jobs.tasks import work as task
from custrata.web.data.models import Job, State


def test_the_task_of_the_queue_does_the_job_once(workspace, work):
    done = []
    work(lambda run: done.append(run.job.pk) or {})
    job = Job.objects.create(workspace=workspace, kind="sample")
    assert task.call(job.pk) == State.DONE
    assert task.call(job.pk) == ""
    assert done == [job.pk]
