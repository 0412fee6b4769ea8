from __future__ import annotations

import datetime as dt
import io
import zipfile

from custrata.delivery.deck.office.package import settled


def package(stamp: str) -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as book:
        core = f"<cp><dcterms:created xsi:type='x'>{stamp}</dcterms:created></cp>"
        book.writestr(zipfile.ZipInfo("docProps/core.xml", (2020, 1, int(stamp[-1]), 0, 0, 0)), core)
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as whole:
        whole.writestr(
            zipfile.ZipInfo("ppt/embeddings/a.xlsx", (2021, 1, int(stamp[-1]), 0, 0, 0)), inner.getvalue()
        )
    return outer.getvalue()


def test_dates_of_package_and_workbooks_do_not_show():
    day = dt.date(2017, 12, 31)
    assert package("2020-01-1") != package("2020-01-2")
    assert settled(package("2020-01-1"), day) == settled(package("2020-01-2"), day)


def test_the_day_of_the_data_is_the_date_of_the_workbook():
    whole = zipfile.ZipFile(io.BytesIO(settled(package("2020-01-1"), dt.date(2017, 12, 31))))
    book = zipfile.ZipFile(io.BytesIO(whole.read("ppt/embeddings/a.xlsx")))
    assert b"2017-12-31T00:00:00Z" in book.read("docProps/core.xml")
