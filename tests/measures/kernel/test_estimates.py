from decimal import Decimal

import pytest

from custrata.measures.kernel import estimates as e


def test_wilson_gives_the_published_interval():
    # R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    published = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    assert {k: tuple(round(end, 4) for end in e.wilson(*k)) for k in published} == published


def test_wilson_stays_between_0_and_1():
    assert e.wilson(0, 3)[0] == 0
    assert e.wilson(3, 3)[1] == 1


def test_a_share_carries_its_interval_and_says_when_there_is_nothing_to_share():
    found = e.share("hits", "n", "nobody came")({"hits": 8, "n": 10})
    assert (found.value, found.n, found.method) == (0.8, 10, "Wilson, 95%")
    assert (round(found.low, 4), round(found.high, 4)) == (0.4902, 0.9433)
    nothing = e.share("hits", "n", "nobody came")({"hits": None, "n": 0})
    assert (nothing.value, nothing.low, nothing.reason) == (None, None, "nobody came")


def test_counts_and_sums_over_nothing_are_0():
    assert e.tally("n")({"n": None}).value == 0
    found = e.total("money", "n", -1)({"money": None, "n": None})
    assert (found.value, found.n, str(found.value)) == (0, 0, "0.0")


def test_a_ratio_is_exact_until_the_division():
    row = {"over": Decimal("0.1") * 3, "under": Decimal("0.3"), "n": 3}
    assert e.ratio("over", "under", "n", "none")(row).value == 1


@pytest.mark.parametrize("under", [None, 0, Decimal(-1)])
def test_a_ratio_to_nothing_has_a_reason(under):
    found = e.ratio("over", "under", "n", "no sales")({"over": 1, "under": under, "n": 2})
    assert (found.value, found.n, found.reason) == (None, 2, "no sales")


def test_a_quantile_of_nothing_has_a_reason():
    assert e.middle("q", "n", "no orders")({"q": None, "n": 0}).reason == "no orders"
    assert e.middle("q", "n", "no orders")({"q": 2, "n": 3}).value == 2


def test_a_mean_has_a_normal_interval_from_the_sum_of_squares():
    # 1, 2, 3: variance 1, half width 1.96 / sqrt(3).
    found = e.mean("sum", "squares", "n", "none")({"sum": 6, "squares": 14, "n": 3})
    assert found.value == 2
    assert round(found.high - found.value, 4) == round(found.value - found.low, 4) == 1.1316


def test_the_mean_of_one_answer_has_no_interval():
    found = e.mean("sum", "squares", "n", "none")({"sum": 6, "squares": 36, "n": 1})
    assert (found.value, found.low, found.n) == (6, None, 1)


def test_a_scaled_estimate_scales_its_interval_and_keeps_its_reason():
    found = e.scaled(e.share("hits", "n", "none"), 100)({"hits": 8, "n": 10})
    assert [round(x, 2) for x in (found.low, found.value, found.high)] == [49.02, 80, 94.33]
    assert e.scaled(e.share("hits", "n", "none"), 100)({}).reason == "none"
