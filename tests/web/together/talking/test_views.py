import pytest

from custrata.web.together.models import Comment
from custrata.web.together.talking.threads import say

HTMX = {"HTTP_HX_REQUEST": "true"}


def test_a_commenter_says_something_and_goes_back_to_what_it_is_about(workspace, come_in):
    client, at = come_in("commenter"), f"/w/{workspace.slug}"
    answer = client.post(f"{at}/talk/say/", {"address": "page:home", "text": "Why?"})
    assert (answer.status_code, answer["Location"]) == (302, f"{at}/")
    assert Comment.objects.get().text == "Why?"


def test_htmx_gets_the_part_alone(workspace, come_in):
    client = come_in("commenter")
    answer = client.post(f"/w/{workspace.slug}/talk/say/", {"address": "E01", "text": "Why?"}, **HTMX)
    html = answer.content.decode()
    assert "Why?" in html
    assert "<html" not in html


def test_what_was_typed_stays_where_it_is_refused(workspace, come_in):
    client = come_in("commenter")
    answer = client.post(f"/w/{workspace.slug}/talk/say/", {"address": "E01", "text": "x" * 5001})
    assert answer.status_code == 422
    assert "x" * 5001 in answer.content.decode()
    assert "5,001 letters" in answer.content.decode()


def test_a_viewer_reads_and_does_not_write(workspace, come_in, named):
    comment = say(workspace, named("Ann"), "E01", "Why?")
    client, at = come_in("viewer"), f"/w/{workspace.slug}/talk/"
    page = client.get(f"{at}?address=E01")
    assert "Why?" in page.content.decode()
    assert "say-form" not in page.content.decode()
    for path in ("say/", f"{comment.pk}/reword/", f"{comment.pk}/resolve/", f"{comment.pk}/take-back/"):
        assert client.post(f"{at}{path}", {"text": "No", "address": "E01"}).status_code == 403
    comment.refresh_from_db()
    assert (comment.text, comment.resolved_at) == ("Why?", None)


@pytest.mark.parametrize("path", ["reword", "take-back", "resolve", "reopen"])
def test_a_comment_of_the_neighbour_is_not_there(workspace, other_workspace, come_in, named, path):
    foreign = say(other_workspace, named("Bob", of=other_workspace), "E01", "Ours")
    client = come_in("admin")
    answer = client.post(f"/w/{workspace.slug}/talk/{foreign.pk}/{path}/", {"text": "Mine"})
    assert answer.status_code == 404
    foreign.refresh_from_db()
    assert (foreign.text, foreign.resolved_at) == ("Ours", None)


def test_one_cannot_take_back_what_another_wrote(workspace, come_in, named):
    comment = say(workspace, named("Ann"), "E01", "Why?")
    client = come_in("admin")
    assert client.post(f"/w/{workspace.slug}/talk/{comment.pk}/take-back/").status_code == 403
    comment.refresh_from_db()
    assert comment.text == "Why?"


def test_a_comment_is_changed_settled_and_opened_again(workspace, named, browser):
    ann = named("Ann", "commenter")
    comment, client = say(workspace, ann, "E01", "Why?"), browser(ann)
    at = f"/w/{workspace.slug}/talk/{comment.pk}/"
    assert "Why?" in client.get(f"{at}reword/").content.decode()
    client.post(f"{at}reword/", {"text": "Why not?"})
    client.post(f"{at}resolve/")
    comment.refresh_from_db()
    assert (comment.text, comment.resolved_by) == ("Why not?", ann)
    client.post(f"{at}reopen/")
    comment.refresh_from_db()
    assert comment.resolved_at is None


def test_names_for_completion_hold_no_addresses_of_mail(workspace, named, browser):
    named("Ann Lee", function="head of sales")
    answer = browser(named("Bob", "commenter")).get(f"/w/{workspace.slug}/talk/people/")
    assert {"name": "Ann Lee", "function": "head of sales"} in answer.json()["people"]
    assert "@example.org" not in answer.content.decode()


def test_who_is_alone_is_told_where_somebody_is_invited_and_is_not_offered_themselves(
    workspace, named, browser
):
    alone = browser(named("Ann Lee", "admin")).get(f"/w/{workspace.slug}/talk/people/").json()
    assert alone == {"people": [], "invite": f"/w/{workspace.slug}/settings/people/"}
    other = browser(named("Bob", "commenter")).get(f"/w/{workspace.slug}/talk/people/").json()
    assert other == {"people": [{"name": "Ann Lee", "function": ""}], "invite": ""}


def test_an_address_that_is_none_is_not_there(workspace, come_in):
    client = come_in("commenter")
    assert client.get(f"/w/{workspace.slug}/talk/?address=<b>").status_code == 404
    assert client.post(f"/w/{workspace.slug}/talk/say/", {"address": "<b>", "text": "x"}).status_code == 404
    assert Comment.objects.count() == 0
