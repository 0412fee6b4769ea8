from __future__ import annotations

import pytest

from custrata.errors import ContractError
from custrata.sources.mapping.strict import plain_yaml


@pytest.mark.parametrize(
    "text",
    ["a: &x 1\nb: *x\n", "a: !!python/object:os.system x\n", "a: !tag x\n", "a: &x [1]\n"],
)
def test_aliases_anchors_and_tags_are_refused_with_their_line(text: str) -> None:
    with pytest.raises(ContractError, match=r"mapping\.yaml, line 1"):
        plain_yaml(text)


@pytest.mark.parametrize("text", ["a: [1\n", "a: 1\na: 2\n", "a: b: c\n", "\t- x", "a: 'x\n", "\x00"])
def test_what_is_no_yaml_is_refused_without_a_traceback(text: str) -> None:
    with pytest.raises(ContractError, match=r"mapping\.yaml"):
        plain_yaml(text)


def test_deep_nesting_is_refused_without_a_traceback() -> None:
    with pytest.raises(ContractError):
        plain_yaml("[" * 20_000)


def test_every_scalar_is_text() -> None:
    assert plain_yaml("{a: no, b: 1, c: 2020-01-01, d: '*x'}") == {
        "a": "no",
        "b": "1",
        "c": "2020-01-01",
        "d": "*x",
    }
