import pytest

from custrata.project.place import locate

ORDERS = "order_id,buyer,order_date,amount\n" + "".join(
    f"{n},c{n % 9},{'31.02.2025' if n == 7 else f'{1 + n % 28:02d}.0{1 + n % 9}.2025'},{10 + n}.25\n"
    for n in range(60)
)
CLIENTS = "buyer,full name,country\n" + "".join(f"c{n},Person {n},DE\n" for n in range(9))


@pytest.fixture
def shop(tmp_path):
    folder = tmp_path / "shop"
    (folder / "data").mkdir(parents=True)
    (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    (folder / "data" / "orders.csv").write_text(ORDERS, encoding="utf-8")
    (folder / "data" / "clients.csv").write_text(CLIENTS, encoding="utf-8")
    return locate(folder)
