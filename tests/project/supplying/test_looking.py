import os

from custrata.project.mapping_file import read_mapping
from custrata.project.place import settings_of
from custrata.project.supplying.looking import forget_look, look, looked_at, mapping_at


def test_a_look_keeps_samples_and_the_guess_and_stays_a_guess(shop):
    seen = []
    looked = look(shop, settings_of(shop), progress=lambda stage, share: seen.append(stage))
    assert seen == ["read", "recognise"]
    assert looked_at(shop) == looked
    orders = looked.table("orders.csv")
    assert orders is not None
    assert (orders.rows, len(orders.samples), orders.samples[0][1]) == (60, 5, "c0")
    assert {s.source: s.table for s in mapping_at(shop).sources}["orders.csv"] == "transactions"
    assert read_mapping(shop) is None


def test_a_look_is_old_once_a_file_has_changed_and_can_be_forgotten(shop):
    look(shop, settings_of(shop))
    os.utime(shop.data / "orders.csv", (4e9, 4e9))
    assert looked_at(shop) is None
    os.utime(shop.data / "orders.csv", (1e9, 1e9))
    assert looked_at(shop) is not None
    forget_look(shop)
    assert looked_at(shop) is None


def test_what_a_person_said_stays_and_a_table_that_came_since_is_guessed(shop):
    look(shop, settings_of(shop))
    text = shop.mapping.read_text(encoding="utf-8").replace("country: country", "region: country")
    shop.mapping.write_text(text, encoding="utf-8")
    tickets = "ticket id,buyer,opened at,closed at,subject\n"
    tickets += "".join(f"t{n},c{n % 9},2025-03-{1 + n:02d},2025-04-{1 + n:02d},Broken\n" for n in range(20))
    (shop.data / "tickets.csv").write_text(tickets, encoding="utf-8")
    look(shop, settings_of(shop))
    mapping = mapping_at(shop)
    assert "region" in mapping.of("customers")[0].columns
    assert [source.source for source in mapping.of("tickets")] == ["tickets.csv"]


def test_guessing_anew_keeps_the_corrected_mapping_beside(shop):
    look(shop, settings_of(shop))
    shop.mapping.write_text(
        shop.mapping.read_text(encoding="utf-8").replace("country: country", "region: country"),
        encoding="utf-8",
    )
    look(shop, settings_of(shop), again=True)
    assert "country" in mapping_at(shop).of("customers")[0].columns
    assert "region: country" in shop.mapping.with_name("mapping.yaml.old").read_text(encoding="utf-8")
