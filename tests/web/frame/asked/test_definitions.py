import shutil

from custrata.measures.catalogue import CATALOGUE
from custrata.web.strategies.staging import scene_of


def test_all_measures_are_listed_with_their_meaning(workspace, come_in):
    said = come_in("viewer").get(f"/w/{workspace.slug}/definitions/").content.decode()
    assert all(f"/definitions/{measure}/" in said for measure in CATALOGUE)


def test_a_measure_says_what_it_means_and_what_it_reads(workspace, come_in):
    said = come_in("viewer").get(f"/w/{workspace.slug}/definitions/customers/").content.decode()
    assert CATALOGUE["customers"].definition in said
    assert "<dt>Whole history</dt>" in said


def test_a_measure_is_explained_where_nothing_has_been_built(workspace, come_in):
    shutil.rmtree(workspace.place.state)
    answer = come_in("viewer").get(f"/w/{workspace.slug}/definitions/customers/")
    assert answer.status_code == 200


def test_a_measure_that_there_is_not_is_not_found(workspace, come_in):
    assert come_in("viewer").get(f"/w/{workspace.slug}/definitions/happiness/").status_code == 404


def test_a_query_is_a_part_for_a_popover_and_a_page_for_all_else(workspace, come_in):
    fingerprint, text = next(iter(scene_of(workspace).snapshot.queries.items()))
    viewer, address = come_in("viewer"), f"/w/{workspace.slug}/queries/{fingerprint}/"
    part = viewer.get(address, headers={"HX-Request": "true"}).content.decode()
    page = viewer.get(address).content.decode()
    assert part.startswith("<pre")
    assert "<h1>" in page
    assert text.split()[0] in part


def test_a_query_of_others_is_not_there(workspace, other_workspace, come_in):
    fingerprint = next(iter(scene_of(workspace).snapshot.queries))
    neighbour = come_in("admin", of=other_workspace)
    assert neighbour.get(f"/w/{workspace.slug}/queries/{fingerprint}/").status_code == 404
    assert come_in("viewer").get(f"/w/{workspace.slug}/queries/{'0' * 16}/").status_code == 404


def test_definitions_ask_little_of_the_database(workspace, come_in, django_assert_max_num_queries):
    viewer = come_in("viewer")
    with django_assert_max_num_queries(15):
        viewer.get(f"/w/{workspace.slug}/definitions/customers/")
