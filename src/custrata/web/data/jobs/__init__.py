"""Work in the background: started here, done by a worker, taken up again when the worker dies."""

from custrata.web.data.jobs.kinds import kind
from custrata.web.data.jobs.progress import Cancelled, GivenUp, Run
from custrata.web.data.jobs.starting import cancel, latest, start

__all__ = ["Cancelled", "GivenUp", "Run", "cancel", "kind", "latest", "start"]
