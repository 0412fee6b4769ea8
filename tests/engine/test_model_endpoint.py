from __future__ import annotations

import socket
import threading

import pytest
from tests.model_service import model_service

from custrata.engine.model_endpoint import ModelEndpoint
from custrata.errors import InputError

SECRET = "token-that-nobody-may-see"


@pytest.fixture
def service():
    with model_service() as server:
        yield server


def endpoint(server, **more):
    return ModelEndpoint(server.url, timeout_s=5, **more)


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


def test_a_service_that_breaks_off_is_said_in_words():
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_break_off, args=(server,), daemon=True)
        thread.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/v1"

        with pytest.raises(InputError, match="did not answer"):
            ModelEndpoint(url, model="m", timeout_s=5).write([])
        thread.join()


def _break_off(server):
    connection, _ = server.accept()
    with connection:
        connection.recv(65536)
        connection.sendall(b"no status line at all\r\n\r\n")
