"""Same data, same fingerprint: whatever the order of rows, the number of threads, or the place."""

from __future__ import annotations

import random
import shutil

import pytest


def fingerprint(custrata, folder, *words):
    return custrata("build", folder, "--json", *words).json["fingerprint"]


def shuffled(source, target, seed):
    shutil.copytree(source, target)
    for path in sorted(target.glob("*.csv")):
        head, *rows = path.read_text(encoding="utf-8").splitlines()
        random.Random(seed).shuffle(rows)
        path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return target


@pytest.fixture
def copy(roaster_data, tmp_path):
    return shutil.copytree(roaster_data, tmp_path / "first" / "roaster")


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.soak)])
def test_the_order_of_rows_does_not_matter(custrata, copy, tmp_path, seed):
    other = shuffled(copy, tmp_path / "second" / "roaster", seed)
    assert fingerprint(custrata, other) == fingerprint(custrata, copy)


def test_the_number_of_threads_does_not_matter(custrata, copy, tmp_path):
    other = shutil.copytree(copy, tmp_path / "second" / "roaster")
    assert fingerprint(custrata, copy, "--threads", 1) == fingerprint(custrata, other, "--threads", 2)


def test_building_again_from_nothing_gives_the_same(custrata, copy):
    first = fingerprint(custrata, copy)
    shutil.rmtree(copy / ".custrata")
    assert fingerprint(custrata, copy) == first


def test_one_cent_more_is_another_fingerprint(custrata, shop, files, order_heads):
    first = fingerprint(custrata, shop)
    rows = files.orders()
    rows[5][3] = f"{float(rows[5][3]) + 0.01:.2f}"
    files.write(shop / "orders.csv", order_heads, rows)
    assert fingerprint(custrata, shop) != first


def test_another_setting_is_another_fingerprint(custrata, shop):
    first = fingerprint(custrata, shop)
    (shop / ".custrata" / "custrata.yaml").write_text(
        "tier_shares: {platinum: 0.1, gold: 0.2, silver: 0.4, bronze: 0.3}\n", encoding="utf-8"
    )
    assert fingerprint(custrata, shop) != first
