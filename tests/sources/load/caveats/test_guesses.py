from __future__ import annotations

from custrata.sources.mapping import Mapped, Mapping, Source, Take


def sales(confidence):
    columns = {
        "customer_id": Mapped(Take("who")),
        "occurred_at": Mapped(Take("day"), confidence),
        "amount": Mapped(Take("money")),
        "channel": Mapped(Take("way"), 0.1),
    }
    return Mapping((Source("transactions", "s.csv", columns),))


def test_a_required_column_guessed_below_one_half_is_named_with_its_confidence(desk) -> None:
    desk.put("s.csv", "who,day,money,way\na,2020-01-01,5,x\nb,2020-01-02,6,y")
    (found,) = desk.load(sales(0.4)).caveats
    assert found.code == "weak-guess"
    assert found.text.startswith(
        "occurred_at of transactions is taken from day of s.csv; the guess is only 40% sure."
    )
    assert desk.load(sales(0.5)).caveats == ()


def test_customers_with_several_values_of_an_attribute_are_counted(desk) -> None:
    desk.put("s.csv", "who,land,label\na,UK,N\na,UK,n\na,FR,N\nb,DE,M\n,IT,O\nc,,P\nc,ES,P")
    columns = {
        n: Mapped(Take(c)) for n, c in (("customer_id", "who"), ("country", "land"), ("name", "label"))
    }
    loaded = desk.load(Mapping((Source("customers", "s.csv", columns, one_row_per=("who",)),)))
    found = loaded.caveat("several-values")
    assert (found.code, found.how_many) == ("several-values", 1)
    assert found.text == (
        "1 of 3 customers has more than one country in s.csv; the most frequent one is taken for each."
    )
    assert {r["customer_id"]: r["country"] for r in loaded.tables["customers"]}["a"] == "UK"


def test_attributes_of_several_files_are_counted_file_by_file(desk) -> None:
    desk.put("s.csv", "who,land,size\na,UK,1\na,UK,1\nb,DE,1")
    desk.put("t.csv", "who,land,size\nc,UK,1\nc,UK,2\nd,DE,1")
    columns = {"customer_id": Mapped(Take("who")), "country": Mapped(Take("land"))}
    mapping = Mapping(
        tuple(
            Source("customers", name, columns, {"size": Take("size")}, one_row_per=("who",))
            for name in ("s.csv", "t.csv")
        )
    )
    (found,) = (c for c in desk.load(mapping).caveats if c.code == "several-values")
    assert found.where == "t.csv: size"
    assert found.text.startswith("1 of 2 customers")
