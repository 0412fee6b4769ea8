"""Dirty folders: each gives a correct load or a clear message with the next step, never a traceback."""

from __future__ import annotations

import datetime as dt
import gzip
import sqlite3

import pytest
import xlsxwriter


def total(rows):
    return round(sum(float(row[3]) for row in rows), 2)


def revenue(custrata, folder):
    (reading,) = custrata("show", "revenue", "-C", folder, "--json").json
    return round(reading["value"], 2)


def test_a_column_of_garbage_is_no_obstacle(custrata, files, order_heads, tmp_path):
    rows = files.orders()
    noise = [
        "☃\t�",
        "NULL",
        "'; drop table x; --",
        "=1+1",
        "",
        "\\N",
        "🙂" * 30,
        "{{ 7 * 7 }}",
        "-0x1F",
        "1e999",
    ]
    dirty = [[*row, noise[i % len(noise)]] for i, row in enumerate(rows)]
    files.write(tmp_path / "shop" / "orders.csv", [*order_heads, "remark"], dirty)
    said = custrata("build", tmp_path / "shop", "--json").json
    assert said["rows"] == {"in": len(rows), "loaded": len(rows), "set_aside": 0}
    assert revenue(custrata, tmp_path / "shop") == total(rows)


def test_garbage_in_a_needed_column_is_set_aside_line_by_line(custrata, files, order_heads, tmp_path):
    rows = files.orders()
    dirty = [[*row[:3], "n/a!"] if i in (3, 40) else row for i, row in enumerate(rows)]
    dirty = [[row[0], "31.02.2024?", *row[2:]] if i == 17 else row for i, row in enumerate(dirty)]
    files.write(tmp_path / "shop" / "orders.csv", order_heads, dirty)
    said = custrata("build", tmp_path / "shop", "--json").json
    assert said["rows"] == {"in": len(rows), "loaded": len(rows) - 3, "set_aside": 3}
    assert revenue(custrata, tmp_path / "shop") == total(
        row for i, row in enumerate(rows) if i not in (3, 17, 40)
    )


def test_an_empty_file_is_named_and_the_rest_is_built(custrata, shop, files):
    (shop / "customers.csv").write_bytes(b"")
    done = custrata("build", shop)
    assert done.code == 0
    assert "customers.csv" in done.said
    assert revenue(custrata, shop) == total(files.orders())


def test_an_empty_file_alone_is_refused_with_the_next_step(custrata, tmp_path):
    (tmp_path / "orders.csv").write_bytes(b"")
    done = custrata("build", tmp_path)
    assert done.code == 2
    assert "orders.csv" in done.err
    assert "To do: " in done.err


def test_heads_without_rows_are_refused_with_the_next_step(custrata, files, order_heads, tmp_path):
    files.write(tmp_path / "orders.csv", order_heads, [])
    done = custrata("build", tmp_path)
    assert done.code == 2
    assert "To do: " in done.err


def test_an_empty_folder_is_refused_with_the_next_step(custrata, tmp_path):
    done = custrata("build", tmp_path)
    assert done.code == 2
    assert "To do: " in done.err


def test_a_folder_without_any_canonical_table_is_refused_with_the_next_step(custrata, files, tmp_path):
    files.write(
        tmp_path / "planets.csv",
        ["planet", "colour"],
        [["Mars", "red"], ["Venus", "yellow"], ["Earth", "blue"]],
    )
    (tmp_path / "notes.md").write_text("nothing here", encoding="utf-8")
    done = custrata("build", tmp_path)
    assert done.code == 2
    assert "planets.csv" in done.err
    assert "To do: " in done.err


def test_a_semicolon_file_with_decimal_commas_is_read(custrata, files, order_heads, tmp_path):
    rows = files.orders()
    german = [
        [r[0], dt.date.fromisoformat(r[1]).strftime("%d.%m.%Y"), r[2], r[3].replace(".", ",")] for r in rows
    ]
    files.write(tmp_path / "shop" / "orders.csv", order_heads, german, delimiter=";")
    said = custrata("build", tmp_path / "shop", "--json").json
    assert said["rows"] == {"in": len(rows), "loaded": len(rows), "set_aside": 0}
    assert said["as_of"] == max(row[1] for row in rows)
    assert revenue(custrata, tmp_path / "shop") == total(rows)


def test_a_latin_1_file_keeps_its_letters(custrata, shop, files):
    names = ["Café Müller", "Señor Ñandú", "Brød & Smør", "Françoise", "Ålesund Mat"]
    people = [[f"K{i:03}", names[i % len(names)], "Köln" if i % 2 else "Málaga"] for i in range(1, 13)]
    files.write(shop / "customers.csv", ["customer_id", "name", "city"], people, encoding="latin-1")
    assert custrata("build", shop).code == 0
    custrata("customers", "-C", shop, "--out", shop.parent / "out.csv")
    text = (shop.parent / "out.csv").read_text(encoding="utf-8")
    assert all(name in text for name in names)


def test_a_1904_excel_date_is_the_day_it_shows(custrata, tmp_path):
    write_workbook(tmp_path / "shop" / "orders.xlsx", date_1904=True)
    said = custrata("build", tmp_path / "shop", "--json").json
    assert said["as_of"] == "2024-03-30"
    assert said["tables"]["transactions"] == 30


def test_a_1900_excel_date_is_the_day_it_shows(custrata, tmp_path):
    write_workbook(tmp_path / "shop" / "orders.xlsx", date_1904=False)
    assert custrata("build", tmp_path / "shop", "--json").json["as_of"] == "2024-03-30"


