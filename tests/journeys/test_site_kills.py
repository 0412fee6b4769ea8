"""Killed at any moment, a signature stands once or not at all, no saved word is lost, no half file appears.

On every change 20 signatures, 50 servers, 10 exports, 10 jobs are killed, on SQLite and, but for exports, on
PostgreSQL. Before a release ``CUSTRATA_KILLS=300`` kills 200, 1,000, 100 and 100.
"""

from __future__ import annotations

import json
import os
import random
import threading
import time
import zipfile
from http.client import HTTPException
from urllib.error import HTTPError

import pytest
from tests.databases import empty_database
from tests.journeys.killed_site import Site, wait

KILLS = int(os.environ.get("CUSTRATA_KILLS", "0"))
SIGNATURES, SAVES, EXPORTS, JOBS = (
    KILLS * 2 // 3 or 20,
    KILLS * 10 // 3 or 50,
    KILLS // 3 or 10,
    KILLS // 3 or 10,
)
AT_ONCE = 5
"""Workers that are killed at one moment."""
LEASE = 3
"""Seconds, as short as a test can wait for; the rules are those of the real one."""

pytestmark = [
    pytest.mark.rounds,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process to be killed"),
]


@pytest.fixture(scope="module")
def site(built_shop, tmp_path_factory):
    with empty_database() as address:
        opened = Site(built_shop, tmp_path_factory.mktemp("kills"), address)
        yield opened
        opened.close()


def standing(site):
    """Numbers that must be one: the head of the strategy and its latest revision."""
    ((head, latest),) = site.rows(
        "SELECT s.number, max(r.number) FROM strategies_strategy s JOIN strategies_blockrevision r"
        " ON r.strategy_id = s.id GROUP BY s.id, s.number"
    )
    return head, latest


def test_a_signature_stands_with_its_line_in_the_log_or_not_at_all(site):
    chance, killed = random.Random(1), 0
    usual = min(site.timed("sign", f"before {turn}") for turn in range(2))
    signed = "SELECT count(*) FROM strategies_blockrevision WHERE block LIKE %s AND text LIKE %s"
    noted = "SELECT count(*) FROM audit_entry WHERE act = 'strategy.signed'"
    done = 2
    for number in range(1, SIGNATURES + 1):
        status = site.act("sign", number, kill_after=chance.uniform(0, 1.1) * usual)
        killed += os.WIFSIGNALED(status)
        done += status == 0
        ((states,),), ((lines,),) = site.rows(signed, "sign_offs%", "%Signer%"), site.rows(noted)
        assert states == lines >= done
        head, latest = standing(site)
        assert head == latest
    assert killed >= SIGNATURES // 3, "too few were killed before they ended: the test says nothing"
    assert site.act("chain") == 0


def test_what_was_acknowledged_as_saved_is_there_after_the_server_is_killed(site):
    chance, kept, wrong = random.Random(2), {}, []
    lines = lines_of_saves(site)
    for _ in range(SAVES):
        with site.served() as port:
            before, writers = len(kept), []
            # Two in one block, who are in each other's way, and two in blocks of their own.
            for block, field in (*[("horizon", "months")] * 2, ("company", ""), ("sponsor", "name")):
                given = (site, port, block, field, kept, wrong)
                writers.append(threading.Thread(target=save_on, args=given, daemon=True))
                writers[-1].start()
            wait(lambda before=before: len(kept) > before)
            time.sleep(chance.uniform(0, 0.3))
        for writer in writers:
            writer.join(60)
        rows = site.rows("SELECT number, block, text FROM strategies_blockrevision WHERE number > 1")
        held = {(number, block): json.loads(text) for number, block, text in rows if text}
        assert {key: value for key, value in kept.items() if held.get(key) != value} == {}
        head, latest = standing(site)
        assert (head, lines_of_saves(site) - lines) == (latest, saves_of_programs(site))
    assert wrong == [], "a save was refused without both texts"
    assert {block for _, block in kept} == {"horizon", "company", "sponsor"}
    assert site.act("chain") == 0


def lines_of_saves(site):
    ((lines,),) = site.rows("SELECT count(*) FROM audit_entry WHERE act = 'strategy.saved'")
    return lines


def saves_of_programs(site):
    rows = "SELECT count(DISTINCT number) FROM strategies_blockrevision WHERE origin = 'api'"
    ((saves,),) = site.rows(rows)
    return saves


