from __future__ import annotations

from custrata.project.erasing.traces import GONE, Traces

ANA = Traces(
    frozenset({"CUST-0007", "17"}),
    frozenset({"CON-00006"}),
    frozenset({"ana.silva@example.org"}),
    frozenset({"+351 210 555 123"}),
    frozenset({"Ana Silva", "Ana"}),
)


def test_a_row_goes_by_its_key_however_it_is_written_and_no_other_does():
    assert all(ANA.takes("customer", key) for key in ("CUST-0007", " cust-0007 ", "17.0"))
    assert not any(ANA.takes("customer", key) for key in ("CUST-00071", "CUST-007", "171", "CON-00006", ""))
    assert ANA.takes("email", "Ana.Silva@Example.org")


def test_a_text_loses_the_person_and_nothing_else():
    said = "Ana Silva (ana.silva@example.org, +351 210 555 123) of CUST-0007 paid 17"
    assert ANA.clean(said) == f"{GONE} ({GONE}, {GONE}) of {GONE} paid 17"
    for other in ("Ana Silvara", "ana.silva@example.organic", "CUST-00071", "Ana paid 17", "mariana silva"):
        assert ANA.clean(other) == other


def test_what_stands_for_everybody_is_not_looked_for():
    assert Traces(frozenset({"17"}), names=frozenset({"Ana"})).words == ()
    assert Traces().clean("Ana") == "Ana"
    assert (ANA.stand_in("about ANA SILVA"), ANA.times("Ana Silva and Ana Silva")) == (True, 2)
