from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest

from custrata.delivery.kinds import kinds
from custrata.project.showing.scene import Scene
from custrata.web.deliveries.making.views import newer
from custrata.web.deliveries.models import Delivered, Progress
from custrata.web.strategies.history.since import since
from custrata.web.strategies.saving import head_of, set_value, strategy_of
from custrata.web.strategies.signing.answering import Answer, give
from custrata.web.strategies.staging import scene_of


@pytest.fixture
def made(workspace, come_in, address):
    come_in("editor").post(address("deliver/make/"), {"kind": "calendar"})
    return Delivered.objects.get(workspace=workspace)


def test_every_kind_stands_on_the_page_with_what_it_holds(come_in, address):
    page = come_in("viewer").get(address("deliver/")).content.decode()
    assert len(kinds()) == 17
    assert all(f'id="k-{name}"' in page for name in kinds())
    assert "--team" not in page
    assert "--group" not in page
    assert "Make it" not in page, "who may only look makes nothing"


def test_a_button_is_called_first_what_stands_on_it(come_in, address):
    page = come_in("editor").get(address("deliver/")).content.decode()
    assert page.count(">Make it<") == page.count('aria-label="Make it: ') > 0


def test_a_file_is_made_downloaded_and_deleted(come_in, address, made, acts):
    viewer = come_in("viewer")
    answer = viewer.get(address(f"deliver/{made.pk}/"))
    assert b"".join(answer.streaming_content).startswith(b"BEGIN:VCALENDAR")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert acts()[-1] == "delivery.downloaded"
    assert viewer.post(address(f"deliver/{made.pk}/delete/")).status_code == 403
    assert made.path.is_file()
    editor = come_in("editor")
    editor.post(address("deliver/make/"), {"kind": "markdown"})
    other = Delivered.objects.exclude(pk=made.pk).get()
    editor.post(address(f"deliver/{made.pk}/delete/"))
    assert list(Delivered.objects.all()) == [other]
    assert other.path.is_file()
    assert acts()[-1] == "delivery.deleted"


@pytest.mark.django_db(transaction=True)
def test_the_file_goes_when_its_delivery_is_deleted(workspace, come_in, address):
    editor = come_in("editor")
    editor.post(address("deliver/make/"), {"kind": "calendar"})
    made = Delivered.objects.get()
    assert made.path.is_file()
    editor.post(address(f"deliver/{made.pk}/delete/"))
    assert not made.path.exists()


@pytest.mark.parametrize("role", ["viewer", "commenter"])
def test_who_may_not_edit_makes_nothing(come_in, address, role):
    assert come_in(role).post(address("deliver/make/"), {"kind": "calendar"}).status_code == 403
    assert not Delivered.objects.exists()


def test_a_file_made_in_full_is_refused_on_the_page_and_one_of_ones_own_is_not(come_in, address):
    analyst = come_in("analyst", persons=True)
    editor = come_in("editor")
    for client in (editor, analyst):
        client.post(address("deliver/make/"), {"kind": "calendar"})
    mine, whole = Delivered.objects.order_by("pk")
    page = editor.get(address("deliver/")).content.decode()
    assert address(f"deliver/{mine.pk}/") in page
    assert f'href="{address(f"deliver/{whole.pk}/")}"' not in page
    assert "made in full by somebody who may see persons" in page
    assert editor.get(address(f"deliver/{whole.pk}/")).status_code == 403
    for client, one in ((editor, mine), (analyst, mine), (analyst, whole)):
        assert b"".join(client.get(address(f"deliver/{one.pk}/")).streaming_content)
    assert "made in full" not in analyst.get(address("deliver/")).content.decode()


def test_files_of_another_company_are_not_there(come_in, other_workspace, made):
    stranger = come_in("admin", of=other_workspace)
    assert stranger.get(f"/w/{other_workspace.slug}/deliver/{made.pk}/").status_code == 404
    assert stranger.post(f"/w/{other_workspace.slug}/deliver/{made.pk}/delete/").status_code == 404
    assert made.path.is_file()


def test_a_file_that_is_gone_from_disk_is_not_found(come_in, address, made):
    made.path.unlink()
    assert come_in("viewer").get(address(f"deliver/{made.pk}/")).status_code == 404


