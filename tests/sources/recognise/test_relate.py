from __future__ import annotations

from decimal import Decimal

from custrata.sources.recognise.readings import readings
from custrata.sources.recognise.relate import Relations, amount_rivals, relate_query


def relations(desk) -> Relations:
    profiles = desk.profiles()
    return Relations.from_rows(profiles, desk.related(profiles))


def test_values_of_an_id_are_looked_for_in_the_table_they_name(desk) -> None:
    desk.put("pipeline.csv", "deal_id,product,amount,stage\n1,GTX Pro,1,Won\n2,GTXPro,2,Lost\n3,MG,3,Won")
    desk.put("products.csv", "product,series\nGTX Pro,G\nMG,M\nOther,O")
    overlap = relations(desk).overlaps[(("raw_1", "product"), ("raw_2", "product"))]
    assert (overlap.values, overlap.found, overlap.near) == (3, 2, (("GTXPro", "GTX Pro"),))
    assert round(overlap.share, 2) == 0.67


def test_what_is_the_same_for_each_customer_is_told_from_what_varies(desk) -> None:
    lines = [f"c{n % 12},2020-01-{n % 28 + 1:02d},{n}.5,s{n % 12 % 3},w{n % 5}" for n in range(60)]
    desk.put("sales.csv", "customer_id,date,amount,segment,way\n" + "\n".join(lines))
    found = relations(desk)
    assert found.constant("raw_1", "customer_id", "segment") == 1
    assert found.constant("raw_1", "customer_id", "way") == 0
    assert found.constant("raw_1", "customer_id", "never asked") == 0


def test_the_cells_that_decide_the_order_of_day_and_month_are_counted_in_all_rows(desk) -> None:
    days = ["01/02/2020", "13/02/2020", "02/13/2020", "14-02-20 10:00", "40/13/2020", "31.12.2020"]
    desk.put("sales.csv", "customer,date,amount\n" + "\n".join(f"a,{day},1" for day in days))
    assert relations(desk).decided_dates == {("raw_1", "date"): (2, 1)}


def test_lines_and_orders_are_summed_side_by_side(desk) -> None:
    desk.put("orders.csv", "order_id,customer_id,date,total\n1,a,2020-01-01,5\n2,b,2020-01-02,7")
    desk.put("lines.csv", "line_id,order_id,product_id,quantity,price\n1,1,x,2,2\n2,1,y,1,1\n3,2,x,2,3.5")
    assert relations(desk).sums == {("raw_2", "raw_1"): (Decimal(12), Decimal(12))}


def test_two_amounts_are_compared_row_by_row(desk) -> None:
    desk.put("sales.csv", "customer,date,revenue,sales\na,2020-01-01,5,5\nb,2020-01-02,7,8")
    assert relations(desk).differing == {("raw_1", "revenue", "sales"): 1}
    assert [c.name for c in amount_rivals(readings(desk.profiles()[0])[0])] == ["sales"]


def test_two_ids_of_the_same_things_are_one_to_one(desk) -> None:
    lines = "\n".join(f"{n % 40},{n % 40 + 7},1997{n % 12 + 1:02d}01,{n}.25" for n in range(200))
    desk.put("t.txt", "c1,c2,c3,c4\n" + lines)
    assert relations(desk).one_to_one("raw_1", "c1", "c2")
    assert not relations(desk).one_to_one("raw_1", "c1", "c3")


def test_a_folder_without_ties_asks_nothing(desk) -> None:
    assert relate_query((desk.profile("a,b\n1,x\n2,y"),)) == {}
