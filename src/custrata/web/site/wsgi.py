"""The door for a server: the application that answers requests."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "custrata.web.site.settings")
application = get_wsgi_application()
