"""A backup that is made while twenty people write comes back whole on the other kind of database."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

BINARIES = [*Path("/usr/lib/postgresql").glob("*/bin/initdb"), *filter(None, [shutil.which("initdb")])]
PEOPLE = 20

WRITING = """
import json, sys, threading
from pathlib import Path
from custrata.web.serving.preparing import open_site
open_site(Path(sys.argv[1]))
from django.db import connection
from custrata.web.accounts.models import User
from custrata.web.serving.archive.backing_up import back_up
from custrata.web.strategies.models import BlockRevision, Strategy
from custrata.web.strategies.saving import set_value
from custrata.web.together.models import Comment
from custrata.web.workspaces.opening import adopt
numbers = range(int(sys.argv[3]))
people = [User.objects.create_user(f"p{n}@site.example", "a long pass phrase") for n in numbers]
workspace = adopt(Path(sys.argv[1]), people[0])
begun, stop, wrong = threading.Barrier(len(people) + 1), threading.Event(), []
def write(person, number):
    try:
        begun.wait(180)
        for turn in range(400):
            if stop.is_set() and turn > 2:
                break
            text = f"{number} {turn} é ☂"
            Comment.objects.create(workspace=workspace, author=person, address="board", text=text)
            strategy = Strategy.objects.get()
            set_value(strategy, "horizon.months", str(1 + (number * 7 + turn) % 60), strategy.number, person)
    except Exception as error:
        if type(error).__name__ != "Conflict":
            wrong.append(repr(error))
    finally:
        connection.close()
writers = [threading.Thread(target=write, args=pair[::-1]) for pair in enumerate(people)]
for writer in writers:
    writer.start()
begun.wait(180)
back_up(Path(sys.argv[2]))
stop.set()
for writer in writers:
    writer.join()
after = Comment.objects.count() + BlockRevision.objects.count()
print(json.dumps({"vendor": connection.vendor, "wrong": wrong, "after": after}))
"""
RESTORING = """
import json, sys
from pathlib import Path
from custrata.web.serving.preparing import open_site
open_site(Path(sys.argv[1]))
from django.db import connection
from custrata.web.audit.verify import verify
from custrata.web.serving.archive.restoring import bring_back
from custrata.web.serving.archive.rows import kept_models, lines_of
from custrata.web.strategies.models import Strategy
from custrata.web.strategies.saving import head_of, pieces_at
bring_back(Path(sys.argv[2]))
strategy = Strategy.objects.get()
rows = {m._meta.label_lower: list(lines_of(m)) for m in kept_models()}
print(json.dumps({
    "vendor": connection.vendor, "rows": rows, "whole": verify().whole,
    "pieces": len(pieces_at(strategy, strategy.number)),
    "months": head_of(strategy).document.horizon.months,
}))
"""

pytestmark = pytest.mark.skipif(
    not BINARIES, reason="PostgreSQL is not installed: nothing to restore on. To do: apt install postgresql"
)


def run(program: str, *words: object, site: Path, before: tuple[str, ...] = ()) -> dict:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("CUSTRATA_", "DJANGO_"))}
    around = kept | {"CUSTRATA_SITE": str(site), "DJANGO_SETTINGS_MODULE": "custrata.web.site.settings"}
    done = subprocess.run(
        [*before, sys.executable, "-c", program, *map(str, words)],
        capture_output=True,
        text=True,
        env=around,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def rows_in(archive: Path) -> dict[str, list[str]]:
    """The rows of an archive by table, without the folder of a workspace: it is another afterwards."""
    found = {}
    with tarfile.open(archive) as packed:
        for member in packed.getmembers():
            if member.name.startswith("rows/"):
                text = packed.extractfile(member).read().decode("utf-8")
                found[member.name[5:].removesuffix(".jsonl")] = text.split("\n")[:-1]
    return plain(found)


def plain(rows: dict[str, list[str]]) -> dict[str, list[str]]:
    read = {label: [json.loads(line) for line in lines] for label, lines in rows.items()}
    for row in read.get("workspaces.workspace", []):
        row["fields"].pop("folder")
    return {label: [json.dumps(row, sort_keys=True) for row in lines] for label, lines in read.items()}


@pytest.mark.soak
@pytest.mark.parametrize(("source", "target"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_a_backup_while_twenty_write_comes_back_equal_on_the_other_database(
    built_shop, tmp_path, repository, source, target
):
    shop, archive = Path(shutil.copytree(built_shop, tmp_path / "shop")), tmp_path / "site.tar.gz"
    server = (str(repository / "tools" / "with_postgresql.sh"),)
    before = {"sqlite": (), "postgresql": server}
    told = run(WRITING, shop, archive, PEOPLE, site=tmp_path / "site", before=before[source])
    assert (told["vendor"], told["wrong"]) == (source, [])
    kept = rows_in(archive)
    held = len(kept["together.comment"]) + len(kept["strategies.blockrevision"])
    assert held < told["after"], "nobody wrote after the backup began: the test says nothing"
    assert len(kept["accounts.user"]) == PEOPLE
    back = run(RESTORING, tmp_path / "empty", archive, site=tmp_path / "other", before=before[target])
    assert back["vendor"] == target
    assert plain(back["rows"]) == kept
    assert back["whole"], "the hashes of the log do not hold on the other database"
    # A moment of the database: the head that was kept is the latest revision that was kept.
    (head,) = (json.loads(row)["fields"] for row in kept["strategies.strategy"])
    assert head["number"] == max(
        json.loads(row)["fields"]["number"] for row in kept["strategies.blockrevision"]
    )
    assert back["pieces"] > 0
