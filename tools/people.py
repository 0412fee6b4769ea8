"""Make people of a workspace; write a session cookie for each, one a line, for the load of `tools/load.py`.

Usage: CUSTRATA_SITE=FOLDER python tools/people.py SLUG FILE [HOW_MANY]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def sessions(slug: str, count: int) -> list[str]:
    """The session cookies of so many editors; those of an earlier run are used again.

    Args:
        slug: The workspace's part of the address.
        count: How many people.
    """
    from django.contrib.auth import login
    from django.http import HttpRequest

    from custrata.web.accounts.cookies.store import CookieSession
    from custrata.web.accounts.models import User
    from custrata.web.workspaces.models import Membership, Workspace

    workspace = Workspace.objects.get(slug=slug)
    found = []
    for at in range(count):
        user, _ = User.objects.get_or_create(email=f"reader-{at}@example.org", defaults={"name": f"R {at}"})
        Membership.objects.get_or_create(workspace=workspace, user=user, defaults={"role": "editor"})
        request = HttpRequest()
        request.session = CookieSession()
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        request.session.save()
        found.append(request.session.secret)
    return found


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "custrata.web.site.settings")
    import django

    django.setup()
    many = int(sys.argv[3]) if len(sys.argv) > 3 else 50
    Path(sys.argv[2]).write_text("\n".join(sessions(sys.argv[1], many)) + "\n", encoding="utf-8")
