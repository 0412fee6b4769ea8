import math

from tests.economics.lifetime_value.models import Plain

from custrata.economics.lifetime_value.parameters import PARAMETER_TYPES, parameter_rows


def test_each_parameter_is_a_row_with_an_interval_that_is_symmetric_in_its_logarithm():
    rows = parameter_rows({"Pareto/NBD": Plain(spread=0.1)})
    assert [row["parameter"] for row in rows] == ["prior", "leaving"]
    assert all(set(row) == set(PARAMETER_TYPES) for row in rows)
    first = rows[0]
    assert math.isclose(first["low"] * first["high"], first["value"] ** 2, rel_tol=1e-7)
    assert math.isclose(first["high"], math.exp(0.1959963984540054), rel_tol=1e-7)


def test_a_parameter_that_nothing_determines_has_a_finite_interval():
    (row, _) = parameter_rows({"plain": Plain(spread=1e6)})
    assert 0 < row["low"] < row["value"] < row["high"] < math.inf
