from __future__ import annotations

import gzip
import re

import pytest
from django.http import (
    FileResponse,
    HttpResponse,
    HttpResponseNotModified,
    JsonResponse,
    StreamingHttpResponse,
)
from django.test import RequestFactory

from custrata.web.site.door.packing import LEAST, PackingMiddleware, takes_packed

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


@pytest.mark.parametrize(
    ("said", "takes"),
    [
        ("gzip", True),
        ("br, gzip ; q=0.1", True),
        ("x-gzip", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, br", False),
        ("gzip;q=none", False),
        ("*", False),
        ("gzip;q=0, *;q=1", False),
        ("not-gzip", False),
        ("", False),
    ],
)
def test_who_refuses_gzip_or_does_not_name_it_gets_the_page_plain(said, takes):
    assert takes_packed(said) is takes
    answer = answered(HttpResponse(LONG), HTTP_ACCEPT_ENCODING=said)
    assert ("Content-Encoding" in answer) is takes
    assert "Accept-Encoding" in answer["Vary"], "a cache between keeps both apart"


def test_rows_that_stream_and_what_has_not_changed_go_out_as_they_come():
    rows = answered(StreamingHttpResponse(iter([LONG])), **TAKES)
    assert b"".join(rows.streaming_content).decode() == LONG
    same = answered(HttpResponseNotModified(), **TAKES)
    assert (same.content, "Content-Encoding" in same) == (b"", False)


def test_the_length_of_a_packed_page_and_the_token_in_it_differ_each_time(come_in):
    """The attack: a word is sent back in a page with a secret, and the length tells how alike they are."""
    client = come_in("admin")
    pages = [client.get("/w/tessel/settings/people/", **TAKES) for _ in range(6)]
    assert {page["Content-Encoding"] for page in pages} == {"gzip"}
    texts = [gzip.decompress(page.content).decode() for page in pages]
    tokens = [re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)[1] for text in texts]
    assert len(set(tokens)) == len(tokens)
    assert len({len(page.content) for page in pages}) > 1, "by chance, some bytes are added"
    assert client.cookies["csrftoken"].value not in "".join(texts), "only masked does it stand in a page"
