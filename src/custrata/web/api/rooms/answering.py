"""What operations may answer, so that the description of the API says every status."""

from __future__ import annotations

from typing import Annotated, Any, cast

from django.http import HttpRequest
from ninja import Path, Schema
from pydantic import ConfigDict, Field

from custrata.web.accounts.models import User
from custrata.web.api.paging import LARGEST
from custrata.web.api.problems import Problem
from custrata.web.workspaces.asking import Asking

ALWAYS = (400, 401, 403, 404, 415, 422, 429)
CHANGING = (409, 410, 412, 428)

FILE = {
    "responses": {
        200: {
            "description": "The file.",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}
"""What the description says of an answer that is a file."""

Slug = Annotated[str, Path(..., description="The workspace's part of the address.")]
Number = Annotated[int, Path(..., ge=1, le=LARGEST)]
Words = Annotated[str, Field(pattern=r"^[^\x00]*$")]
"""Text without the one letter that databases refuse."""


def answers(shape: Any, *more: int, status: int = 200) -> dict[Any, Any]:
    """What an operation may answer.

    Args:
        shape: Of the answer; None for one without a body.
        more: Statuses of problems beside those that every operation has; 304 has no body.
        status: Of the answer.
    """
    found: dict[Any, Any] = {status: shape}
    found |= dict.fromkeys((*ALWAYS, *(m for m in more if m != 304)), Problem)
    return found | ({304: None} if 304 in more else {})


class Sent(Schema):
    """What a client sends: what is not known is refused, so that a misspelt name is no silent loss."""

    model_config = ConfigDict(extra="forbid")


Anything = dict[str, Any]
"""Plain values, as the strategy's form has them."""


def asking_in(request: HttpRequest) -> Asking:
    """Who asks, in the workspace of the address."""
    return cast(Asking, request.auth)  # type: ignore[attr-defined]  # set by the gate


def person_in(request: HttpRequest) -> User:
    """Who asks, where it is about the person alone."""
    return cast(User, request.auth)  # type: ignore[attr-defined]  # set by the gate
