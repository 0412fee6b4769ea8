"""Planted secrets and persons: after everything was asked for, they stand only where the manual says."""

from __future__ import annotations

import csv
import datetime as dt
import fnmatch
import re
import socket
import subprocess
import sys
import tarfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from tests.journeys.canary_site import PERSONS, Browser, Site

from custrata.project.building import build_project
from custrata.project.place import locate, settings_of
from custrata.project.strategy_file import draft_project

IN_CLEAR = {
    "secret key": "site/secret_key",
    # Whoever holds the link is shown where its file is.
    "share link of a file": "pages/viewer/shared-1.html",
}
"""Where a secret may stand as it is: see the second table of docs/reference/data-map.md."""

PAGES = (
    *("", "strategy/", "strategy/history/", "customers/", "customers/K0001/", "segments/", "portfolio/"),
    *("lifecycle/", "intelligence/", "voice/", "goals/", "scorecard/", "data/", "data/set-aside/"),
    *("data/mapping/", "deliver/", "settings/log/", "settings/people/", "settings/tokens/"),
    *("settings/sign-on/", "settings/persons/", "no-such-page/"),
)
ANSWERS = ("me", "workspaces", "workspaces/{slug}", "workspaces/{slug}/customers", "workspaces/{slug}/audit")


def write_data(folder: Path) -> None:
    """A shop whose customers, people, tickets and feedback name fifteen of the planted."""
    folder.mkdir(parents=True)
    keys = [f"K{n:04}" for n in range(1, 41)]
    names = {key: PERSONS[n][0] if n < 5 else f"Firm {n}" for n, key in enumerate(keys)}
    people = {
        key: PERSONS[n] if n < 9 else (f"Somebody {n}", f"s{n}@shop.example") for n, key in enumerate(keys)
    }
    said = {n: f"Please call {PERSONS[n][0]} at {PERSONS[n][1]}" for n in range(9, 15)}

    def write(name, heads, rows):
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([heads, *rows])

    write("customers.csv", ["customer_id", "name", "country"], [[k, names[k], "PT"] for k in keys])
    write(
        "contacts.csv",
        ["contact_id", "customer_id", "full_name", "email"],
        [[f"C{n:04}", k, *people[k]] for n, k in enumerate(keys)],
    )
    day = dt.date(2025, 1, 3)
    write(
        "invoices.csv",
        ["invoice_number", "customer_id", "invoice_date", "net_amount"],
        [
            [f"I{n:03}{turn}", k, day + dt.timedelta(days=(n * 7 + turn * 31) % 360), f"{20 + n + turn}.50"]
            for n, k in enumerate(keys)
            for turn in range(6)
        ],
    )
    write(
        "tickets.csv",
        ["ticket_id", "customer_id", "created_at", "description"],
        [
            [
                f"T{n:03}",
                k,
                f"2025-06-{n % 28 + 1:02} 10:00:00",
                said.get(n + 9, "All is well") if n < 3 else "Late",
            ]
            for n, k in enumerate(keys)
        ],
    )
    write(
        "reviews.csv",
        ["review_id", "customer_id", "review_date", "rating", "review_text"],
        [
            [
                f"R{n:03}",
                k,
                f"2025-07-{n % 28 + 1:02}",
                n % 5 + 1,
                said.get(n + 12, "Fine") if n < 3 else "Fine",
            ]
            for n, k in enumerate(keys)
        ],
    )


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Iterator[Site]:
    """A site after a day on which everything happened."""
    root = tmp_path_factory.mktemp("canaries")
    write_data(root / "project" / "data")
    (root / "project" / "custrata.yaml").write_text("data: data\ncompany: Planted\n", encoding="utf-8")
    place = locate(root / "project")
    build_project(place, settings_of(place))
    draft_project(place.root)
    site = Site(root, free_port())
    slug = site.plant("; ".join(f"{name} wrote from {mail}" for name, mail in PERSONS[15:18]))
    site.start()
    try:
        live(site, slug)
        back_up(site)
    finally:
        site.stop()
    return site


def live(site: Site, slug: str) -> None:
    """Log in, look at everything, take everything out, let things go wrong."""
    admin, viewer, stranger = (Browser(site) for _ in range(3))
    assert admin.come_in("admin@site.example") == 200
    assert viewer.come_in("viewer@site.example") == 200
    stranger.come_in("admin@site.example", "a wrong pass phrase")
    site.secrets |= {
        "session key": admin.cookie("sessionid"),
        "token against forgery": admin.cookie("csrftoken"),
    }
    assert all(site.secrets.values()), "a canary was not planted"
    uploaded = "contact_id,customer_id,full_name,email\n" + "".join(
        f"U{n},K00{10 + n},{name},{mail}\n" for n, (name, mail) in enumerate(PERSONS[18:])
    )
    assert admin.send(f"/w/{slug}/data/upload/", "later.csv", uploaded.encode())[0] == 200
    admin.post(f"/w/{slug}/deliver/make/", {"kind": "board"})
    for who, browser in (("admin", admin), ("viewer", viewer)):
        for number, page in enumerate(PAGES):
            status, _ = browser.get(f"/w/{slug}/{page}", f"pages/{who}/{number}.html")
            assert status in (200, 403, 404), (page, status)
        assert browser.get("/crash/", f"pages/{who}/crash.html")[0] == 500
    admin.post(f"/w/{slug}/customers/-/act/", {"do": "download"}, "exports/with-persons/customers.csv")
    viewer.post(f"/w/{slug}/customers/-/act/", {"do": "download"}, "exports/without/customers.csv")
    for number, name in enumerate(("share link", "share link of a file")):
        stranger.get(f"/s/{site.secrets[name]}/", f"pages/viewer/shared-{number}.html")
    stranger.get(f"/s/{site.secrets['share link of a file']}/file/", "exports/without/shared.pptx")
    stranger.get(f"/join/{site.secrets['invitation']}/", "pages/viewer/join.html")
    program = Browser(site, Authorization=f"Bearer {site.secrets['api token']}")
    wrong = Browser(site, Authorization=f"Bearer {site.secrets['api token'][:-1]}")
    for number, answer in enumerate(ANSWERS):
        path = f"/api/v1/{answer.format(slug=slug)}"
        assert program.get(path, f"exports/with-persons/{number}.json")[0] == 200
        assert wrong.get(path, f"exports/without/{number}.json")[0] == 401
    stranger.get(f"/enter/{site.secrets['owner link']}/", "pages/viewer/entered.html")
    go_wrong(site, admin, slug)


