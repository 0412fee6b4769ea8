"""The files of ``deploy/`` are read as a machine would read them: what they name is there."""

from __future__ import annotations

import configparser
import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from custrata.web.accounts import providers
from custrata.web.site import environment

UNITS = ("custrata-server.service", "custrata-worker@.service", "custrata-backup.service")
READ = {
    value
    for module in (environment, providers)
    for name, value in vars(module).items()
    if name.isupper() and isinstance(value, str) and value.startswith("CUSTRATA_")
} | {"CUSTRATA_PROCESSES"}


@pytest.fixture(scope="module")
def deploy() -> Path:
    return Path(__file__).resolve().parents[3] / "deploy"


def unit(file: Path) -> configparser.ConfigParser:
    read = configparser.ConfigParser(strict=False, interpolation=None, delimiters="=")
    read.optionxform = str  # names of systemd are written with capitals
    read.read(file, encoding="utf-8")
    return read


def test_no_file_lies_there_that_no_test_reads(deploy):
    read = {*UNITS, "custrata-backup.timer", "custrata.env", "install.sh", "start.sh"}
    assert {file.name for file in deploy.iterdir()} == read | {"Caddyfile", "nginx.conf", "Dockerfile"}


def test_every_variable_that_is_named_is_one_that_the_site_reads(deploy):
    named = {
        (file.name, word)
        for file in deploy.iterdir()
        for word in re.findall(r"\bCUSTRATA_[A-Z_]+\b", file.read_text(encoding="utf-8"))
    }
    assert {word for _, word in named} >= {"CUSTRATA_SITE", "CUSTRATA_HOSTS", "CUSTRATA_HTTPS"}
    assert sorted(one for one in named if one[1] not in READ) == []


def test_every_module_and_command_that_is_started_is_there(deploy):
    text = "\n".join(file.read_text(encoding="utf-8") for file in deploy.iterdir())
    modules = set(re.findall(r"-m (custrata[\w.]+)", text))
    assert modules == {"custrata.web.serving.child", "custrata.web.serving.tables"}
    assert all(importlib.util.find_spec(name) for name in modules)
    assert set(re.findall(r"/opt/custrata/bin/(\w+)", text)) <= {"python", "pip", "custrata"}


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_runs_as_its_own_user_in_a_closed_room(deploy, name):
    service = unit(deploy / name)["Service"]
    assert (service["User"], service["UMask"], service["ProtectSystem"]) == ("custrata", "0077", "strict")
    assert service["EnvironmentFile"] == "/etc/custrata/custrata.env"
    assert service["ReadWritePaths"].split()[0] == "/var/lib/custrata"


def test_the_server_waits_for_its_database_and_hands_over_without_a_break(deploy):
    server = unit(deploy / "custrata-server.service")
    assert server["Unit"]["StartLimitIntervalSec"] == "0"
    assert server["Service"]["ExecReload"] == "/bin/kill -HUP $MAINPID"
    assert server["Service"]["ExecStart"].split()[-4:] == ["127.0.0.1", "8000", "3", "--alone"]


def test_what_the_installer_installs_is_what_lies_there(deploy):
    text = (deploy / "install.sh").read_text(encoding="utf-8")
    assert {name for name in (*UNITS, "custrata-backup.timer") if name in text} == {
        *UNITS,
        "custrata-backup.timer",
    }
    assert set(re.findall(r"\$here/([\w.@-]+)", text)) == {"custrata.env"}


def test_both_proxies_say_who_asks_and_let_nobody_claim_it(deploy):
    nginx = (deploy / "nginx.conf").read_text(encoding="utf-8")
    assert re.search(r"X-Forwarded-For\s+\$remote_addr;", nginx)
    assert "$proxy_add_x_forwarded_for" not in nginx
    assert re.search(r"header_up X-Forwarded-For \{remote_host\}", (deploy / "Caddyfile").read_text("utf-8"))


def test_no_secret_of_a_link_reaches_a_log_of_the_proxy(deploy):
    nginx = (deploy / "nginx.conf").read_text(encoding="utf-8")
    hidden = re.search(r"~(\^\S+) 0;", nginx)
    assert hidden
    for secret in ("/enter/abc/", "/join/abc/", "/s/abc/", "/account/password/reset/key/1-abc/"):
        assert re.match(hidden[1], secret)
    assert not re.match(hidden[1], "/static/frame/look.css")
    # Where a page was reached from, and what stands behind its question mark, may hold a secret too.
    assert not {"$http_referer", '$request_uri"', "combined"} & set(
        re.findall(r"[$\w]+\"?", nginx.split("server {")[0])
    )


@pytest.mark.parametrize("name", ["install.sh", "start.sh"])
def test_the_scripts_are_sound(deploy, name):
    shell = shutil.which("sh")
    if shell is None:
        pytest.skip("no sh is here")
    done = subprocess.run([shell, "-n", str(deploy / name)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_systemd_finds_no_fault_in_the_units(deploy, tmp_path):
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd is here")
    for name in (*UNITS, "custrata-backup.timer"):
        text = (deploy / name).read_text(encoding="utf-8").replace("/opt/custrata/bin/python", "/bin/true")
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [analyze, "verify", *(str(tmp_path / name) for name in (*UNITS, "custrata-backup.timer"))],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "custrata" in line]
    assert ours == []


def test_nginx_reads_its_file(deploy, tmp_path):
    nginx, openssl = shutil.which("nginx") or shutil.which("/usr/sbin/nginx"), shutil.which("openssl")
    if nginx is None or openssl is None:
        pytest.skip("no nginx is here")
    key, made = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    command = f"{openssl} req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=x -keyout {key} -out {made}"
    subprocess.run(command.split(), capture_output=True, check=True)
    site = (deploy / "nginx.conf").read_text(encoding="utf-8")
    site = re.sub(r"/etc/letsencrypt/live/[\w.]+", str(tmp_path), site)
    site = site.replace("/var/log/nginx", str(tmp_path))
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ {site} }}", encoding="utf-8"
    )
    done = subprocess.run(
        [nginx, "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_caddy_reads_its_file(deploy):
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("no caddy is here")
    done = subprocess.run(
        [caddy, "adapt", "--adapter", "caddyfile", "--config", str(deploy / "Caddyfile")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_image_starts_what_the_script_knows(deploy):
    docker = (deploy / "Dockerfile").read_text(encoding="utf-8")
    script = (deploy / "start.sh").read_text(encoding="utf-8")
    assert 'ENTRYPOINT ["/usr/local/bin/start.sh"]' in docker
    assert "\nserver)" in script
    assert "/healthz" in docker
    for copied in re.findall(r"COPY (?:--\S+ )*(\S+) ", docker):
        assert (deploy / copied).is_file()
