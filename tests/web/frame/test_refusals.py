import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from custrata.errors import DeliveryError, InputError, SnapshotError
from custrata.web.frame.refusals import RefusalMiddleware, failed, forbidden, forged, not_found, refused


@pytest.fixture
def middleware():
    return RefusalMiddleware(lambda request: None)


def test_a_page_that_is_not_there_keeps_the_frame_for_who_belongs(workspace, come_in):
    answer = come_in("viewer").get(f"/w/{workspace.slug}/nothing/")
    assert answer.status_code == 404
    assert 'class="rail"' in answer.content.decode()


def test_a_page_of_others_shows_no_frame_of_theirs(workspace, other_workspace, come_in):
    answer = come_in("viewer", of=other_workspace).get(f"/w/{workspace.slug}/nothing/")
    assert answer.status_code == 404
    assert 'class="rail"' not in answer.content.decode()
    assert workspace.name not in answer.content.decode()


def test_an_error_of_the_library_says_what_where_and_what_to_do(middleware, asking, get):
    error = InputError("the file is empty", where="orders.csv", how_many=3, remedy="export it again")
    answer = middleware.process_exception(get(asking().user), error)
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "orders.csv: The file is empty (3 in all)." in said
    assert "To do: export it again." in said


def test_a_part_is_refused_by_a_part(middleware, asking, get):
    request = get(asking().user, **{"HX-Request": "true"})
    answer = middleware.process_exception(request, DeliveryError("no room", remedy="make some"))
    assert answer["X-Refusal"] == "422"
    assert answer.content.decode().startswith('<div class="refusal" role="alert">')


def test_a_workspace_in_which_nothing_is_built_shows_where_to_begin(middleware, asking, get):
    answer = middleware.process_exception(get(asking().user), SnapshotError("there is no snapshot yet"))
    assert "Nothing is built yet" in answer.content.decode()
    assert answer.content.decode().count("btn first") == 1


def test_a_missing_right_is_named(middleware, asking, get):
    answer = middleware.process_exception(
        get(asking().user), PermissionDenied("this needs the right to edit")
    )
    assert answer.status_code == 403
    assert "This needs the right to edit" in answer.content.decode()


def test_a_fault_that_is_not_ours_to_say_is_left_alone(middleware, asking, get):
    assert middleware.process_exception(get(asking().user), ValueError("inside")) is None


def test_each_refusal_has_its_status(asking, get):
    request = get(asking().user)
    assert forbidden(request, PermissionDenied()).status_code == 403
    assert forged(request).status_code == 403
    assert not_found(request, Http404()).status_code == 404
    assert refused(request, 409, "Somebody was first", "it has changed", "", "look").status_code == 409


def test_a_fault_of_the_program_asks_nothing_of_the_database(asking, get, django_assert_num_queries):
    request = get(asking().user)
    with django_assert_num_queries(0):
        answer = failed(request)
    assert answer.status_code == 500
    assert "Something broke here" in answer.content.decode()


def test_what_went_wrong_is_never_run(middleware, asking, get):
    error = InputError("<script>alert(1)</script>", where="<b>.csv")
    assert "<script>alert" not in middleware.process_exception(get(asking().user), error).content.decode()


def test_who_asks_by_another_name_is_told_so_without_the_name(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/account/login/", HTTP_HOST="evil.example")
    said = answer.content.decode()
    assert answer.status_code == 400
    assert "CUSTRATA_HOSTS" in said
    assert "evil.example" not in said
    assert "CUSTRATA_HOSTS" not in client.get("/account/login/").content.decode()


def test_what_is_more_than_a_page_takes_is_refused_in_words(client, db):
    answer = client.post("/account/login/", {f"a{n}": "1" for n in range(2_000)})
    assert answer.status_code == 400
    assert "cannot be read, or is more" in answer.content.decode()
