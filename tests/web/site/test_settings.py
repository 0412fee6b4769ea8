from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.test import Client

from custrata.web.accounts.models import User

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}
PRODUCTION = {
    "CUSTRATA_HTTPS": "1",
    "CUSTRATA_HOSTS": "strategy.example.org",
    "CUSTRATA_SECRET_KEY": "a key for this one test, long enough for the check: 0123456789-abcdefghijklmnop",
}


def settled(tmp_path, statement: str) -> subprocess.CompletedProcess[str]:
    """A site with the surroundings of production, in a process of its own."""
    given = {**os.environ, **PRODUCTION, "CUSTRATA_SITE": str(tmp_path)}
    given["DJANGO_SETTINGS_MODULE"] = "custrata.web.site.settings"
    return subprocess.run(
        [sys.executable, "-c", statement], env=given, capture_output=True, text=True, check=False
    )


def test_the_checks_for_production_find_nothing(tmp_path):
    done = settled(
        tmp_path,
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('check', deploy=True, fail_level='WARNING')",
    )
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_behind_tls_nothing_travels_in_the_clear(tmp_path):
    done = settled(
        tmp_path,
        "import django; django.setup()\n"
        "from django.conf import settings as s\n"
        "from django.test import Client\n"
        "from django.core.management import call_command\n"
        "call_command('migrate', verbosity=0)\n"
        "plain = Client().get('/account/login/', HTTP_HOST='strategy.example.org')\n"
        "tls = {'HTTP_HOST': 'strategy.example.org', 'HTTP_X_FORWARDED_PROTO': 'https'}\n"
        "safe = Client().get('/account/login/', **tls)\n"
        "print(plain.status_code, plain['Location'], safe['Strict-Transport-Security'])\n"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.DEBUG)\n"
        "print(safe.cookies['__Host-csrftoken']['secure'], s.SESSION_COOKIE_NAME)\n"
        "from django.http import HttpResponse\n"
        "from custrata.web.site.door.promises import promise\n"
        "told = HttpResponse()\n"
        "promise(told, 'acme', 'abc')\n"
        "from django.contrib import messages\n"
        "from django.test import RequestFactory\n"
        "from django.contrib.messages.storage import default_storage\n"
        "asked = RequestFactory().get('/')\n"
        "asked.session = {}\n"
        "kept = default_storage(asked)\n"
        "kept.add(messages.INFO, 'Saved')\n"
        "kept.update(told)\n"
        "for name, one in told.cookies.items():\n"
        "    print(name, one['secure'], one['path'], one['domain'] or 'no domain')\n"
        "print(Client().get('/', HTTP_HOST='evil.example', HTTP_X_FORWARDED_PROTO='https').status_code)",
    )
    assert done.stdout.splitlines() == [
        "301 https://strategy.example.org/account/login/ max-age=31536000; includeSubDomains; preload",
        "True True False",
        "True __Host-sessionid",
        "__Host-built True / no domain",
        "__Host-messages True / no domain",
        "400",
    ], done.stderr


def test_sessions_and_counts_lie_where_all_processes_see_them_and_nobody_reads_a_key(tmp_path):
    done = settled(
        tmp_path,
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('migrate', verbosity=0)\n"
        "from django.core.cache import cache\n"
        "from django.db import connection\n"
        "from custrata.web.accounts.cookies.store import CookieSession\n"
        "cache.add('knocks', 0, 60); cache.incr('knocks')\n"
        "print(cache.get('knocks'), 'shared_counts' in connection.introspection.table_names())\n"
        "made = CookieSession(); made['a'] = 1; made.save()\n"
        "from django.contrib.sessions.models import Session\n"
        "print(Session.objects.get().session_key == made.secret)",
    )
    assert done.stdout.splitlines() == ["1 True", "False"], done.stderr


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/account/login/", "/nothing/", "/"])
def test_every_answer_carries_the_headers_that_browsers_hold_to(path):
    answer = Client().get(path)
    assert set(answer["Content-Security-Policy"].split("; ")) == POLICY
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.django_db
def test_the_cookie_of_a_session_is_out_of_reach_of_scripts_and_of_other_sites():
    User.objects.create_user("ana@example.org", "four plain words together")
    browser = Client()
    browser.post("/account/login/", {"login": "ana@example.org", "password": "four plain words together"})
    cookie = browser.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
