from decimal import Decimal

import ibis
import pyarrow as pa

from custrata.measures.kernel.exact import CENTS, squared


def test_squares_of_large_money_are_exact():
    rows = pa.table({"money": pa.array([Decimal("98765432109.87"), Decimal("0.01")], pa.decimal128(38, 2))})
    engine = ibis.duckdb.connect()
    engine.create_table("t", rows)
    table = ibis.table({"money": CENTS}, name="t")
    found = engine.to_pyarrow(table.aggregate(squares=squared(table.money, table.money))).to_pylist()
    assert found == [{"squares": Decimal("98765432109.87") ** 2 + Decimal("0.0001")}]
