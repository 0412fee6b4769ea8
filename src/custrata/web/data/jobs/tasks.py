"""What a worker calls: one task for all kinds of work."""

from __future__ import annotations

from django_tasks import task

from custrata.web.data.jobs.running import run


@task()
def work(job_id: int) -> str:
    """Take a job up and do it.

    Args:
        job_id: Number of the job.

    Returns:
        The state in which it is left; empty where somebody else has it.
    """
    return run(job_id)
