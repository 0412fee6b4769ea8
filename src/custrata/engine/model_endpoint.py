"""A language model behind an OpenAI-compatible endpoint, local or hosted."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import urlsplit

from custrata.errors import InputError

LARGEST_REPLY = 4_000_000
"""Bytes that a reply never needs."""


@dataclass(frozen=True)
class ModelEndpoint:
    """Where a model is asked.

    Attributes:
        url: Base address of the service, such as ``http://localhost:11434/v1``.
        model: Name of the model there; empty takes what the service offers first.
        key: Token of the service; empty for a local one. It is sent as a header and never printed.
        timeout_s: Seconds until a request is given up.
    """

    url: str
    model: str = ""
    key: str = ""
    timeout_s: float = 120.0

    def __repr__(self) -> str:
        return f"ModelEndpoint({self.url!r}, {self.model!r})"

    def write(self, messages: list[dict[str, str]]) -> str:
        """What the model writes in answer to messages.

        Args:
            messages: Pairs of ``role`` and ``content``.

        Raises:
            InputError: The service cannot be reached, refuses, or answers with something else.
        """
        asked = {"model": self.model or self._first(), "messages": messages, "temperature": 0}
        found = self._json("/chat/completions", json.dumps(asked).encode("utf-8"))
        choices = found.get("choices")
        first = choices[0] if isinstance(choices, Sequence) and choices else None
        message = first.get("message") if isinstance(first, dict) else None
        content = message.get("content") if isinstance(message, dict) else None
        if not isinstance(content, str):
            raise self._refused("the answer holds no message")
        return content

    def _first(self) -> str:
        offered = self._json("/models", None).get("data")
        first = offered[0] if isinstance(offered, Sequence) and offered else None
        name = first.get("id") if isinstance(first, dict) else None
        if not isinstance(name, str):
            raise self._refused("it offers no model", remedy="name one with --model-name")
        return name

    def _json(self, path: str, data: bytes | None) -> dict[str, object]:
        if urlsplit(self.url).scheme not in ("http", "https"):
            raise self._refused("the address is no http or https address")
        headers = {"Content-Type": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        request = urllib.request.Request(f"{self.url.rstrip('/')}{path}", data=data, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=self.timeout_s) as answer:
                found = json.loads(answer.read(LARGEST_REPLY))
        except urllib.error.HTTPError as error:
            raise self._refused(f"it answers {error.code} {error.reason}") from error
        except (urllib.error.URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", error)
            raise self._refused(f"it cannot be reached ({reason})") from error
        except (ValueError, RecursionError) as error:
            raise self._refused("the answer is not JSON") from error
        if not isinstance(found, dict):
            raise self._refused("the answer is not a JSON object")
        return found

    def _refused(self, what: str, remedy: str = "") -> InputError:
        parts = urlsplit(self.url)
        place = f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}{parts.path}"
        usual = "check the address, CUSTRATA_MODEL_KEY and --model-name, or draft without --model"
        return InputError(f"the language model did not answer: {what}", where=place, remedy=remedy or usual)
