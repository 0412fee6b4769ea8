from __future__ import annotations

from custrata.sources.mapping import Combine, Lookup, Mapped, Marked, Source
from custrata.sources.mapping.marking import mark_of, marked, plainly_marked, status_marks


def source(derivation) -> Source:
    return Source("transactions", "t.csv", {"kind": Mapped(derivation)})


def test_a_mark_of_status_may_stand_in_the_table_of_the_orders() -> None:
    mark = Marked("s", "refund", values=("void",))
    assert status_marks(Lookup("o.csv", "o", "o", mark)) == status_marks(mark) == (mark,)
    assert status_marks(Marked("o", "refund", "C")) == ()
    assert mark_of(source(mark), "refund") == mark
    assert mark_of(source(mark), "returned") is None


def test_a_list_of_refunds_is_parted_by_what_each_value_means() -> None:
    mixed = Marked("s", "refund", values=("cancelled", "returned", "credit note", "partially_refunded"))
    plain = plainly_marked(source(mixed)).columns["kind"].derivation
    assert isinstance(plain, Combine)
    assert {m.word: m.values for m in status_marks(plain)} == {
        "returned": ("returned",),
        "given back": ("credit note",),
        "partly returned": ("partially_refunded",),
        "refund": ("cancelled",),
    }
    assert plainly_marked(source(plain)) == source(plain), "what is plain stays as it is"


def test_values_of_a_company_s_own_and_marks_at_the_beginning_stay_as_they_are() -> None:
    for mark in (Marked("s", "refund", values=("weg",)), Marked("no", "refund", "C")):
        assert plainly_marked(source(mark)) == source(mark)


def test_one_meaning_needs_no_second_part() -> None:
    assert marked("s", {"returned": ("returned",)}) == Marked("s", "returned", values=("returned",))