def test_two_files_of_the_same_table_are_read_together(custrata, files, order_heads, tmp_path):
    rows = files.orders()
    files.write(tmp_path / "shop" / "orders_2023.csv", order_heads, [r for r in rows if r[1] < "2024"])
    files.write(tmp_path / "shop" / "orders_2024.csv", order_heads, [r for r in rows if r[1] >= "2024"])
    said = custrata("build", tmp_path / "shop", "--json").json
    assert said["tables"]["transactions"] == len(rows)
    assert revenue(custrata, tmp_path / "shop") == total(rows)


def test_the_same_file_twice_is_noticed(custrata, shop, files):
    (shop / "orders_copy.csv").write_bytes((shop / "orders.csv").read_bytes())
    done = custrata("build", shop)
    assert "orders_copy.csv" in done.said
    # Counted once, asked about, or said as a caveat: never doubled in silence.
    if done.code == 0 and revenue(custrata, shop) != total(files.orders()):
        assert any(word in done.said for word in ("repeat", "twice", "same", "equal"))
    assert done.code in (0, 2)


def test_a_file_that_is_not_what_it_says_is_named(custrata, shop, files):
    (shop / "customers.xlsx").write_text("this is no workbook", encoding="utf-8")
    (shop / "web.parquet").write_bytes(b"PAR0 nonsense")
    (shop / "till.sqlite").write_bytes(b"SQLite format 3\0 and then nothing")
    done = custrata("build", shop)
    assert done.code == 0
    for name in ("customers.xlsx", "web.parquet", "till.sqlite"):
        assert name in done.said
    assert revenue(custrata, shop) == total(files.orders())


def test_a_gzip_file_is_read(custrata, shop, files):
    plain = shop / "orders.csv"
    (shop / "orders.csv.gz").write_bytes(gzip.compress(plain.read_bytes(), mtime=0))
    plain.unlink()
    custrata("build", shop)
    assert revenue(custrata, shop) == total(files.orders())


def test_a_sqlite_file_is_read(custrata, files, tmp_path):
    (tmp_path / "shop").mkdir()
    base = sqlite3.connect(tmp_path / "shop" / "till.sqlite")
    base.execute("create table orders (order_id text, order_date text, customer_id text, amount real)")
    base.executemany("insert into orders values (?, ?, ?, ?)", files.orders())
    base.commit()
    base.close()
    custrata("build", tmp_path / "shop")
    assert revenue(custrata, tmp_path / "shop") == total(files.orders())


@pytest.mark.parametrize(
    "name", ["orders'; drop table x; --.csv", "orders {{ 7*7 }}.csv", "commandes été.csv", "orders%s %d.csv"]
)
def test_a_strange_file_name_is_a_name(custrata, files, order_heads, tmp_path, name):
    files.write(tmp_path / "shop" / name, order_heads, files.orders())
    assert custrata("build", tmp_path / "shop").code == 0
    assert revenue(custrata, tmp_path / "shop") == total(files.orders())


def test_hostile_heads_are_heads(custrata, files, order_heads, tmp_path):
    heads = [*order_heads, '"; drop table customers; --', "=cmd|' /C calc'!A0", "_row", "select"]
    files.write(
        tmp_path / "shop" / "orders.csv", heads, [[*row, "a", "b", "c", "d"] for row in files.orders()]
    )
    assert custrata("build", tmp_path / "shop").code == 0
    assert revenue(custrata, tmp_path / "shop") == total(files.orders())


def test_a_customer_without_a_name_stays_one_customer(custrata, files, order_heads, tmp_path):
    rows = files.orders()
    files.write(
        tmp_path / "shop" / "orders.csv",
        order_heads,
        [[*r[:2], "" if i % 10 == 0 else r[2], r[3]] for i, r in enumerate(rows)],
    )
    said = custrata("build", tmp_path / "shop", "--json").json
    assert said["rows"]["set_aside"] == 0
    assert revenue(custrata, tmp_path / "shop") == total(rows)
    (customers,) = custrata("show", "customers", "-C", tmp_path / "shop", "--json").json
    assert customers["value"] == len({r[2] for i, r in enumerate(rows) if i % 10})


def write_workbook(path, *, date_1904):
    """A workbook with thirty orders in the first three months of 2024."""
    path.parent.mkdir(parents=True)
    with xlsxwriter.Workbook(path, {"date_1904": date_1904}) as book:
        sheet = book.add_worksheet("Orders")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["order_id", "order_date", "customer_id", "amount"])
        for i in range(30):
            sheet.write_string(i + 1, 0, f"O{i}")
            sheet.write_datetime(i + 1, 1, dt.date(2024, 1, 3) + dt.timedelta(days=3 * i), day)
            sheet.write_string(i + 1, 2, f"K{i % 7}")
            sheet.write_number(i + 1, 3, 10.5 + i)


def test_a_customer_key_of_an_unfamiliar_name_is_found_or_asked_about(custrata, roaster_data, tmp_path):
    # The key is named after what customers are here; a table of them, with names, says what it is.
    shop = tmp_path / "shop"
    shop.mkdir()
    for name, other in (("orders", "orders"), ("customers", "cafes"), ("products", "products")):
        text = (roaster_data / f"{name}.csv").read_text(encoding="utf-8")
        (shop / f"{other}.csv").write_text(text.replace("customer_id", "cafe_id", 1), encoding="utf-8")
    done = custrata("build", shop)
    if done.code == 0:
        (customers,) = custrata("show", "customers", "-C", shop, "--json").json
        assert customers["value"] == 24
    else:
        assert "cafe_id" in done.err
