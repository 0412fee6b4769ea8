import sqlite3
import threading
import time

import pytest
from django.db import OperationalError

from custrata.web.site.turns import Turns, Writer, in_turn


def test_who_came_first_goes_first():
    turns, order, begun = Turns(), [], []
    assert turns.take(1)

    def queue(who):
        begun.append(who)
        assert turns.take(60)
        order.append(who)
        turns.give()

    threads = []
    for who in range(8):
        threads.append(threading.Thread(target=queue, args=(who,)))
        threads[-1].start()
        while len(begun) <= who or len(turns._waiting) <= who:
            time.sleep(0.001)
    turns.give()
    for thread in threads:
        thread.join()
    assert order == list(range(8))
    assert turns.take(0), "the last one gave its turn back"


def test_who_waited_long_enough_leaves_the_queue_and_blocks_nobody():
    turns = Turns()
    assert turns.take(1)
    assert not turns.take(0.01)
    turns.give()
    assert turns.take(0.01)


class Opened:
    """What Django keeps of a connection, as far as a turn looks at it."""

    def __init__(self, file, turns):
        self.connection = sqlite3.connect(
            file, factory=Writer, isolation_level=None, timeout=0, check_same_thread=False
        )
        self.connection.turns = turns

    def run(self, sql):
        def execute(sql, *_):
            try:
                return self.connection.execute(sql)
            except sqlite3.OperationalError as error:
                raise OperationalError(*error.args) from error

        return in_turn(execute, sql, None, False, {"connection": self})


@pytest.fixture
def opened(tmp_path):
    """Makes connections to one file, in the queue that is given."""
    made = []

    def make(turns):
        made.append(Opened(tmp_path / "site.sqlite3", turns))
        return made[-1]

    make(Turns()).run("CREATE TABLE t (x)")
    yield make
    for one in made:
        one.connection.close()


def test_a_transaction_keeps_its_turn_until_it_ends(opened):
    turns = Turns()
    one = opened(turns)
    one.run("BEGIN IMMEDIATE")
    one.run("INSERT INTO t VALUES (1)")
    assert not turns.take(0)
    one.connection.commit()
    assert turns.take(0)
    turns.give()
    one.run("BEGIN IMMEDIATE")
    one.connection.rollback()
    assert turns.take(0)


def test_a_connection_that_closes_gives_its_turn_back(opened):
    turns = Turns()
    one = opened(turns)
    one.run("BEGIN IMMEDIATE")
    one.connection.close()
    assert turns.take(0)


def test_a_statement_by_itself_has_the_turn_while_it_runs(opened):
    turns = Turns()
    opened(turns).run("INSERT INTO t VALUES (1)")
    assert turns.take(0)


def test_what_fails_gives_the_turn_back(opened):
    turns = Turns()
    with pytest.raises(OperationalError, match="no such table"):
        opened(turns).run("INSERT INTO nowhere VALUES (1)")
    assert turns.take(0)


def test_who_only_reads_waits_for_nobody(opened):
    turns = Turns()
    one, reader = opened(turns), opened(turns)
    one.run("BEGIN IMMEDIATE")
    reader.run("BEGIN")
    assert reader.run("SELECT count(*) FROM t").fetchone() == (0,)
    reader.connection.rollback()
    assert not turns.take(0), "the turn of who writes was not given away"


def test_another_process_is_waited_for(opened):
    """Queues of their own stand for processes of their own."""
    one, other = opened(Turns()), opened(Turns())
    one.run("BEGIN IMMEDIATE")
    one.run("INSERT INTO t VALUES (1)")
    threading.Timer(0.2, one.connection.commit).start()
    other.run("INSERT INTO t VALUES (2)")
    assert [x for (x,) in other.run("SELECT x FROM t ORDER BY x")] == [1, 2]
    assert other.connection.execute("PRAGMA busy_timeout").fetchone() == (0,)
