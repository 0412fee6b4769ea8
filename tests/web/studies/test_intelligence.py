import itertools

import pytest
from tests.snapshots import every_company
from tests.web.studies.reading import MOST_QUERIES, anchors_lead_somewhere, headings, text_of


@pytest.mark.parametrize("page", ["intelligence/", "intelligence/apart/"])
def test_a_viewer_reads_each_page_with_its_sections(workspace, come_in, page):
    text = text_of(come_in("viewer").get(f"/w/{workspace.slug}/{page}"))
    assert anchors_lead_somewhere(text)
    levels = headings(text)
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("number", range(len(every_company())))
def test_a_company_that_knows_little_has_a_page_too(company_of, come_in, number):
    workspace = company_of(number)
    client = come_in("admin", of=workspace)
    for page in ("intelligence/", "intelligence/apart/"):
        assert anchors_lead_somewhere(text_of(client.get(f"/w/{workspace.slug}/{page}")))


def test_people_of_another_workspace_see_none_of_it(workspace, other_workspace, come_in):
    neighbour = come_in("admin", of=other_workspace)
    assert neighbour.get(f"/w/{workspace.slug}/intelligence/").status_code == 404
    assert neighbour.get(f"/w/{other_workspace.slug}/intelligence/").status_code == 200


def test_who_has_not_come_in_is_sent_to_the_door(workspace, client):
    assert client.get(f"/w/{workspace.slug}/intelligence/").status_code == 302


def test_the_page_asks_the_database_seldom(workspace, come_in, django_assert_max_num_queries):
    client = come_in("viewer")
    client.get(f"/w/{workspace.slug}/intelligence/")
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(f"/w/{workspace.slug}/intelligence/")


def test_analyses_that_come_later_say_what_is_there_and_what_is_lacking(workspace, come_in):
    text = text_of(come_in("viewer").get(f"/w/{workspace.slug}/intelligence/"))
    for title in ("Next best action", "What a campaign changes", "Who leaves next", "Ideal customer profile"):
        assert title in text
    assert text.count("This analysis is not built yet.") == 4
    assert "There: " in text
