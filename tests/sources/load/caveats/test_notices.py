from __future__ import annotations

from custrata.sources.mapping import Mapped, Mapping, Source, Take


def test_anonymous_lines_are_said_with_their_money(desk) -> None:
    desk.put("sales.csv", "customer,date,amount\na,2020-01-01,5\na,2020-01-02,6\n,2020-01-03,-1234.5")
    found = desk.load().caveat("anonymous-revenue")
    assert found.how_many == 1
    assert "1 of 3 lines" in found.text
    assert "(−1,234.50)" in found.text


def test_equal_lines_are_kept_and_said(desk) -> None:
    desk.put("sales.csv", "customer,date,amount\na,2020-01-01,5\na,2020-01-01,5\nb,2020-01-03,5")
    assert desk.load().caveat("repeated-lines").text.startswith("1 line equals an earlier line.")


def test_a_near_miss_is_said_with_its_rows(desk) -> None:
    desk.put("t.csv", "id,n\n1,GTXPro\n2,MG")
    name = Mapped(Take("n", read_as=(("GTXPro", "GTX Pro"),)))
    source = Source("products", "t.csv", {"product_id": name})
    assert "‘GTXPro’ as ‘GTX Pro’ (in 1 row)" in desk.load(Mapping((source,))).caveat("near-miss").text


def test_trials_are_counted(desk) -> None:
    desk.put(
        "subscriptions.csv",
        "subscription_id,account_id,start_date,mrr,is_trial\nS1,A,2020-01-01,5,TRUE\nS2,B,2020-01-01,5,FALSE",
    )
    assert desk.load().caveat("trials").how_many == 1


def test_undated_data_and_derived_spells_are_said(desk) -> None:
    desk.put("telco.csv", "customer_id,tenure,monthly charges,churn\na,1,20,Yes\nb,5,30,No")
    loaded = desk.load()
    assert "2000-01-01" in loaded.caveat("notional-date").text
    assert loaded.caveat("derived-spells").where == "telco.csv"


def test_clean_data_raise_no_caveat(desk) -> None:
    desk.put("sales.csv", "order_id,customer,date,amount\n1,a,2020-01-01,5\n2,b,2020-01-02,6")
    assert desk.load().caveats == ()


def test_it_is_said_that_each_row_is_taken_for_a_customer(desk) -> None:
    desk.put("people.csv", "age,gender,milk\n34,m,3\n41,f,5\n28,f,4")
    loaded = desk.load()
    assert len(loaded.tables["customers"]) == 3
    caveat = loaded.caveat("rows-as-customers")
    assert "each row is taken for a customer" in caveat.text
    assert caveat.where == "people.csv"
