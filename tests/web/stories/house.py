"""The keeper of a site that stories are played on: asked by lines of JSON, answered by lines of JSON.

It runs apart from the tests, as whoever sets a site up does, because their own database lies in memory and is
rolled back, while a story needs a site that a server, a worker and two browsers share.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any


def prepare() -> None:
    """Make the site and its tables."""
    from custrata.web.serving.preparing import open_site

    open_site(Path(os.environ["CUSTRATA_SITE"]))


def workspace(folder: str, name: str) -> dict[str, Any]:
    """Take a project in as a workspace without people."""
    from custrata.web.workspaces.opening import adopt

    return {"slug": adopt(Path(folder), None, name=name).slug}


def person(slug: str, name: str, role: str, persons: bool, function: str, password: str) -> dict[str, Any]:
    """Somebody who has come in: with a role in a workspace, or in none where no slug is given."""
    from django.test import Client

    from custrata.web.accounts.models import User
    from custrata.web.workspaces.models import Membership, Workspace

    user = User.objects.create_user(f"person-{User.objects.count()}@example.org", password or None, name=name)
    if slug:
        where = Workspace.objects.get(slug=slug)
        Membership.objects.create(workspace=where, user=user, role=role, persons=persons, function=function)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return {"session": client.cookies["sessionid"].value, "key": user.pk}


def main() -> None:
    """Answer until nobody asks any more."""
    prepare()
    asked = {"workspace": workspace, "person": person}
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        what, given = json.loads(line)
        print(json.dumps(asked[what](**given)), flush=True)


if __name__ == "__main__":
    main()
