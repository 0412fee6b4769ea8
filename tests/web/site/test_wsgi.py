from __future__ import annotations

import threading

from custrata.web.site import warming, wsgi


def test_who_only_imports_the_application_starts_no_thread():
    assert "warming" not in {thread.name for thread in threading.enumerate()}


def test_the_server_gets_an_application_that_is_kept_warm(monkeypatch):
    begun = []
    monkeypatch.setattr(warming, "keep_warm", lambda: begun.append(True))
    assert wsgi.kept_warm() is wsgi.application
    assert begun == [True]
