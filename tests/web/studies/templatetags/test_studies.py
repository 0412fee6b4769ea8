from types import SimpleNamespace

import pytest

from custrata.web.studies.templatetags.studies import counted, customers_of, edit_of, waiting


def test_who_may_not_edit_is_shown_no_way_to_it():
    context = {"rights": {"edit": False}, "workspace": SimpleNamespace(slug="tessel")}
    assert edit_of(context, "groups[gold]") == ""


def test_links_stay_in_the_workspace():
    context = {"rights": {"edit": True}, "workspace": SimpleNamespace(slug="tessel")}
    for found in (edit_of(context, "groups[gold]"), customers_of(context, (("tier", "gold"),))):
        assert found == "" or found.startswith("/w/tessel/")


@pytest.mark.parametrize(("rows", "words"), [(1, "1 row"), (0, "0 rows"), (12_345, "12,345 rows")])
def test_rows_are_counted_in_words(rows, words):
    assert counted(rows) == words


def test_only_sections_with_nothing_to_show_wait():
    shown, idle = SimpleNamespace(waits_for=""), SimpleNamespace(waits_for="cost by order")
    assert waiting((shown, idle)) == [idle]
