"""An exception to a rule gives its reason on the spot."""

from __future__ import annotations

import io
import re
import tokenize

EXCUSE = re.compile(
    r"#\s*(type:\s*ignore(\[[\w,\s-]+\])?|noqa(:\s*[A-Z0-9,\s]+?)?|pragma:\s*\w[\w ]*|fmt:\s*(?:off|skip))"
)
PROMISE = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
WORDS = re.compile(r"[A-Za-z]{3,}")
FREE = {"fmt: skip", "fmt: off"}


def comments(text: str) -> list[tuple[int, str, str]]:
    """Line number, comment, and the code before it, of every comment."""
    return [
        (token.start[0], token.string, token.line[: token.start[1]])
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    ]


def unexcused(comment: str) -> bool:
    """Whether a comment switches a check off without saying why."""
    match = EXCUSE.search(comment)
    if not match or match.group(1).replace("  ", " ") in FREE:
        return False
    return not WORDS.search(comment[: match.start()] + comment[match.end() :])


def test_no_check_is_switched_off_without_a_reason(modules, test_modules):
    found = [
        f"{m.place}:{n}" for m in (*modules, *test_modules) for n, c, _ in comments(m.text) if unexcused(c)
    ]
    assert found == [], "\n".join(found)


def test_nothing_is_left_for_later(modules):
    assert [f"{m.place}:{n}" for m in modules for n, c, _ in comments(m.text) if PROMISE.search(c)] == []


def test_a_wide_except_says_why(modules):
    wide = re.compile(r"^\s*except(\s+\(?(Base)?Exception\b.*)?:\s*(#.*)?$")
    found = [
        f"{m.place}:{number}"
        for m in modules
        for number, line in enumerate(m.text.splitlines(), 1)
        if (match := wide.match(line)) and not match.group(3)
    ]
    assert found == [], "\n".join(found)


def test_nothing_raises_not_implemented(modules):
    assert [m.place for m in modules if "NotImplementedError" in m.text] == []


def test_the_rule_knows_a_reason_when_it_sees_one():
    assert unexcused("# type: ignore[arg-type]")
    assert not unexcused("# type: ignore[arg-type]  # the stub is older than the library")
    assert not unexcused("# an ordinary comment")
