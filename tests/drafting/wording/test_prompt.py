from __future__ import annotations

import json

import pytest

from custrata.drafting.wording.prompt import answers, messages


def test_the_sentences_are_asked_by_id():
    asked = messages({"E01": "Gold earns {share}."})

    assert json.loads(asked[-1]["content"]) == {"E01": "Gold earns {share}."}


@pytest.mark.parametrize("reply", ["", "no", "{", "[1]", '{"E01": 3}', '{"E02": "x"}', "{" * 100_000 + "}"])
def test_whatever_is_no_sentence_that_was_asked_is_left_out(reply):
    assert answers(reply, ["E01"]) == {}


def test_words_around_the_object_do_not_matter():
    assert answers('```json\n{"E01": "x", "E09": "y"}\n```', ["E01"]) == {"E01": "x"}
