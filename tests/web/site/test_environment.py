import stat
from pathlib import Path

import pytest

from custrata.errors import SettingError
from custrata.web.site.environment import Environment, environment


def test_without_an_address_the_database_is_a_file_in_the_folder(tmp_path):
    found = Environment(tmp_path).databases["default"]
    assert found["ENGINE"].endswith("sqlite3")
    assert Path(found["NAME"]) == tmp_path / "site.sqlite3"
    assert "synchronous=FULL" in found["OPTIONS"]["init_command"]


def test_an_address_of_postgresql_is_taken_apart(tmp_path):
    found = Environment(tmp_path, database="postgresql://ann:p%40ss@db.example:5433/strategy?sslmode=require")
    read = found.databases["default"]
    assert (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"]) == (
        "ann",
        "p@ss",
        "db.example",
        "5433",
    )
    assert (read["NAME"], read["OPTIONS"]) == ("strategy", {"sslmode": "require"})


def test_another_kind_of_database_is_refused_in_words(tmp_path):
    with pytest.raises(SettingError, match="mysql"):
        _ = Environment(tmp_path, database="mysql://localhost/x").databases


def test_the_secret_is_made_once_and_read_by_its_owner_alone(tmp_path):
    first = Environment(tmp_path).secret
    assert len(first) > 50
    assert Environment(tmp_path).secret == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_the_surroundings_come_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("CUSTRATA_SITE", str(tmp_path))
    monkeypatch.setenv("CUSTRATA_HOSTS", "strategy.example, www.strategy.example")
    monkeypatch.setenv("CUSTRATA_HTTPS", "1")
    found = environment()
    assert found.folder == tmp_path
    assert found.hosts == ("strategy.example", "www.strategy.example")
    assert found.https


def test_without_a_mail_server_mail_is_printed(tmp_path, monkeypatch):
    monkeypatch.delenv("CUSTRATA_MAIL", raising=False)
    assert environment().mail.host == ""


def test_a_mail_server_is_named_in_one_address(monkeypatch):
    monkeypatch.setenv("CUSTRATA_MAIL", "smtp+tls://ann:p%40ss@mail.example")
    monkeypatch.setenv("CUSTRATA_MAIL_FROM", "Strategy <strategy@example.org>")
    mail = environment().mail
    assert (mail.host, mail.port, mail.user, mail.password) == ("mail.example", 587, "ann", "p@ss")
    assert (mail.starttls, mail.tls, mail.sender) == (True, False, "Strategy <strategy@example.org>")


def test_another_kind_of_mail_server_is_refused_in_words(monkeypatch):
    monkeypatch.setenv("CUSTRATA_MAIL", "carrier-pigeon://coop")
    with pytest.raises(SettingError, match="CUSTRATA_MAIL"):
        environment()


@pytest.mark.parametrize("said", ["0", "337", "-3", "1.5", "three", "²"])
def test_what_is_no_number_of_hours_is_refused_in_words(monkeypatch, said):
    monkeypatch.setenv("CUSTRATA_IDLE_HOURS", said)
    with pytest.raises(SettingError, match="CUSTRATA_IDLE_HOURS"):
        environment()


def test_a_session_rests_for_as_many_hours_as_are_said(monkeypatch):
    monkeypatch.delenv("CUSTRATA_IDLE_HOURS", raising=False)
    assert environment().idle_hours == 72
    monkeypatch.setenv("CUSTRATA_IDLE_HOURS", "8")
    assert environment().idle_hours == 8


def test_behind_tls_the_proxy_stands_on_this_machine_unless_another_is_named(monkeypatch):
    for name in ("CUSTRATA_HTTPS", "CUSTRATA_PROXIES"):
        monkeypatch.delenv(name, raising=False)
    assert environment().proxies == ()
    monkeypatch.setenv("CUSTRATA_HTTPS", "1")
    assert environment().proxies == ("127.0.0.1", "::1")
    monkeypatch.setenv("CUSTRATA_PROXIES", "10.0.0.7, 172.16.0.0/12")
    assert environment().proxies == ("10.0.0.7", "172.16.0.0/12")
