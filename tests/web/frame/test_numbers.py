import re
from dataclasses import replace

from tests.snapshots import bare

from custrata.delivery.figures import Prose
from custrata.web.frame.numbers import Numbers


def test_a_number_is_a_button_that_opens_what_it_is(shown):
    numbers = Numbers()
    button = numbers.figure(shown(0.71))
    assert 'popovertarget="n1"' in button
    assert ">71%</button>" in button
    assert 'id="n1"' in numbers.popovers
    assert "1 Jan 2025 to 31 Dec 2025" in numbers.popovers
    assert "280 customers" in numbers.popovers


def test_the_same_number_opens_the_same_popover(shown):
    numbers = Numbers()
    assert numbers.figure(shown(0.71)) == numbers.figure(shown(0.71))
    assert numbers.popovers.count("popover id=") == 1


def test_two_numbers_open_two_popovers(shown):
    numbers = Numbers()
    numbers.figure(shown(0.71)), numbers.figure(shown(0.72))
    assert re.findall(r'popover id="(\w+)"', numbers.popovers) == ["n1", "n2"]


def test_names_of_a_part_never_meet_those_of_its_page(shown):
    page, part = Numbers(), Numbers(prefix="n-list-")
    page.figure(shown(0.71)), part.figure(shown(0.71))
    names = re.findall(r'id="([\w-]+)"', page.popovers + part.popovers)
    assert len(names) == len(set(names)) == 2


def test_what_was_written_by_people_stays_text():
    written = Numbers().sentence(Prose(("<script>alert</script>",)))
    assert "<script>" not in written


def test_a_stop_never_begins_a_line_without_its_number(shown):
    written = Numbers().sentence(Prose((shown(0.71), "; the rest is lost")))
    assert written.startswith('<span class="nw"><button')
    assert "</button>;</span> the rest is lost" in written


def test_the_customers_of_a_segment_are_one_click_away_for_who_may_see_them(shown):
    segment = (("tier", "gold"),)
    may, may_not = Numbers(customers="/w/a/customers/"), Numbers()
    may.figure(shown(0.71, segment=segment)), may_not.figure(shown(0.71, segment=segment))
    assert 'href="/w/a/customers/?tier=gold"' in may.popovers
    assert "See the customers" not in may_not.popovers


def test_a_number_of_a_stage_says_who_is_not_counted(shown):
    rules = {"stages": ("acquisition: has not ordered yet", "at risk: last order more than 13 days ago")}
    known = bare()
    numbers = Numbers(snapshot=replace(known, manifest=replace(known.manifest, rules=rules)))
    numbers.figure(shown(474.0, unit="customers", segment=(("stage", "at risk"),)))
    assert "Last order more than 13 days ago; who is at acquisition is not counted." in numbers.popovers


def test_a_number_of_the_whole_base_leads_to_no_customers(shown):
    numbers = Numbers(customers="/w/a/customers/")
    numbers.figure(shown(0.71))
    assert "See the customers" not in numbers.popovers


def test_what_is_not_known_says_why(shown):
    numbers = Numbers()
    numbers.figure(shown(None, reason="no dates"))
    assert "no dates" in numbers.popovers
