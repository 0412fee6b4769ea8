import secrets

from django.contrib import messages
from django.contrib.messages.storage import default_storage
from django.http import HttpResponse
from django.test import RequestFactory

from custrata.web.accounts.cookies.messages import MessageStorage


def kept_in(cookies, session):
    asked = RequestFactory().get("/")
    asked.COOKIES, asked.session = cookies, session
    return default_storage(asked)


def test_a_message_is_kept_until_the_next_page_has_said_it():
    session, answer = {}, HttpResponse()
    first = kept_in({}, session)
    assert isinstance(first, MessageStorage)
    first.add(messages.SUCCESS, "The task is taken out.")
    first.update(answer)
    (cookie,) = answer.cookies.values()
    next_page = kept_in({cookie.key: cookie.value}, session)
    assert [str(one) for one in next_page] == ["The task is taken out."]
    gone = HttpResponse()
    next_page.update(gone)
    assert gone.cookies[cookie.key]["max-age"] == 0


def test_what_is_too_long_for_a_cookie_is_kept_in_the_session():
    session = {}
    first = kept_in({}, session)
    first.add(messages.INFO, secrets.token_hex(4000))
    answer = HttpResponse()
    first.update(answer)
    assert "_messages" in session
    (cookie,) = answer.cookies.values()
    assert len(list(kept_in({cookie.key: cookie.value}, session))) == 1
