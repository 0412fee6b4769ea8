"""A shop with two customers who must not be confused, built once."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from custrata.project.building import build_project
from custrata.project.place import locate, settings_of

ANA = ("ana.silva@example.org", "Ana Silva", "+351 210 555 123", "CUST-0007")
BO = ("bo.berg@example.org", "Bo Berg", "+46 8 555 123 45", "CUST-00071")


def write_data(data: Path) -> None:
    """Orders, people and tickets of a hundred customers, two of them by name."""
    data.mkdir(parents=True, exist_ok=True)
    keys = [f"CUST-{number:04d}" for number in range(1, 90)] + [BO[3]]
    people, orders, tickets = ["Contact ID,Customer ID,Full Name,Email,Phone"], [], []
    for number, key in enumerate(keys):
        name, mail, phone = f"Person {number} Of {key}", f"p{number}@example.net", ""
        if key in (ANA[3], BO[3]):
            mail, name, phone, _ = ANA if key == ANA[3] else BO
        people.append(f'CON-{number:05d},{key},"{name}",{mail},{phone}')
        for turn in range(6):
            day = dt.date(2025, 1, 3) + dt.timedelta(days=(number * 7 + turn * 31) % 360)
            orders.append(f"INV-{number:04d}{turn},{key},{day},{20 + number % 9 + turn}.50,EUR")
        said = f"Wrote: please call\r\n{mail}, thanks"
        tickets.append(f'T-{number:05d},{key},2025-06-{number % 28 + 1:02d} 10:00:00,"{said}"')
    tickets.append('T-99999,CUST-0002,2025-06-30 10:00:00,"Colleague of Ana Silva asks"')
    (data / "contacts.csv").write_text("\n".join(people) + "\n", encoding="utf-8")
    heads = "Invoice Number,Customer ID,Invoice Date,Net Amount,Currency"
    (data / "invoices.csv").write_bytes(("\r\n".join([heads, *orders]) + "\r\n").encode("cp1252"))
    heads = "Ticket ID,Customer ID,Created At,Description"
    (data / "tickets.csv").write_bytes(b"\xef\xbb\xbf" + ("\r\n".join([heads, *tickets]) + "\r\n").encode())


@pytest.fixture(scope="session")
def shop_built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("erasing") / "shop"
    write_data(folder / "data")
    (folder / "custrata.yaml").write_text("data: data\ncompany: Shop\n", encoding="utf-8")
    place = locate(folder)
    build_project(place, settings_of(place))
    return folder


@pytest.fixture
def shop(shop_built, tmp_path):
    """A copy that a test may change."""
    folder = tmp_path / "shop"
    shutil.copytree(shop_built, folder)
    return locate(folder)
