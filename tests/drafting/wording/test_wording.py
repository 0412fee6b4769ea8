"""What holds of every sentence of every draft, whatever a model makes of it."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache

import pytest
from tests.drafting.drafted import maintainer
from tests.drafting.wording.statements import REAL
from tests.snapshots import bare, grocer, outfitter, phone_company, pipeline, shop_with_profit

from custrata.drafting.draft import draft
from custrata.drafting.wording.masking import mask
from custrata.drafting.wording.names import names_in
from custrata.drafting.wording.verify import verify
from custrata.strategy.parts.statement import Claim, Proposal
from custrata.strategy.wording.sentence import loose_digits, placeholders
from custrata.strategy.wording.spelling import spell

COMPANIES = (bare, grocer, outfitter, phone_company, pipeline, shop_with_profit, maintainer)
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)((?:\|[^{}|]*\|[^{}|]*)?)\}")


@cache
def told(company):
    """Statements of a company's draft, each with its text as a model sees it."""
    snapshot = company()
    names = names_in(snapshot)
    asked = [s for _, s in draft(snapshot).statements() if isinstance(s, Claim | Proposal)]
    return [(s, mask(s.text, names).text) for s in asked]


@cache
def every():
    """One of each sentence: most companies are told many things in the same words."""
    return list({text: (s, text) for company in COMPANIES for s, text in told(company)}.values())


def refused(statement, wording, masked):
    return not verify(statement, wording, masked=masked).stands


@pytest.mark.parametrize("company", COMPANIES, ids=lambda c: c.__name__)
def test_every_sentence_stands_as_it_is(company):
    bent = [s.text for s, text in told(company) if refused(s, text, text) or refused(s, s.text, "")]

    assert bent == []


@pytest.mark.parametrize("company", COMPANIES, ids=lambda c: c.__name__)
def test_every_sentence_stands_without_its_full_stop_and_with_its_numbers_typed(company):
    """The other way to the same end: not the shortcut for a text that is the same."""
    bent = [s.text for s, text in told(company) if refused(s, text.removesuffix("."), text)]
    typed = [s.model_copy(update={"text": text}) for s, text in told(company) if s.figures]
    bent += [s.text for s in typed if refused(s, s.said(), s.text)]

    assert bent == []


@pytest.mark.parametrize("seed", range(2))
def test_whatever_stands_keeps_its_figures_and_says_no_other_number(seed):
    dice, stood = random.Random(seed), 0
    for statement, text in every():
        words = text.split(" ")
        a, b = dice.randrange(len(words)), dice.randrange(len(words))
        words[a], words[b] = words[b], words[a]
        verdict = verify(statement, " ".join(words), masked=text)
        if verdict.stands:
            stood += 1
            assert Counter(placeholders(verdict.text)) == Counter(placeholders(text))
            today = {f.name: (f.value or 1) * 1.3 for f in statement.figures}
            said = statement.model_copy(update={"text": verdict.text}).said(today)
            spelled = [spell(today[f.name], f.unit) for f in statement.figures]
            for number in sorted(spelled, key=len, reverse=True):
                said = said.replace(number, "")
            assert Counter(loose_digits(said)) <= Counter(loose_digits(text))
    assert stood


@pytest.mark.parametrize("seed", range(2))
def test_another_number_is_refused(seed):
    dice = random.Random(seed)
    for statement, text in every():
        for match in PLACEHOLDER.finditer(text):
            other = dice.choice(("37.3%", "1,234", "$9.9m", "61.57", "−4.4%", "a third", "some", "twelve"))
            assert refused(statement, text[: match.start()] + other + text[match.end() :], text)


@pytest.mark.parametrize("seed", range(2))
def test_a_digit_anywhere_is_refused(seed):
    dice = random.Random(seed)
    for statement, text in every():
        for _ in range(3):
            at = dice.randrange(len(text) + 1)
            bent = text[:at] + str(dice.randrange(10)) + text[at:]
            assert refused(statement, bent, text), bent


def test_figures_that_change_places_are_refused():
    for statement in REAL.values():
        names = dict.fromkeys(placeholders(statement.text))
        for a in names:
            for b in list(names)[list(names).index(a) + 1 :]:
                turned = {a: b, b: a}
                bent = PLACEHOLDER.sub(
                    lambda m, turned=turned: f"{{{turned.get(m.group(1), m.group(1))}{m.group(2)}}}",
                    statement.text,
                )
                assert refused(statement, bent, statement.text), bent


def test_a_placeholder_left_out_doubled_or_glued_is_refused():
    for statement in REAL.values():
        for name in placeholders(statement.text):
            one = next(m.group() for m in PLACEHOLDER.finditer(statement.text) if m.group(1) == name)
            for other in (
                "",
                f"{one} {one}",
                f"{one}%",
                f"1{one}",
                f"{one}0",
                f"-{one}",
                f"{one}.5",
                f"€{one}",
            ):
                bent = statement.text.replace(one, other)
                assert refused(statement, bent, statement.text), bent


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u00ad", "\u0661", "\uff11", "\u0430", "\u2168", "\U0001f389", "\n", "*", '"']
)
def test_a_sign_that_no_sentence_holds_is_refused(sign):
    for statement in REAL.values():
        for bent in (f"{statement.text[:-1]}{sign}.", f"{sign}{statement.text}x"):
            assert refused(statement, bent, statement.text)


@pytest.mark.parametrize(
    "word",
    ["not", "only", "most", "twice", "unhappy", "never", "will", "because", "Contoso", "estimated", "nearly"],
)
def test_a_word_that_no_statement_holds_is_refused_anywhere(word):
    dice = random.Random(1)
    for statement in REAL.values():
        words = statement.text.split(" ")
        words.insert(dice.randrange(len(words) + 1), word)
        assert refused(statement, " ".join(words), statement.text), words
