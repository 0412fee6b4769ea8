import numpy as np
import pytest

from custrata.economics.scenario.chance import _mixed, evenly, key_of, keys_of, triangular, uniform


def test_the_mixing_function_is_the_published_one():
    # The first numbers of splitmix64 from the state 1234567, as its reference implementation prints them.
    assert int(_mixed(np.array([1234567], np.uint64))[0]) == 6457827717110365317


def test_an_id_has_its_key_whatever_stands_beside_it():
    alone, beside = keys_of(["c1"]), keys_of(["a much longer id than the other", "c1"])
    assert alone[0] == beside[1]


def test_a_million_ids_have_a_million_keys():
    assert len(np.unique(keys_of([f"{n:07}" for n in range(200_000)]))) == 200_000


def test_no_ids_have_no_keys():
    assert len(keys_of([])) == 0


def test_draws_are_even_and_independent_of_each_other():
    keys = keys_of([str(n) for n in range(20_000)])
    first, second = uniform(keys, 7, 0, 1), uniform(keys, 7, 1, 1)
    assert first.min() > 0
    assert first.max() < 1
    assert first.mean() == pytest.approx(0.5, abs=0.01)
    assert np.histogram(first, 10, (0, 1))[0].min() > 1_850
    assert abs(np.corrcoef(first, second)[0, 1]) < 0.03


def test_draws_do_not_depend_on_the_order_of_rows():
    keys = keys_of(["a", "b", "c"])
    assert (uniform(keys[::-1], 3, 5)[::-1] == uniform(keys, 3, 5)).all()


def test_words_have_the_same_number_in_every_process():
    assert key_of("budget", 1) == key_of("budget", 1)
    assert key_of("budget", 1) != key_of("budget 1")


def test_a_triangle_has_its_mean_and_its_ends():
    u = (np.arange(100_000) + 0.5) / 100_000
    values = triangular(u, -1.0, 0.0, 4.0)
    assert values.mean() == pytest.approx(1.0, abs=1e-4)
    assert values.min() >= -1
    assert values.max() <= 4
    assert (np.diff(values) >= 0).all()


@pytest.mark.parametrize(("low", "likely", "high"), [(0.0, 0.0, 1.0), (0.0, 1.0, 1.0), (2.0, 2.0, 2.0)])
def test_a_triangle_may_lean_to_a_side_or_be_one_number(low, likely, high):
    values = triangular(np.linspace(0.001, 0.999, 99), low, likely, high)
    assert np.isfinite(values).all()
    assert values.min() >= low
    assert values.max() <= high


def test_what_is_spread_evenly_has_its_mean_and_median_sooner_than_chance_does():
    found = np.array([evenly(keys_of(["a", "b"]), 7, draw, 6) for draw in range(200)])
    assert np.abs(np.median(found, axis=0) - 0.5).max() < 0.02
    assert np.abs(found.mean(axis=0) - 0.5).max() < 0.01
    assert abs(np.corrcoef(found.T)[0, 1]) < 0.1
