import pytest
from django.http import HttpResponse

from custrata.web.api.marks import marked, needed, unchanged, wanted
from custrata.web.api.problems import Refused


@pytest.mark.parametrize("shown", ['"7"', 'W/"7"', '"6", "7"', "*"])
def test_who_holds_this_version_is_sent_nothing(rf, shown):
    answer = unchanged(rf.get("/", headers={"If-None-Match": shown}), "7")
    assert answer.status_code == 304
    assert answer["ETag"] == '"7"'


@pytest.mark.parametrize("headers", [{}, {"If-None-Match": '"6"'}])
def test_who_holds_another_is_sent_all(rf, headers):
    assert unchanged(rf.get("/", headers=headers), "7") is None


def test_an_answer_wears_its_mark():
    answer = HttpResponse()
    marked(answer, "7")
    assert answer["ETag"] == '"7"'


def test_a_change_names_the_version_that_stands(rf):
    assert needed(rf.put("/", headers={"If-Match": '"7"'}), 7) == 7
    assert needed(rf.put("/", headers={"If-Match": "*"}), 7) == 7


def test_a_change_that_names_none_is_asked_to(rf):
    with pytest.raises(Refused) as refused:
        needed(rf.put("/"), 7)
    assert refused.value.status == 428


def test_a_change_over_another_version_is_refused_with_both_texts(rf):
    with pytest.raises(Refused) as refused:
        needed(rf.put("/", headers={"If-Match": '"6"'}), 7, theirs={"a": 1}, yours={"a": 2})
    assert refused.value.status == 412
    assert refused.value.more["number"] == 7
    assert refused.value.more["theirs"] == {"a": 1}


def test_two_versions_at_once_are_none(rf):
    with pytest.raises(Refused):
        wanted(rf.put("/", headers={"If-Match": '"6", "7"'}))
