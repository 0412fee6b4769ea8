from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import RequestFactory

from custrata.web.site.door.proxies import ProxyMiddleware, networks, who_asks

PROXY = networks(["127.0.0.1", "10.0.0.0/8"])


@pytest.mark.parametrize(
    ("peer", "claimed", "asks"),
    [
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "203.0.113.9, 10.1.2.3", "203.0.113.9"),
        ("198.51.100.7", "203.0.113.9", "198.51.100.7"),
        ("127.0.0.1", "not an address", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.9, <script>", "127.0.0.1"),
        ("127.0.0.1", "2001:db8::1", "2001:db8::1"),
        ("", "203.0.113.9", ""),
    ],
)
def test_only_what_a_proxy_of_ours_wrote_is_believed(peer, claimed, asks):
    assert who_asks(peer, claimed, PROXY) == asks


def test_a_network_that_is_none_is_refused_at_the_start():
    with pytest.raises(ImproperlyConfigured, match="CUSTRATA_PROXIES"):
        networks(["the proxy"])


def seen_by(settings, proxies: list[str], **sent: str) -> str:
    settings.PROXIES = proxies
    seen = []

    def view(request):
        seen.append(request.META["REMOTE_ADDR"])
        return HttpResponse()

    ProxyMiddleware(view)(RequestFactory().get("/", **sent))
    return seen[0]


def test_everything_behind_it_sees_who_really_asks(settings):
    sent = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}
    assert seen_by(settings, ["127.0.0.1"], **sent) == "203.0.113.9"
    assert seen_by(settings, [], **sent) == "127.0.0.1", "without a proxy nobody is believed"
    assert seen_by(settings, ["127.0.0.1"], REMOTE_ADDR="127.0.0.1") == "127.0.0.1"
