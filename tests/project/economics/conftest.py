import datetime as dt

import pytest
from tests.snapshots import grocer, outfitter, pipeline

from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate
from custrata.project.project import Project

HEADS = "order_id,customer_id,order_date,amount,cost,region"


def orders(customers=60, months=48):
    """Orders of a shop: customers come over a year, order in a rhythm of their own, and some stop."""
    for c in range(customers):
        every, first, last = 1 + c % 4, c % 12, months - (c * 7) % 30
        for month in range(first, last, every):
            day = dt.date(2021 + month // 12, month % 12 + 1, (c * 5 + month * 3) % 28 + 1)
            amount = 10 + (c * 37 + month * 11) % 90
            region = ("North", "West")[c % 2]
            yield f"{c}-{month},c{c:03},{day},{amount}.50,{amount * 0.6:.2f},{region}"


@pytest.fixture(scope="package")
def shop(tmp_path_factory):
    """Four years of a shop with margin and regions, built; tests only read it."""
    folder = tmp_path_factory.mktemp("shop")
    (folder / "orders.csv").write_text("\n".join([HEADS, *orders()]) + "\n", encoding="utf-8")
    Project(folder).build()
    return folder


@pytest.fixture
def project(tmp_path):
    """Makes a project whose latest snapshot was made by hand."""
    made = {"grocer": grocer, "outfitter": outfitter, "pipeline": pipeline}

    def of(company: str):
        folder = tmp_path / company
        (folder / "data").mkdir(parents=True)
        (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
        SnapshotStore(locate(folder).state).write(made[company](), lambda tables: None)
        return folder

    return of
