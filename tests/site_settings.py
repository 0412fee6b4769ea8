"""Settings of the workspace under test: a folder of its own, and passwords that cost no time."""

import os
import tempfile

os.environ["CUSTRATA_SITE"] = tempfile.mkdtemp(prefix="custrata-site-")
os.environ["CUSTRATA_SECRET_KEY"] = "a key for tests alone, long enough that no check complains about it"

from custrata.web.site.settings import *  # noqa: F403  (the folder must be set first)
from custrata.web.site.settings import STATIC_ROOT

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns of a missing folder
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
AXES_ENABLED = False
# Counts of knocks cost no query here; tests/web/site/test_settings.py looks at where they are kept in truth.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MAIL_GOES_OUT = True  # into the outbox of the tests
AUDIT_MAY_EMPTY = True  # between tests that use real transactions the tables are emptied
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
