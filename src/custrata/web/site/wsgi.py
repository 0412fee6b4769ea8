"""The door for a server: the application that answers requests."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "custrata.web.site.settings")
application = get_wsgi_application()

# Models can be read from here on only.
from custrata.web.site.warming import keep_warm  # noqa: E402  # Django has to be set up first

keep_warm()
