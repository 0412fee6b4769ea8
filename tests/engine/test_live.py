from __future__ import annotations

from threading import Thread

import ibis
import pyarrow as pa
import pyarrow.parquet
import pytest

from custrata.engine.live import LiveTables, forget_texts


@pytest.fixture
def live(tmp_path):
    path = tmp_path / "customers.parquet"
    pyarrow.parquet.write_table(pa.table({"customer_id": [str(n) for n in range(5_000)]}), path)
    tables = LiveTables({"customers": path, "orders": path})
    yield tables
    tables.retire()


def test_rows_come_by_expression_and_by_the_text_made_of_it(live):
    asked = live.tables["customers"].aggregate(n=ibis._.count())
    assert live.rows(asked) == [{"n": 5_000}] == live.rows(live.text(asked))
    assert live.text(asked) is live.text(live.tables["customers"].aggregate(n=ibis._.count()))
    forget_texts()
    assert live.rows(asked) == [{"n": 5_000}]


def test_many_rows_come_by_and_by(live):
    sizes = [len(batch) for batch in live.batches(live.tables["orders"])]
    assert sum(sizes) == 5_000
    assert len(sizes) == 3


def test_threads_ask_at_the_same_time(live):
    found = []

    def ask():
        for limit in range(1, 6):
            found.append(len(live.rows(live.tables["customers"].limit(limit))))

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == sorted([1, 2, 3, 4, 5] * 4)


def test_retired_tables_answer_the_question_that_was_begun_and_let_nobody_new_in(live):
    assert live.use()
    live.retire()
    assert not live.use()
    assert not live.closed
    assert live.rows(live.tables["customers"].limit(1))
    live.leave()
    assert live.closed


def test_unused_tables_close_at_once(live):
    live.retire()
    assert live.closed


def test_what_is_known_is_asked_once_and_only_the_rest_anew(live):
    asked = []

    def ask(missing):
        asked.append(list(missing))
        return [one.upper() for one in missing]

    assert live.known(["a", "b", "a"], ask) == ("A", "B", "A")
    assert live.known(["b", "c"], ask) == ("B", "C")
    assert asked == [["a", "b"], ["c"]]


def test_what_is_known_of_many_things_is_bounded(live, monkeypatch):
    monkeypatch.setattr("custrata.engine.live._MOST_KNOWN", 2)
    asked = []
    for one in ("a", "b", "a", "c", "a", "b"):
        live.known([one], lambda missing: asked.extend(missing) or missing)
    assert asked == ["a", "b", "c", "b"]
