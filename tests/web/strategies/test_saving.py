import os
import subprocess
import sys

import pytest
from tests.databases import empty_database

from custrata.errors import DocumentError
from custrata.strategy.blocks import with_block
from custrata.strategy.document import Document
from custrata.web.audit.models import Entry
from custrata.web.strategies.models import BlockRevision, Strategy
from custrata.web.strategies.saving import (
    Conflict,
    begin,
    change,
    document_at,
    head_of,
    set_value,
    strategy_of,
)


def test_a_save_is_one_revision_of_one_block(strategy):
    saved = set_value(strategy, "horizon.months", "30", 1, None)
    assert (saved.number, saved.blocks) == (2, ("horizon",))
    assert head_of(strategy).document.horizon.months == 30
    assert document_at(strategy, 1).horizon.months != 30


def test_saves_of_two_blocks_on_one_base_both_live(strategy):
    set_value(strategy, "horizon.months", "30", 1, None)
    set_value(strategy, "sponsor.name", "Chief executive", 1, None)
    now = head_of(strategy).document
    assert (now.horizon.months, now.sponsor.name) == (30, "Chief executive")


def test_the_second_save_of_a_block_is_shown_the_first(strategy, member):
    set_value(strategy, "horizon.months", "30", 1, member("editor", email="ann@example.org"))
    with pytest.raises(Conflict) as caught:
        set_value(strategy, "horizon.months", "18", 1, None)
    assert caught.value.theirs["horizon"]["months"] == 30
    assert caught.value.mine["horizon"]["months"] == 18
    assert caught.value.by == {"horizon": "ann"}
    assert head_of(strategy).document.horizon.months == 30


def test_a_save_that_changes_nothing_is_no_revision(strategy):
    same = str(head_of(strategy).document.horizon.months)
    assert set_value(strategy, "horizon.months", same, 1, None).number == 1


def test_every_save_is_on_record(strategy):
    before = Entry.objects.count()
    set_value(strategy, "horizon.months", "30", 1, None)
    assert Entry.objects.count() == before + 1
    assert BlockRevision.objects.filter(strategy=strategy, number=2).count() == 1


def test_a_block_that_was_changed_and_changed_back_is_no_conflict(strategy):
    before = head_of(strategy).document.horizon.months
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    set_value(strategy, "horizon.months", str(before), strategy.number, None)
    assert set_value(strategy, "horizon.months", "18", 1, None).document.horizon.months == 18


def test_a_neighbour_that_only_moved_up_is_no_conflict(strategy):
    first, second, *_ = [group.id for group in head_of(strategy).document.groups]
    change(strategy, 1, lambda now: with_block(now, f"groups[{first}]", None), None)
    saved = set_value(strategy, f"groups[{second}].name", "Another name", 1, None)
    assert saved.document.groups[0].name == "Another name"


def test_what_the_form_refuses_is_no_revision(strategy):
    def make(now):
        return now.model_copy(update={"horizon": now.horizon.model_copy(update={"months": -3})})

    with pytest.raises(DocumentError):
        change(strategy, None, make, None)
    assert strategy_of(strategy.workspace).number == 1


def test_a_strategy_that_has_a_past_goes_on_counting(other_workspace):
    Strategy.objects.filter(workspace=other_workspace).delete()
    past = Document(schema_version=2, company="Tessel", revision=7)
    assert begin(other_workspace, past, None).number == 7


# Editors in threads of a process of its own, with the database that a team would have.
EDITORS = """
import random, sys, threading, time
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.db import connection
from custrata.strategy.document import Document
from custrata.strategy.parts.offering.offer import Offer
from custrata.web.audit.models import Entry
from custrata.web.strategies.models import BlockRevision, Strategy
from custrata.web.strategies.saving import Conflict, begin, head_of, set_value
from custrata.web.workspaces.models import Workspace

people, saves, folder, blocks = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
where = Workspace.objects.create(slug="race", name="Race", folder=folder)
offers = tuple(Offer(id=f"e{who}", name="-") for who in range(people))
begin(where, Document(schema_version=2, company="Race", offers=offers), None)
saved, told, broken = [], [], []

def path_of(who):
    if blocks == "apart":
        return f"offers[e{who}].name"
    if blocks == "one" or who % 4:
        return "horizon.months"
    return "company" if who % 8 else "currency"

def edit(who):
    block = path_of(who)
    base = Strategy.objects.get(workspace=where)
    try:
        for turn in range(saves):
            value = str(1 + (who * saves + turn) % 119) if block.startswith("h") else f"{who}-{turn}"
            while True:
                try:
                    number = base.number
                    done = set_value(base, block, value, number, None)
                    saved.append(done.number if done.blocks else None)
                    break
                except Conflict as conflict:
                    told.append(bool(conflict.theirs and conflict.mine))
                    time.sleep(random.uniform(0, 0.1))  # who is refused looks at what others wrote
                    base = Strategy.objects.get(workspace=where)
    except Exception as error:
        broken.append(repr(error))
    finally:
        connection.close()

threads = [threading.Thread(target=edit, args=(who,)) for who in range(people)]
[t.start() for t in threads]; [t.join() for t in threads]
head = Strategy.objects.get(workspace=where)
numbers = [n for n in saved if n is not None]
rows = BlockRevision.objects.filter(strategy=head, number__gt=1)
print(len(saved), len(numbers), len(set(numbers)), head.number - 1,
      rows.values("number").distinct().count(), len(told), all(told),
      Entry.objects.filter(act="strategy.saved", detail__revision__gt=1).count(), broken[:3], sep="|")
"""


def race(people, saves, folder, database, blocks="some"):
    environment = os.environ | {
        "CUSTRATA_SITE": str(folder / "site"),
        "CUSTRATA_DATABASE": database,
        "DJANGO_SETTINGS_MODULE": "custrata.web.site.settings",
    }
    (folder / "project").mkdir()
    words = [sys.executable, "-c", EDITORS, str(people), str(saves), str(folder / "project"), blocks]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=3000)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip().splitlines()[-1].split("|")


@pytest.fixture
def database():
    """Address of an empty database of its own."""
    with empty_database() as address:
        yield address


def nothing_is_lost(people, saves, told):
    acknowledged, changed, apart, head, rows, conflicts, both, entries, broken = told
    assert broken == "[]"
    assert int(acknowledged) == people * saves
    assert changed == apart == head == rows == entries
    assert int(changed) > people
    assert both == "True"
    return int(conflicts)


def test_of_twenty_editors_nobody_loses_a_save(tmp_path, database):
    conflicts = nothing_is_lost(20, 5, race(20, 5, tmp_path, database))
    assert conflicts, "nobody was in anybody's way: the test says nothing"


@pytest.mark.soak
def test_of_twenty_editors_with_two_hundred_saves_of_one_block_nobody_loses_one(tmp_path, database):
    conflicts = nothing_is_lost(20, 200, race(20, 200, tmp_path, database, "one"))
    assert conflicts, "nobody was in anybody's way: the test says nothing"


@pytest.mark.soak
def test_of_twenty_editors_with_two_hundred_saves_each_of_a_block_of_their_own_all_live(tmp_path, database):
    assert nothing_is_lost(20, 200, race(20, 200, tmp_path, database, "apart")) == 0


def test_nobody_writes_the_signature_of_a_function(strategy, member):
    document = head_of(strategy).document
    function = document.sign_offs[0].function
    with pytest.raises(DocumentError, match="given, not written"):
        set_value(strategy, f"sign_offs[{function}].name", "Somebody else", 1, member("editor"))
    assert head_of(strategy).document.sign_offs == document.sign_offs