def test_a_later_edit_is_said_beside_the_file(workspace, come_in, address, made):
    said = partial(newer, made, scene_of(workspace))
    assert said({}) == ""
    set_value(strategy_of(workspace), "horizon.months", "30", 1, None)
    assert said(since(strategy_of(workspace), [1])) == "a newer strategy"
    assert "a newer strategy" in come_in("viewer").get(address("deliver/")).content.decode()
    made.snapshot = "another"
    assert said(since(strategy_of(workspace), [1])) == "newer figures and a newer strategy"
    made.progress = Progress.FAILED
    assert said(since(strategy_of(workspace), [1])) == ""


def test_a_signature_makes_no_file_older(workspace, come_in, address, made, member):
    strategy = strategy_of(workspace)
    function = head_of(strategy).document.sign_offs[0].function
    give(strategy, Answer(function, "sign", "Ann"), 1, member("editor"), dt.date(2026, 11, 26))
    page = come_in("viewer").get(address("deliver/")).content.decode()
    assert "1 file delivered; none show what has changed since" in page
    assert "signed since" in page
    assert "newer strategy" not in page


def test_what_fails_stays_in_the_list_with_its_reason(come_in, address):
    editor = come_in("editor")
    editor.post(address("deliver/make/"), {"kind": "value-proposition", "group": "nobody"})
    assert "the strategy has no group" in editor.get(address("deliver/")).content.decode()


def test_the_page_asks_the_database_little_and_is_small(
    come_in, address, made, django_assert_max_num_queries
):
    viewer = come_in("editor")
    viewer.get(address("deliver/"))
    with django_assert_max_num_queries(25):
        answer = viewer.get(address("deliver/"))
    assert len(answer.content) < 300_000


def test_each_kind_asks_for_what_narrows_it_and_for_nothing_else(come_in, address):
    page = come_in("editor").get(address("deliver/")).content.decode()
    for name, kind in kinds().items():
        card = page.partition(f'id="k-{name}"')[2].partition("</section>")[0]
        asked = {option for option in ("group", "team", "against") if f'name="{option}"' in card}
        assert asked == ({kind.narrowed} - {""})


def test_the_headline_is_renewed_with_the_list_while_a_file_is_being_made(come_in, address, made):
    Delivered.objects.update(progress=Progress.WAITING)
    page = come_in("editor").get(address("deliver/")).content.decode()
    assert "Nothing has been delivered yet" in page
    assert 'hx-select="#made" hx-select-oob="#head"' in page
    assert page.count('id="head"') == 1
    Delivered.objects.update(progress=Progress.DONE)
    part = come_in("editor").get(address("deliver/"), headers={"HX-Request": "true"}).content.decode()
    assert "<h1>1 file delivered" in part
    assert "every 2s" not in part, "what is done is asked for no more"


def wrong(snapshot):
    """The same snapshot with every revenue a hundred times as large, so that claims do not hold."""
    readings = tuple(
        replace(r, value=r.value * 100) if r.measure == "revenue" and r.value else r
        for r in snapshot.readings
    )
    return replace(snapshot, readings=readings)


def test_errors_of_the_check_stand_above_what_can_be_made(workspace, come_in, address, monkeypatch):
    clean = come_in("viewer").get(address("deliver/")).content.decode()
    assert "The check calls" not in clean
    scene = scene_of(workspace)
    broken = Scene(scene.place, wrong(scene.snapshot), scene.document)
    monkeypatch.setattr("custrata.web.deliveries.making.views.scene_of", lambda _: broken)
    page = come_in("viewer").get(address("deliver/")).content.decode()
    assert "The check calls" in page
    assert "EV101 " in page


def test_a_delivery_says_which_errors_went_out_with_it(workspace, come_in, address, monkeypatch):
    scene = scene_of(workspace)
    broken = Scene(scene.place, wrong(scene.snapshot), scene.document)
    monkeypatch.setattr("custrata.web.deliveries.making.making.scene_of", lambda _: broken)
    come_in("editor").post(address("deliver/make/"), {"kind": "calendar"})
    made = Delivered.objects.get(workspace=workspace)
    assert made.progress == Progress.DONE
    assert made.said.startswith("The check calls ")
    assert made.said in come_in("viewer").get(address("deliver/")).content.decode()
