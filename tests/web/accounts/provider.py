"""A small provider of OpenID Connect: discovery, authorize, token, userinfo and keys, for tests alone.

Whoever is sent to it comes back at once as the person that the test names in ``claims``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "custrata", "a secret between the two"


@dataclass
class Provider:
    """What a test sets, and what the provider has seen."""

    url: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    changed: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    key: Any = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back to, with a code."""
        self.asked.append(asked)
        code = secrets.token_urlsafe(12)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, given: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Tokens for a code, once, for who holds secret and verifier."""
        asked = self.codes.pop(given.get("code", ""), None)
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            asked is None
            or given.get("client_secret") != SECRET
            or given.get("redirect_uri") != asked["redirect_uri"]
            or proof != asked.get("code_challenge")
        ):
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        said = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300, **self.claims, **self.changed}
        signed = jwt.encode(said, self.key, algorithm="RS256", headers={"kid": "one"})
        return 200, {"access_token": "of this person", "token_type": "Bearer", "id_token": signed}

    def answer(self, path: str, given: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """What stands at an address."""
        if path == "/.well-known/openid-configuration":
            named = {name: f"{self.url}/{name}" for name in ("authorize", "token", "userinfo", "jwks")}
            return 200, {
                "issuer": self.url,
                "authorization_endpoint": named["authorize"],
                "token_endpoint": named["token"],
                "userinfo_endpoint": named["userinfo"],
                "jwks_uri": named["jwks"],
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        if path == "/jwks":
            public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
            return 200, {"keys": [public | {"kid": "one", "use": "sig", "alg": "RS256"}]}
        return (200, self.claims) if path == "/userinfo" else self.token(given)


@contextmanager
def running() -> Iterator[Provider]:
    """A provider that answers on this machine until the test is over."""
    provider = Provider()

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            given = {key: value[0] for key, value in parse_qs(parts.query).items()}
            if parts.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", provider.authorize(given))
                self.end_headers()
            else:
                self.said(*provider.answer(parts.path, given))

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            given = {key: value[0] for key, value in parse_qs(sent).items()}
            self.said(*provider.answer(urlsplit(self.path).path, given))

        def said(self, status: int, what: dict[str, Any]) -> None:
            body = json.dumps(what).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *given: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        provider.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield provider
        server.shutdown()
        thread.join()
