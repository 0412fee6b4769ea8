from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from custrata.engine.model_endpoint import ModelEndpoint
from custrata.errors import InputError

SECRET = "token-that-nobody-may-see"


class Service(BaseHTTPRequestHandler):
    def do_GET(self):
        self._answer({"data": [{"id": "small"}]})

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, self.headers.get("Authorization"), asked))
        self._answer(self.server.reply)

    def _answer(self, value):
        data = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args):
        pass


@pytest.fixture
def service():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.asked, server.status = [], 200
    server.reply = {"choices": [{"message": {"content": "hello"}}]}
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def endpoint(server, **more):
    return ModelEndpoint(f"http://127.0.0.1:{server.server_port}/v1", timeout_s=5, **more)


def test_the_model_that_is_offered_first_is_asked(service):
    assert endpoint(service, key=SECRET).write([{"role": "user", "content": "hi"}]) == "hello"

    path, authorization, asked = service.asked[0]
    assert (path, authorization) == ("/v1/chat/completions", f"Bearer {SECRET}")
    assert (asked["model"], asked["temperature"]) == ("small", 0)


def test_a_local_service_gets_no_token(service):
    endpoint(service, model="m").write([])

    assert service.asked[0][1] is None


@pytest.mark.parametrize("reply", [b"no json", b"[]", {}, {"choices": []}, {"choices": [{"message": {}}]}])
def test_an_answer_that_holds_no_message_is_refused_in_words(service, reply):
    service.reply = reply

    with pytest.raises(InputError) as refused:
        endpoint(service, model="m", key=SECRET).write([])

    assert refused.value.remedy
    assert SECRET not in str(refused.value)


def test_a_refusal_of_the_service_is_said(service):
    service.status = 401

    with pytest.raises(InputError, match="401"):
        endpoint(service, model="m").write([])


def test_a_service_that_is_not_there_is_said():
    with pytest.raises(InputError, match="cannot be reached"):
        ModelEndpoint("http://127.0.0.1:9/v1", model="m", timeout_s=2).write([])


@pytest.mark.parametrize("url", ["file:///etc/passwd", "localhost", ""])
def test_only_web_addresses_are_asked(url):
    with pytest.raises(InputError, match="no http"):
        ModelEndpoint(url, model="m").write([])


def test_a_secret_in_the_address_or_the_token_is_not_printed():
    hidden = ModelEndpoint(f"http://user:{SECRET}@127.0.0.1:9/v1", key=SECRET)

    with pytest.raises(InputError) as refused:
        hidden.write([])

    assert SECRET not in str(refused.value)
    assert SECRET not in repr(ModelEndpoint("http://x", key=SECRET))
