import pytest

from custrata.build import STAGES, build
from custrata.engine.duckdb import DuckDBEngine
from custrata.errors import ContractError
from custrata.settings import Settings


@pytest.fixture
def engine(tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    made = DuckDBEngine(scratch, memory="1GB", threads=1)
    yield made
    made.close()


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    lines = [f"{n},c{n % 9},2025-0{1 + n % 9}-1{n % 9},{10 + n}.25" for n in range(80)]
    text = "\n".join(["order_id,customer_id,order_date,amount", *lines])
    (folder / "orders.csv").write_text(text, encoding="utf-8")
    return folder


def test_the_way_of_the_data_ends_in_a_snapshot_whose_tables_the_engine_holds(engine, data):
    told = []
    built = build(data, Settings(company="A shop"), engine, progress=lambda stage, share: told.append(stage))
    manifest = built.snapshot.manifest
    assert tuple(told) == STAGES
    assert manifest.account.closes
    assert {name: engine.count(name) for name in manifest.tables} == dict(manifest.tables)
    assert built.snapshot.reading("revenue").value == sum(10.25 + n for n in range(80))
    assert set(manifest.seconds) < set(STAGES)


def test_every_number_comes_with_unit_n_period_definition_and_query(engine, data):
    snapshot = build(data, Settings(), engine).snapshot
    known = [reading for reading in snapshot.readings if reading.value is not None]
    assert known
    for reading in known:
        assert reading.unit
        assert reading.definition
        assert reading.period.start <= reading.period.end
        assert snapshot.queries[reading.fingerprint]


def test_a_reading_without_a_value_says_why(engine, data):
    unknown = [r for r in build(data, Settings(), engine).snapshot.readings if r.value is None]
    assert unknown
    assert all(reading.reason for reading in unknown)


def test_a_folder_with_nothing_of_the_contract_is_refused_with_what_was_seen(engine, tmp_path):
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "colours.csv").write_text("shade,hue\nlight,blue\ndark,red\n", encoding="utf-8")
    with pytest.raises(ContractError, match="colours"):
        build(folder, Settings(), engine)