def save_on(site, port, block, field, kept, wrong):
    """Save again and again until the server is gone; what it acknowledged stands in ``kept``."""
    turn = 0
    try:
        while True:
            read, mark = site.ask(port, "GET", block)
            while True:
                turn = turn % 60 + 1
                new = turn if field == "months" else f"{block} {turn} {mark}"
                value = read["value"] | {field: new} if field else new
                try:
                    saved, mark = site.ask(port, "PUT", block, value, mark)
                except HTTPError as refused:
                    told = json.load(refused)
                    both = block in told.get("theirs", ()) and block in told.get("yours", ())
                    if refused.code not in (409, 412) or not both:
                        wrong.append(told)
                    break
                # The same words as before are no revision, and nothing to be kept.
                if saved["blocks"]:
                    kept[saved["revision"], block] = value
    except (OSError, HTTPException, ValueError):
        # The server is gone, in the middle of its answer or before: what it did not say is not acknowledged.
        return


def test_an_export_that_is_killed_leaves_no_half_file_under_its_name(site, tmp_path):
    if site.database_is_a_server:
        pytest.skip("an export asks no database of the site: it is killed where the suite runs on SQLite")
    chance, killed = random.Random(3), 0
    usual = site.timed("export", "board", tmp_path / "usual.pptx")
    for number in range(EXPORTS):
        out = tmp_path / f"out{number % 2}.pptx"
        # Every second one towards its end, where the file is written.
        earliest = 0 if number % 2 else 0.7
        status = site.act("export", "board", out, kill_after=chance.uniform(earliest, 1.0) * usual)
        killed += os.WIFSIGNALED(status)
        assert out.is_file() or status != 0
        if out.is_file():
            with zipfile.ZipFile(out) as deck:
                assert deck.testzip() is None
                assert "ppt/presentation.xml" in deck.namelist()
    assert killed >= EXPORTS // 3, "too few were killed before they ended: the test says nothing"


def test_a_job_whose_worker_is_killed_is_taken_up_again_and_never_twice_at_once(site):
    chance, killed, workers = random.Random(4), 0, []
    try:
        for first in range(0, JOBS, AT_ONCE):
            numbers = range(first, first + AT_ONCE)
            for number in numbers:
                assert site.act("job", "cheap", number) == 0
            workers = [site.begin("work", LEASE) for _ in range(AT_ONCE)]
            wait(lambda numbers=numbers: begun(site) >= set(map(str, numbers)))
            for at, worker in enumerate(workers):
                time.sleep(chance.uniform(0, 0.1))
                site.end(worker, kill=True)
                workers[at] = site.begin("work", LEASE)
            killed += sum(state_of(site, "cheap", number)[0] == "running" for number in numbers)
            wait(lambda n=numbers: all(state_of(site, "cheap", one)[0] == "done" for one in n), 60)
            assert max(state_of(site, "cheap", number)[1] for number in numbers) <= 2
            while workers:
                site.end(workers.pop(), kill=True)
        for number in map(str, range(JOBS)):
            order = [process for _, one, process, _ in site.said() if one == number]
            # The second begins after the last sign of life of the first: processes do not alternate.
            assert len(set(order)) == sum(a != b for a, b in zip(["", *order], order, strict=False))
    finally:
        for worker in workers:
            site.end(worker, kill=True)
    assert killed >= JOBS // 3, "too few were killed at work: the test says nothing"


def test_a_job_that_kills_every_worker_is_given_up_after_five(site):
    assert site.act("job", "deadly", 999) == 0
    for _ in range(7):
        before = died(site, 999)
        worker = site.begin("work", 1.5)
        try:
            wait(lambda b=before: state_of(site, "deadly", 999)[0] == "failed" or died(site, 999) > b, 60)
        finally:
            site.end(worker, kill=True)
    assert state_of(site, "deadly", 999) == ("failed", 5)
    assert died(site, 999) == 5


def begun(site):
    return {number for word, number, *_ in site.said() if word == "begun"}


def died(site, number):
    return sum((word, one) == ("begun", str(number)) for word, one, *_ in site.said())


def state_of(site, kind, number):
    rows = site.rows("SELECT state, tries, arguments FROM data_job WHERE kind = %s", kind)
    told = ((s, tries, json.loads(given) if isinstance(given, str) else given) for s, tries, given in rows)
    return next((s, tries) for s, tries, given in told if given["number"] == number)
