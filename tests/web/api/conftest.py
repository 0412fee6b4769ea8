"""Programs that ask the API for people with every role."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from custrata.web.accounts import tokens
from custrata.web.accounts.models import User
from custrata.web.workspaces.models import Workspace


@dataclass
class Program:
    """A program with a token."""

    user: User
    workspace: Workspace
    token: str

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Ask; a path that begins with a slash is one of the whole API, others lie in the workspace."""
        whole = path if path.startswith("/") else f"/workspaces/{self.workspace.slug}/{path}"
        return Client().generic(
            method,
            f"/api/v1{whole.rstrip('/')}",
            "" if body is None else json.dumps(body),
            content_type="application/json",
            headers={
                "Authorization": f"Bearer {self.token}",
                **{k.replace("_", "-"): v for k, v in headers.items()},
            },
        )

    def get(self, path: str, **headers: str) -> Any:
        """What an address answers, once it has proved to answer at all."""
        answer = self.ask("GET", path, **headers)
        assert answer.status_code == 200, answer.content
        return answer.json()


@pytest.fixture(autouse=True)
def quick(settings):
    """As many requests as a test likes, and none counted from another test."""
    settings.API_RATE = "100000/min"
    cache.clear()


@pytest.fixture
def program(workspace, member):
    """Makes a program of somebody with a role: ``program("editor").get("document")``."""

    def make(role: str, *scopes: str, of: Workspace | None = None, persons: bool = False) -> Program:
        where = of or workspace
        user = member(role, of=where, persons=persons)
        return Program(
            user, where, tokens.make(user, where, "tests", set(scopes or ("read", "write", "people")))
        )

    return make


@pytest.fixture
def problem_of():
    """Proves that an answer is a problem of a status, and gives it."""

    def proved(answer: HttpResponse, status: int) -> Any:
        assert answer.status_code == status, answer.content
        assert answer["Content-Type"] == "application/problem+json"
        said = json.loads(answer.content)
        assert said["status"] == status
        assert said["title"]
        return said

    return proved
