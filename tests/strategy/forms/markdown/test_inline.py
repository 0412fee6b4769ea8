from __future__ import annotations

import json

import pytest
from markdown_it import MarkdownIt
from tests.documents import HARD

from custrata.strategy.forms.markdown.inline import coded, escaped, sentence, unescaped


@pytest.mark.parametrize("text", ["", *HARD])
def test_text_comes_back(text):
    assert unescaped(escaped(text)) == text
    assert unescaped(escaped(text, one_line=True)) == text
    assert "\n" not in escaped(text, one_line=True)


@pytest.mark.parametrize("text", HARD)
def test_no_text_begins_like_something_else(text):
    for line in escaped(text).split("\n"):
        assert not line.startswith(("#", "- ", "* ", "**", "<!--", " ", "\t", "`"))
        assert line


def test_plain_words_stay_as_they_are():
    text = "Customers of 2024 (new ones) spend 12% more, e.g. on first_order items - and stay."
    assert escaped(text) == text


def test_a_placeholder_is_a_link_that_shows_its_number():
    text = sentence("{n|customer|customers} [x] earn {share}", lambda match: f"<{match[1]}>")
    assert text == '[\\<n>](#n "customer|customers") \\[x\\] earn [\\<share>](#share)'
    seen = []

    def link(shown, name, forms):
        seen.append((shown, name, forms))
        return f"{{{name}}}" if forms is None else f"{{{name}|{forms}}}"

    assert unescaped(text, link) == "{n|customer|customers} [x] earn {share}"
    assert seen == [("<n>", "n", "customer|customers"), ("<share>", "share", None)]


def test_links_stay_where_nobody_asks_for_placeholders():
    assert unescaped("[41%](#share)") == "[41%](#share)"


def test_code_holds_any_text():
    text = coded({"`": "\x07\u2028_x0041_"})
    assert text.count("`") == 2
    assert json.loads(text.strip("`")) == {"`": "\x07\u2028_x0041_"}


def seen(text):
    """What a reader of rendered Markdown sees of one paragraph, and which kinds of piece it is made of."""
    (inline,) = [
        token for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text) if token.type == "inline"
    ]
    breaks = ("softbreak", "hardbreak")
    words = "".join("\n" if piece.type in breaks else piece.content for piece in inline.children)
    return words, {piece.type for piece in inline.children} - {"text", "text_special", *breaks}


UNSEEN = ("\x07", "\x85", "\ufffe")
"""Signs that no browser shows."""


@pytest.mark.parametrize("text", [text for text in HARD if not any(sign in text for sign in UNSEEN)])
@pytest.mark.parametrize("lead", ["**C.** ", "- **C:** "])
def test_who_reads_the_page_sees_the_text_as_it_is(text, lead):
    words, kinds = seen(lead + escaped(text))
    assert words.split(" ", 1)[1] == text
    assert kinds == {"strong_open", "strong_close"}