def go_wrong(site: Site, admin: Browser, slug: str) -> None:
    """A job that fails in words, one that fails by a fault of ours, and a database that is not there."""
    mapping = site.root / "project" / "mapping.yaml"
    kept = mapping.read_text(encoding="utf-8")
    fault = """
import django
django.setup()
from custrata.web.data.jobs import start
from custrata.web.workspaces.models import Workspace
start(Workspace.objects.get(), "faulty", None)
"""
    assert site.program(fault).returncode == 0
    mapping.write_text("- this is: [no mapping", encoding="utf-8")
    admin.post(f"/w/{slug}/data/build/", {"again": "1"})
    until, log = time.monotonic() + 180, site.root / "logs" / "worker.log"
    while (states := site.jobs()) & {"queued", "running"}:
        assert time.monotonic() < until, states
        time.sleep(0.3)
    assert "failed" in states
    assert "Traceback" in log.read_text(encoding="utf-8"), "no fault was logged: the test says nothing"
    mapping.write_text(kept, encoding="utf-8")
    nowhere = {"CUSTRATA_DATABASE": f"postgresql://u:{site.secrets['database password']}@127.0.0.1:1/none"}
    done = site.program(
        "from custrata.cli import main; main()", "worker", "-C", str(site.root / "project"), **nowhere
    )
    assert done.returncode == 2
    admin.get(f"/w/{slug}/data/", "pages/admin/after.html")
    admin.get(f"/w/{slug}/settings/log/", "pages/admin/log.html")


def back_up(site: Site) -> None:
    archive = site.root / "backup.tar.gz"
    made = subprocess.run(
        [sys.executable, "-c", "from custrata.cli import main; main()", "backup", str(archive)],
        env=site.environment,
        cwd=site.root / "project",
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    (site.root / "logs" / "backup.log").write_text(made.stdout + made.stderr, encoding="utf-8")
    with tarfile.open(archive) as packed:
        packed.extractall(site.root / "backup", filter="data")
    archive.unlink()


def texts(path: Path) -> Iterator[bytes]:
    """Everything that a file says, unpacked."""
    data = path.read_bytes()
    yield data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    elif data.startswith(b"PAR1"):
        table = parquet.read_table(path)
        for name in table.column_names:
            if pa.types.is_string(table.schema.field(name).type):
                yield "\n".join(text or "" for text in table[name].to_pylist()).encode()
    elif data.startswith(b"%PDF"):
        for stream in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
            try:
                yield zlib.decompress(stream.group(1))
            except zlib.error:
                continue


def holding(site: Site, words: dict[str, str]) -> dict[str, set[str]]:
    """Files that hold one of some words, by what is held."""
    found: dict[str, set[str]] = {}
    folders = ("project", "site", "logs", "exports", "pages", "backup")
    files = [path for folder in folders for path in (site.root / folder).rglob("*") if path.is_file()]
    for path in files:
        said = b"\n".join(texts(path))
        for name, word in words.items():
            if word.encode() in said:
                found.setdefault(name, set()).add(path.relative_to(site.root).as_posix())
    return found


def allowed(repository: Path) -> tuple[str, ...]:
    """The places of the first table of the page on where data lie."""
    text = (repository / "docs" / "reference" / "data-map.md").read_text(encoding="utf-8")
    table = text.partition("## Persons")[2].partition("## Secrets")[0]
    stores = [line.split("|")[1] for line in table.splitlines() if line.startswith("| ")][2:]
    return tuple(place for store in stores for place in re.findall(r"`([^`]+)`", store))


def test_no_secret_stands_anywhere_in_the_clear(lived):
    assert len(lived.secrets) >= 13
    found = holding(lived, lived.secrets)
    assert {
        (name, file)
        for name, files in found.items()
        for file in files
        if not fnmatch.fnmatch(file, IN_CLEAR.get(name, ""))
    } == set()
    assert found["secret key"] == {"site/secret_key"}


def test_persons_stand_only_where_the_manual_says(lived, repository):
    words = {name: name for name, _ in PERSONS} | {mail: mail for _, mail in PERSONS}
    found = holding(lived, words)
    places = allowed(repository)
    files = {file for held in found.values() for file in held}
    pages = {file for file in files if file.startswith("pages/admin/")}
    stray = {file for file in files - pages if not any(fnmatch.fnmatch(file, place) for place in places)}
    assert {file: sorted(word for word, held in found.items() if file in held)[:3] for file in stray} == {}
    assert pages, "the admin may see persons and saw none: the test says nothing"
    assert set(found) == set(words), "a planted person was lost: the test says nothing"


def test_every_place_that_the_manual_names_is_one_that_was_looked_at(repository):
    assert len(allowed(repository)) >= 12
    assert all(
        place.split("/")[0] in ("project", "site", "backup", "exports") for place in allowed(repository)
    )
