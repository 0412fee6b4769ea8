"""What customers do in the product: counts a month, dated on its last day."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from custrata.sources.example import plan
from custrata.sources.example.accounts import Accounts, Calendar
from custrata.sources.example.columns import Ints, blank, instants, words
from custrata.sources.example.contracts import History

EVENTS = ("active_users", "work_order_closed", "checklist_done", "report_opened", "api_called")
"""Names of the counts: the first counts people, the others what they do with one feature each."""

_EACH = (0, 14, 9, 3, 60)
_FEATURE_OF_EVENT = ("", *plan.FEATURES)


def list_usage(rng: np.random.Generator, accounts: Accounts, history: History, calendar: Calendar) -> Any:
    """``product_events``: active users and counts of each feature in use, by account and month."""
    account, month, seats = (history.billed[name] for name in ("account", "month", "seats"))
    people = _users(rng, accounts, account, month, seats, calendar)
    adopted = rng.random((accounts.customers, len(plan.FEATURES))) < list(plan.FEATURES.values())
    rows, events, counts = [np.arange(len(account))], [np.zeros(len(account), np.int64)], [people]
    for i in range(len(plan.FEATURES)):
        users = np.flatnonzero(adopted[account, i])
        rows.append(users)
        events.append(np.full(len(users), i + 1, np.int64))
        counts.append(rng.poisson(people[users] * _EACH[i + 1]).astype(np.int64))
    row, event, count = np.concatenate(rows), np.concatenate(events), np.concatenate(counts)
    order = np.lexsort((event, account[row], month[row]))
    row, event, count = row[order], event[order], count[order]
    on = calendar.months[month[row] + 1] - np.timedelta64(1, "D")
    return pa.table(
        {
            "account_id": accounts.ids.take(pa.array(account[row])),
            "event_time": instants(on, np.full(len(row), 23 * 3600)),
            "event_name": words(EVENTS, event),
            "feature": blank(words(_FEATURE_OF_EVENT, event), event == 0),
            "count": count,
        }
    )


def _users(
    rng: np.random.Generator, accounts: Accounts, account: Ints, month: Ints, seats: Ints, calendar: Calendar
) -> Ints:
    """Active users: most seats, or where usage is low a few; rounded so that the two never meet."""
    (low, high), (least, most) = plan.USED_SEATS
    rarely = accounts.low_usage[account]
    share = np.where(rarely, rng.uniform(least, most, len(account)), rng.uniform(low, high, len(account)))
    wanted = seats * share * calendar.season(plan.USAGE_BY_MONTH)[month]
    users = np.where(rarely, np.maximum(1, np.floor(wanted)), np.ceil(wanted))
    return np.minimum(users, seats).astype(np.int64)
