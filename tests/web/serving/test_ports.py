import socket

import pytest

from custrata.errors import SettingError
from custrata.web.serving import ports
from custrata.web.serving.ports import answers, free_port, is_local


@pytest.fixture
def taken():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_port_that_is_taken_is_said_with_what_to_do(taken):
    with pytest.raises(SettingError, match=f"port {taken} is taken") as caught:
        free_port("127.0.0.1", taken)
    assert "--port" in caught.value.remedy


def test_the_next_port_is_tried_where_none_was_asked_for(taken, monkeypatch):
    monkeypatch.setattr(ports, "FIRST", taken)
    assert taken < free_port("127.0.0.1", None) < taken + ports.TRIED


def test_an_address_that_the_machine_does_not_have_is_said():
    with pytest.raises(SettingError):
        free_port("no.such.host.invalid", 8000)


def test_an_address_of_another_machine_is_not_called_a_taken_port():
    with pytest.raises(SettingError, match="no such address"):
        free_port("203.0.113.9", None)


def test_a_port_of_the_administrator_is_not_called_taken(monkeypatch):
    class Kept(socket.socket):
        def bind(self, address):
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(ports.socket, "socket", Kept)
    with pytest.raises(SettingError, match="port 80 is kept for the administrator"):
        free_port("127.0.0.1", 80)


@pytest.mark.parametrize(
    ("host", "local"),
    [("localhost", True), ("127.0.0.2", True), ("::1", True), ("0.0.0.0", False), ("shop", False)],
)
def test_which_addresses_only_this_machine_reaches(host, local):
    assert is_local(host) is local


def test_a_server_is_waited_for_and_not_for_ever(taken):
    assert answers("127.0.0.1", taken, 5)
    assert answers("0.0.0.0", taken, 5)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        assert not answers("127.0.0.1", probe.getsockname()[1], 0.2)
