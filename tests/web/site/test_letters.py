import pytest
from django.test import RequestFactory

from custrata.web.site.letters import holds_nul


@pytest.mark.parametrize("given", [{"q": "a\x00b"}, {"a\x00": "b"}])
def test_the_letter_nul_is_found_in_addresses_and_forms(given):
    assert holds_nul(RequestFactory().get("/", given))
    assert holds_nul(RequestFactory().post("/", given))


def test_other_letters_pass():
    assert not holds_nul(RequestFactory().get("/", {"q": "a\x01b\u202e"}))
    assert not holds_nul(RequestFactory().post("/", {"q": "a%00b"}))
    assert not holds_nul(RequestFactory().post("/", "{}", content_type="application/json"))


def test_a_form_with_nul_is_refused_in_words(workspace, come_in):
    browser = come_in("editor")
    home = f"/w/{workspace.slug}"

    answers = [
        browser.get(f"{home}/customers/", {"q": "a\x00"}),
        browser.get(f"{home}/customers/a%00b/"),
        browser.post(f"{home}/tasks/new/", {"title": "a\x00"}),
    ]

    assert [answer.status_code for answer in answers] == [400, 400, 400]
    assert all("letter NUL" in answer.content.decode() for answer in answers)
    assert browser.get(f"{home}/customers/", {"q": "a"}).status_code == 200
