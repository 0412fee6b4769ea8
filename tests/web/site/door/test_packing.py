from __future__ import annotations

import gzip

import pytest
from django.http import FileResponse, HttpResponse, JsonResponse
from django.test import RequestFactory

from custrata.web.site.door.packing import LEAST, PackingMiddleware

TAKES = {"HTTP_ACCEPT_ENCODING": "br, gzip"}
LONG = "<p>word</p>" * LEAST


def answered(response, **asked):
    return PackingMiddleware(lambda request: response)(RequestFactory().get("/", **asked))


def test_a_long_page_goes_out_packed_and_is_the_same_page():
    answer = answered(HttpResponse(LONG), **TAKES)
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < len(LONG) / 10
    assert gzip.decompress(answer.content).decode() == LONG
    assert "Accept-Encoding" in answer["Vary"]


def test_a_browser_that_does_not_ask_gets_it_plain():
    assert answered(HttpResponse(LONG)).content.decode() == LONG


@pytest.mark.parametrize(
    "response",
    [HttpResponse("short"), JsonResponse({"long": LONG}), FileResponse(iter([b"PK" * LEAST]))],
    ids=["a short page", "an answer of the API", "a file"],
)
def test_what_gains_nothing_stays_as_it_is(response):
    assert "Content-Encoding" not in answered(response, **TAKES)
