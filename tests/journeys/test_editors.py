"""Twenty people save over HTTP, by page and by program: nobody loses a word, and who is late sees both."""

from __future__ import annotations

import json
import os
import random
import re
import threading
import time
from urllib.error import HTTPError

import pytest
from tests.databases import empty_database
from tests.journeys.killed_site import Site

PEOPLE, EACH = 20, int(os.environ.get("CUSTRATA_SAVES", "200"))
OWN = {"company": "", "sponsor": "name", "accountable": "name"}
ITEMS = {"groups": "name", "lifecycle": "criteria", "scorecard": "title"}
"""Blocks that people have to themselves, with a text in each that may be anything."""

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork the site"),
]


@pytest.fixture
def site(built_shop, tmp_path):
    with empty_database() as address:
        opened = Site(built_shop, tmp_path, address)
        yield opened
        opened.close()


class Editors:
    """What twenty people did and were told."""

    def __init__(self, site, port):
        self.site, self.port = site, port
        self.saved, self.refused, self.wrong = [], [], []

    def told(self, refused):
        """Note a refusal; it must show both texts."""
        said = json.load(refused)
        mine = said.get("mine") or said.get("yours")
        if refused.code in (409, 412) and mine and said.get("theirs"):
            self.refused.append(refused.code)
        else:
            self.wrong.append((refused.code, said))
        return said

    def program(self, who, block, field):
        """Save by the API until every save was taken; read anew after a refusal."""
        read, mark = self.site.ask(self.port, "GET", block)
        for turn in range(EACH):
            while True:
                new = 1 + (who * EACH + turn) % 119 if field == "months" else f"{who} {turn}"
                value = read["value"] | {field: new} if field else new
                try:
                    answer, mark = self.site.ask(self.port, "PUT", block, value, mark)
                    self.saved.append(answer["revision"] if answer["blocks"] else None)
                    break
                except HTTPError as refused:
                    self.told(refused)
                    look()
                    read, mark = self.site.ask(self.port, "GET", block)

    def browser(self, who, path):
        """Save by the form of a page; after a refusal keep mine, over the revision that was shown."""
        page = self.site.form(self.port, path)
        fields = dict(re.findall(r'name="(f:[^"]+|base)"[^>]*value="([^"]*)"', page))
        for turn in range(EACH):
            fields["f:months"] = str(1 + (who * EACH + turn) % 119)
            while True:
                try:
                    answer = self.site.form(self.port, path, fields)
                    fields["base"] = str(answer["number"])
                    self.saved.append(answer["number"] if answer["blocks"] else None)
                    break
                except HTTPError as refused:
                    fields["base"] = str(self.told(refused)["number"])
                    look()

    def run(self, works):
        """Let everybody work at once."""

        def guarded(work, given):
            try:
                work(*given)
            except Exception as error:  # told by the test, not by a thread that nobody hears
                self.wrong.append(repr(error))

        threads = [threading.Thread(target=guarded, args=work) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def look():
    """Look at what others wrote, as who is refused does, rather than knock again at once."""
    time.sleep(random.uniform(0, 0.5))


def nothing_is_lost(site, editors, before):
    assert editors.wrong[:3] == []
    assert len(editors.saved) == PEOPLE * EACH
    numbers = [number for number in editors.saved if number is not None]
    rows = "SELECT count(DISTINCT number) FROM strategies_blockrevision WHERE number > %s"
    log = "SELECT count(*) FROM audit_entry WHERE act = 'strategy.saved'"
    assert len(numbers) == len(set(numbers)) == site.rows(rows, before[0])[0][0]
    assert site.rows(log)[0][0] - before[1] == len(numbers)
    assert len(numbers) > PEOPLE
    assert site.act("chain") == 0


def standing(site):
    head = site.rows("SELECT number FROM strategies_strategy")[0][0]
    return head, site.rows("SELECT count(*) FROM audit_entry WHERE act = 'strategy.saved'")[0][0]


def test_of_twenty_who_save_one_block_by_page_and_program_nobody_loses_a_save(site):
    before = standing(site)
    with site.served() as port:
        editors = Editors(site, port)
        pages = [(editors.browser, (who, "strategy/part/horizon")) for who in range(0, PEOPLE, 2)]
        programs = [(editors.program, (who, "horizon", "months")) for who in range(1, PEOPLE, 2)]
        editors.run([*pages, *programs])
        nothing_is_lost(site, editors, before)
    assert {409, 412} <= set(editors.refused), "nobody was in anybody's way: the test says nothing"
    print(len(editors.saved), "saves,", len(editors.refused), "refused with both texts")


def test_of_twenty_who_save_blocks_of_their_own_nobody_is_refused(site):
    names = [row[0] for row in site.rows("SELECT block FROM strategies_blockrevision WHERE number = 1")]
    items = {name: ITEMS[name.split("[")[0]] for name in names if name.split("[")[0] in ITEMS}
    blocks = list((OWN | items).items())[:PEOPLE]
    assert len(blocks) == PEOPLE
    before = standing(site)
    with site.served() as port:
        editors = Editors(site, port)
        editors.run([(editors.program, (who, *block)) for who, block in enumerate(blocks)])
        nothing_is_lost(site, editors, before)
    assert editors.refused == []
