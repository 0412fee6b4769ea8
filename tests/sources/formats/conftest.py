import pytest

from custrata.engine.duckdb import DuckDBEngine


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    made = DuckDBEngine(tmp_path_factory.mktemp("formats"), memory="1GB", threads=1)
    yield made
    made.close()


@pytest.fixture
def read(engine):
    """Read values of one type by an expression, in their order."""

    def run(expression, *values, kind="string"):
        rows = [{"place": place, "value": value} for place, value in enumerate(values)]
        engine.keep_rows("cells", {"place": "int64", "value": kind}, rows)
        cells = engine.table("cells")
        answer = cells.select(cells.place, read=expression(cells.value)).order_by("place")
        return [row["read"] for row in engine.rows(answer)]

    return run
