import json

from django.test import RequestFactory

from custrata.web.strategies.answering import conflict_answer, conflicts_shown, wants_values
from custrata.web.strategies.saving import Conflict
from custrata.web.workspaces.asking import asking_of

CONFLICT = Conflict(4, {"horizon": {"months": 30}}, {"horizon": {"months": 18}}, {"horizon": "Ann"})


def asked(member, workspace, **headers):
    user = member("editor")
    request = RequestFactory().post("/", headers=headers)
    request.user, request.session = user, {}
    return request, asking_of(user, workspace.slug)


def test_a_program_gets_both_texts_as_values(member, workspace):
    request, asking = asked(member, workspace, accept="application/json")
    answer = conflict_answer(request, asking, CONFLICT)
    said = json.loads(answer.content)
    assert answer.status_code == 409
    assert (said["number"], said["theirs"]["horizon"], said["mine"]["horizon"]) == (
        4,
        {"months": 30},
        {"months": 18},
    )
    assert "<dialog" in said["dialog"]


def test_a_part_of_a_page_gets_a_dialog(member, workspace):
    request, asking = asked(member, workspace, **{"HX-Request": "true"})
    answer = conflict_answer(request, asking, CONFLICT)
    assert answer.status_code == 409
    assert answer.content.decode().lstrip().startswith("<dialog")


def test_a_view_lets_a_conflict_through_and_it_is_answered(member, workspace):
    @conflicts_shown
    def view(request, asking):
        raise CONFLICT

    request, asking = asked(member, workspace, accept="application/json")
    assert view(request, asking).status_code == 409


def test_a_browser_asks_for_no_values():
    assert not wants_values(RequestFactory().get("/", headers={"accept": "text/html,*/*"}))
