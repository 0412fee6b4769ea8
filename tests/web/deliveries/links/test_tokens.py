from __future__ import annotations

from custrata.web.deliveries.links.tokens import fresh_token, hash_of


def test_tokens_are_long_and_never_the_same():
    tokens = {fresh_token() for _ in range(50)}
    assert len(tokens) == 50
    assert min(len(t) for t in tokens) >= 43


def test_a_hash_tells_nothing_of_its_token():
    token = fresh_token()
    assert token not in hash_of(token)
    assert hash_of(token) == hash_of(token)
