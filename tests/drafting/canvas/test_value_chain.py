from __future__ import annotations

from tests.snapshots import YEAR, Book, grocer, shop_with_profit

from custrata.drafting.canvas.value_chain import value_chain_zone
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.vocabulary import Relationship


def test_what_earns_most_is_named_where_margin_is_known():
    zone = value_chain_zone(Pen(Desk(shop_with_profit())), [])
    assert zone.products_and_services.statements[0].said() == "“Technology” earns most: $145k after cost."
    assert value_chain_zone(Pen(Desk(grocer())), []).products_and_services.statements[0].kind == "proposal"


def test_tables_that_are_there_leave_no_gap():
    book = Book("A", YEAR, "EUR", Relationship.CONTRACTUAL)
    book.add("customers", 50, "customers", 50)
    tables = dict.fromkeys(("usage", "tickets", "feedback", "opportunities", "campaigns"), 9)

    def gaps(snapshot):
        zone = value_chain_zone(Pen(Desk(snapshot)), [])
        return [s for s in zone.supporting_capabilities.statements if s.kind == "gap"]

    assert gaps(book.snapshot(tables)) == []
    assert len(gaps(book.snapshot({}))) == 4
