"""The API as a whole: its rooms, its description, its errors."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from custrata.web.api.limiting import Pace
from custrata.web.api.problems import TYPE, answer_all, problem
from custrata.web.api.repeating import HEADER, who
from custrata.web.api.rooms import (
    customer_events,
    customers,
    evidence,
    history,
    links,
    people,
    search,
    segments,
    snapshots,
    strategy,
    together,
)
from custrata.web.api.rooms.kept import deliveries, kinds, notices, views
from custrata.web.api.rooms.reviewing import meetings, reviews
from custrata.web.api.rooms.settings import company, invitations, log, members, roles
from custrata.web.api.rooms.studying import revisions, what_if
from custrata.web.api.rooms.supplying import files, jobs, mapping, set_aside

ROOMS = (
    people,
    members,
    log,
    roles,
    invitations,
    company,
    snapshots,
    evidence,
    strategy,
    history,
    together,
    notices,
    customers,
    customer_events,
    segments,
    revisions,
    what_if,
    views,
    deliveries,
    links,
    reviews,
    meetings,
    files,
    mapping,
    set_aside,
    jobs,
    kinds,
    search,
)
ABOUT = (
    "Everything that the pages of a workspace do. Errors are problems (RFC 9457). Lists come in pages of "
    "`items` and `next`. What may be sent twice carries an `Idempotency-Key`. What is changed is named by "
    "its ETag in `If-Match`."
)
_KEY = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "description": "The same request under the same key is done once, for 24 hours.",
    "schema": {"type": "string", "maxLength": 255, "pattern": "^[!-~]+$"},
}
_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The ETag of the version that this changes.",
    "schema": {"type": "string", "pattern": '^"[0-9a-f]{1,16}"$'},
}


class Api(NinjaAPI):
    """The API with a description that says what errors look like and which headers are read."""

    def get_openapi_schema(self, **asked: Any) -> OpenAPISchema:
        """The description, as OpenAPI 3.1."""
        schema = super().get_openapi_schema(**asked)
        for operations in schema["paths"].values():
            for method, operation in operations.items():
                _described(method, operation)
        return schema


def _described(method: str, operation: dict[str, Any]) -> None:
    for status, answer in operation["responses"].items():
        if int(status) >= 400 and "application/json" in answer.get("content", {}):
            answer["content"] = {TYPE: answer["content"].pop("application/json")}
    if method == "post":
        operation.setdefault("parameters", []).append(_KEY)
    if 428 in map(int, operation["responses"]) and method != "post":
        operation.setdefault("parameters", []).append(_MATCH)


def _for_members(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The description is for who has come in: strangers learn nothing."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs) if who(request) else problem(401, "come in first")

    return guarded


def made() -> Api:
    """The API with all its rooms."""
    api = Api(
        title="Custrata",
        version="1",
        description=ABOUT,
        docs_url=None,
        urls_namespace="api",
        docs_decorator=_for_members,
        throttle=[Pace()],
    )
    answer_all(api)
    for room in ROOMS:
        api.add_router("", room.router)
    return api


API = made()
