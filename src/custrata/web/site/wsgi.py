"""The door for a server: the application that answers requests."""

from __future__ import annotations

import os

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "custrata.web.site.settings")
application = get_wsgi_application()


def kept_warm() -> WSGIHandler:
    """The application in a process that also keeps warm what it shows, as ``custrata serve`` starts it.

    Returns:
        What a server calls; whoever only imports this module starts no thread.
    """
    # Models can be read only once Django is set up.
    from custrata.web.site.warming import keep_warm

    keep_warm()
    return application
