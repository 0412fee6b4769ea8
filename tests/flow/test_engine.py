import inspect

from custrata.engine.duckdb import DuckDBEngine
from custrata.flow.engine import Engine


def test_duckdb_offers_everything_that_a_build_asks_of_an_engine():
    asked = {name for name in vars(Engine) if not name.startswith("_") and callable(getattr(Engine, name))}
    assert asked
    for name in asked:
        wanted, offered = (
            inspect.signature(getattr(Engine, name)),
            inspect.signature(getattr(DuckDBEngine, name)),
        )
        assert list(wanted.parameters) == list(offered.parameters), name
