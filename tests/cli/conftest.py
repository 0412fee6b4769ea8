import pytest

from custrata.project.project import Project


@pytest.fixture(scope="package")
def shop(tmp_path_factory):
    """A small shop, built; tests only read it."""
    folder = tmp_path_factory.mktemp("shop")
    lines = [f"{n},c{n % 30},2024-{1 + n % 12:02}-{1 + n % 28:02},{10 + n % 90}.50" for n in range(600)]
    text = "\n".join(["order_id,customer_id,order_date,amount", *lines])
    (folder / "orders.csv").write_text(text, encoding="utf-8")
    Project(folder).build()
    return folder
