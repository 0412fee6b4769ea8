"""Surveys: would customers recommend, and what do they need?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from custrata.sources.example import plan, wording
from custrata.sources.example.accounts import Accounts, Calendar
from custrata.sources.example.columns import Ints, blank, constant, ids, instants, words
from custrata.sources.example.contracts import History

_ASKED_EVERY = 6
_ANSWER_SHARE = 0.45
_NEEDS_SHARE = 0.40
_NEEDS_ASKED = 0.6
_LESS_FOR = (1.8, 1.3)
"""What low usage and slow answers take off the recommendation."""


@dataclass(frozen=True)
class Answers:
    """Answers to the recommendation question: account, month, rating from 0 to 10."""

    account: Ints
    month: Ints
    rating: Ints


def draw_answers(rng: np.random.Generator, accounts: Accounts, history: History) -> Answers:
    """Every sixth month, somewhat less than half of the customers answer."""
    account, month = history.billed["account"], history.billed["month"]
    asked = (month % _ASKED_EVERY == _ASKED_EVERY - 1) & (rng.random(len(account)) < _ANSWER_SHARE)
    account, month = account[asked], month[asked]
    usage, response = _LESS_FOR
    mean = accounts.traits("nps")[account] - usage * accounts.low_usage[account]
    mean = mean - response * accounts.slow_response[account]
    rating = np.clip(np.rint(rng.normal(mean, 1.6)), 0, 10).astype(np.int64)
    order = np.lexsort((account, month))
    return Answers(account[order], month[order], rating[order])


def list_answers(
    rng: np.random.Generator,
    accounts: Accounts,
    answers: Answers,
    contacts: Any,
    calendar: Calendar,
    first: int,
) -> Any:
    """``survey_nps``: one row an answer, some with a comment."""
    rows = len(answers.account)
    said = (wording.PRAISE, wording.INDIFFERENCE, wording.COMPLAINTS)
    kind = np.digitize(-answers.rating, (-8, -6))
    begins = np.cumsum([0, *(len(texts) for texts in said)])
    which = begins[kind] + rng.integers(0, 12, rows) % np.array([len(texts) for texts in said])[kind]
    comment = words([text for texts in said for text in texts], which)
    on = calendar.months[answers.month] + 27
    return pa.table(
        {
            "Response ID": ids("NPS", first + np.arange(rows)),
            "Submitted At": instants(on, rng.integers(8 * 3600, 17 * 3600, rows)),
            "Account ID": accounts.ids.take(pa.array(answers.account)),
            "Contact ID": contacts.take(pa.array(answers.account)),
            "NPS Score": answers.rating,
            "Comment": blank(comment, rng.random(rows) < 0.55),
        }
    )


def list_needs(
    rng: np.random.Generator, accounts: Accounts, history: History, calendar: Calendar, first: int
) -> Any:
    """``survey_needs``: how important each statement is (1 to 7), one row an answer to one statement."""
    month = int(calendar.count * _NEEDS_ASKED)
    held = history.billed["account"][history.billed["month"] == month]
    held = held[rng.random(len(held)) < _NEEDS_SHARE]
    means = np.array([segment.importance for segment in plan.SEGMENTS])[accounts.segment[held]]
    rating = np.clip(np.rint(rng.normal(means, 0.8)), 1, 7).astype(np.int64)
    count = len(plan.NEEDS)
    account = np.repeat(held, count)
    rows = len(account)
    question = words(plan.NEEDS, np.tile(np.arange(count), len(held)))
    return pa.table(
        {
            "Response ID": ids("NEED", first + np.arange(rows)),
            "Submitted At": instants(np.full(rows, calendar.months[month] + 27), np.full(rows, 12 * 3600)),
            "Account ID": accounts.ids.take(pa.array(account)),
            "Survey": constant("Needs survey", rows),
            "Question": pc.binary_join_element_wise("How important: ", question, ""),
            "Rating": rating.ravel(),
            "Scale Min": np.full(rows, 1),
            "Scale Max": np.full(rows, 7),
        }
    )
