from __future__ import annotations

import random

from custrata.sources.mapping import mapping_from_text, mapping_text

SALES = ["a,01/02/2020,5", "b,03/04/2020,6", "a,05/06/2020,7"]


def test_day_and_month_that_nothing_tells_apart_raise_a_question(desk) -> None:
    desk.put("sales.csv", "customer,date,amount\n" + "\n".join(SALES))
    (question,) = desk.guess().questions
    assert "write the day or the month first" in str(question)
    assert [str(o.name) for o in question.options] == ["day first", "month first"]


def test_one_row_past_the_twelfth_answers_it(desk) -> None:
    desk.put("sales.csv", "customer,date,amount\n" + "\n".join([*SALES, "b,13/06/2020,8"]))
    mapping = desk.guess()
    assert mapping.questions == ()
    assert mapping.of("transactions")[0].columns["occurred_at"].derivation.patterns == ("%d/%m/%Y",)


def test_the_order_of_rows_and_tables_changes_nothing(desk, tmp_path) -> None:
    rows = [[f"c{n % 9}", f"2020-01-{n % 28 + 1:02d}", f"{n}.5", f"s{n % 9 % 2}"] for n in range(60)]
    other = [["c1", "Ada"], ["c2", "Bob"]]
    header = ["customer_id", "date", "amount", "segment"]
    desk.put_rows("sales.csv", header, rows)
    desk.put_rows("customers.csv", ["customer_id", "name"], other)
    first = mapping_text(desk.guess())
    desk.tables.clear()
    desk.put_rows("customers.csv", ["customer_id", "name"], other[::-1])
    desk.put_rows("sales.csv", header, random.Random(3).sample(rows, len(rows)))
    assert mapping_text(desk.guess()) == first


def test_a_guess_comes_back_from_its_text(desk) -> None:
    desk.put(
        "sales.csv", "customer,date,amount,discount\n" + "\n".join(f"{s},0.{n}" for n, s in enumerate(SALES))
    )
    mapping = desk.guess()
    assert mapping_from_text(mapping_text(mapping)) == mapping


def test_a_table_that_is_not_used_says_why(desk) -> None:
    desk.put("sales.csv", "customer,date,amount\na,2020-01-01,5\na,2020-01-02,5")
    desk.put("data_dictionary.csv", "table,field,meaning\nsales,date,day of the sale\nsales,amount,money")
    (unused,) = desk.guess().unused
    assert (unused.source, bool(unused.reason)) == ("data_dictionary.csv", True)


def test_german_exports_are_read_by_what_their_columns_are_called(desk) -> None:
    days = [f"{n % 28 + 1:02d}.03.2024" for n in range(90)]
    who = [f"K{n % 40}" for n in range(90)]
    desk.put_rows(
        "Kundenstamm.csv",
        ["Kd-Nr", "Firma", "angelegt am", "E-Mail"],
        [[f"K{n}", f"Firma {n}", days[n], f"post{n}@firma.example"] for n in range(40)],
    )
    desk.put_rows(
        "Umsätze.csv",
        ["Belegnummer", "Belegdatum", "Kd-Nr", "Menge", "VK netto", "Zeilenbetrag netto"],
        [[f"RE-{n}", days[n], who[n], str(n % 5 + 1), "18.5", str(18.5 * (n % 5 + 1))] for n in range(90)],
    )
    desk.put_rows(
        "Reklamationen.csv",
        ["Vorgang", "Eingang", "Erledigt", "Kunde", "Grund"],
        [[f"V{n}", f"{days[n]} 07:51", f"{days[n]} 19:17", who[n], "Bruch"] for n in range(60)],
    )
    desk.put_rows(
        "Zufriedenheit.csv",
        ["Kd-Nr", "Datum", "Weiterempfehlung (0-10)"],
        [[who[n], days[n], str(n % 10 + 1)] for n in range(60)],
    )
    read = {
        s.table: {n: str(m.derivation).split()[0] for n, m in s.columns.items()} for s in desk.guess().sources
    }
    assert {read[table]["customer_id"] for table in ("customers", "transactions", "feedback")} == {"Kd-Nr"}
    assert read["customers"]["acquired_on"] == "angelegt"
    assert read["transactions"]["amount"] == "Zeilenbetrag"
    assert (read["tickets"]["opened_at"], read["tickets"]["resolved_at"]) == ("Eingang", "Erledigt")
    asked = {s.table: s for s in desk.guess().sources}["feedback"].columns
    ends = [str(asked[name].derivation) for name in ("rating", "instrument", "rating_min", "rating_max")]
    assert ends == ["Weiterempfehlung (0-10)", "always nps", "always 0", "always 10"]
