import ibis
import pytest

from custrata.engine.duckdb import DuckDBEngine
from custrata.errors import SettingError

TYPES = {"id": "string", "amount": "decimal(18, 6)"}


@pytest.fixture
def engine(tmp_path):
    made = DuckDBEngine(tmp_path, memory="1GB", threads=1)
    yield made
    made.close()


def _rows(*pairs):
    return [{"id": key, "amount": amount} for key, amount in pairs]


def test_an_unbound_expression_runs_on_the_relation_of_its_name(engine):
    engine.keep_rows("sales", TYPES, _rows(("a", 1), ("a", 2), ("b", 5)))
    sales = ibis.table(TYPES, name="sales")
    found = engine.rows(sales.group_by("id").agg(total=sales.amount.sum()).order_by("id"))
    assert [(row["id"], float(row["total"])) for row in found] == [("a", 3.0), ("b", 5.0)]


def test_a_query_is_put_into_words_once_whichever_engine_asks(engine, tmp_path, monkeypatch):
    asked = ibis.table(TYPES, name="asked_twice").filter(lambda t: t.amount > 41)
    text = engine.sql(asked)
    monkeypatch.setattr(ibis, "to_sql", lambda *_, **__: "put into words again")
    other = DuckDBEngine(tmp_path, memory="1GB", threads=1)
    same = ibis.table(TYPES, name="asked_twice").filter(lambda t: t.amount > 41)
    assert other.sql(same) == text
    assert other.sql(same.filter(same.id == "a")) == "put into words again"
    other.close()


def test_what_others_set_for_their_queries_stands_afterwards(engine):
    assert ibis.options.sql.fuse_selects
    engine.sql(ibis.table(TYPES, name="asked_for_options"))
    assert ibis.options.sql.fuse_selects


def test_keep_replaces_and_tells_the_number_of_rows(engine):
    engine.keep_rows("sales", TYPES, _rows(("a", 1), ("b", 5)))
    assert engine.keep("large", engine.table("sales").filter(lambda t: t.amount > 2)) == 1
    assert engine.keep("large", engine.table("sales")) == 2


def test_contents_ignore_the_order_of_rows_and_notice_one_changed_cell(engine):
    engine.keep_rows("one", TYPES, _rows(("a", 1), ("b", 5), ("b", 5)))
    engine.keep_rows("two", TYPES, _rows(("b", 5), ("b", 5), ("a", 1)))
    engine.keep_rows("three", TYPES, _rows(("b", 5), ("b", 5), ("a", 2)))
    assert engine.contents("one") == engine.contents("two") != engine.contents("three")


def test_contents_tell_an_empty_cell_from_an_empty_text(engine):
    engine.keep_rows("one", TYPES, _rows((None, 1)))
    engine.keep_rows("two", TYPES, _rows(("", 1)))
    assert engine.contents("one") != engine.contents("two")


def test_contents_leave_out_what_does_not_count(engine):
    engine.keep_rows("one", TYPES, _rows(("a", 1)))
    engine.keep_rows("two", TYPES, _rows(("a", 9)))
    assert engine.contents("one", without=["amount"]) == engine.contents("two", without=["amount"])


def test_a_table_goes_to_parquet_and_back(engine, tmp_path):
    engine.keep_rows("sales", TYPES, _rows(("a'b", 1)))
    engine.export("sales", tmp_path / "it's.parquet")
    engine.attach("again", tmp_path / "it's.parquet")
    assert engine.contents("again") == engine.contents("sales")
    engine.drop("again")
    engine.drop("sales")
    engine.drop("never there")


def test_limits_that_make_no_sense_are_refused_with_a_remedy(tmp_path):
    with pytest.raises(SettingError, match="give memory such as"):
        DuckDBEngine(tmp_path, memory="a lot")


@pytest.mark.parametrize("memory", ["-1GB", "0GB", "1e9GB", "12", "GB", "4 elephants"])
def test_an_amount_of_memory_that_is_none_is_refused(tmp_path, memory):
    with pytest.raises(SettingError, match="give memory such as 4GB"):
        DuckDBEngine(tmp_path, memory=memory)


@pytest.mark.parametrize("threads", [0, -1, 1_000_000])
def test_a_number_of_threads_that_is_none_is_refused(tmp_path, threads):
    with pytest.raises(SettingError, match="give 1 to"):
        DuckDBEngine(tmp_path, threads=threads)


def test_the_engine_draws_no_bar_of_its_own_on_stdout(engine):
    assert engine.rows(ibis.literal(1))
    (setting,) = engine.connection.execute("SELECT current_setting('enable_progress_bar')").fetchone()
    assert setting is False
