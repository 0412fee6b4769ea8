"""How customers are won and widened: opportunities, campaigns, referrals, and what marketing spends."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from custrata.sources.example import plan, wording
from custrata.sources.example.accounts import Accounts, Calendar
from custrata.sources.example.columns import (
    Flags,
    Ints,
    blank,
    constant,
    ids,
    instants,
    money,
    rows_where,
    words,
    yes_no,
)
from custrata.sources.example.contracts import History, Membership, monthly_cents

_STAGES = ("Closed Won", "Closed Lost", "Discovery", "Proposal", "Negotiation")
_TYPES = ("New Business", "Expansion")
_EXPANSION = 1


def list_opportunities(
    rng: np.random.Generator, accounts: Accounts, history: History, calendar: Calendar, first: int
) -> Any:
    """``opportunities``: each contract and each growth won, what prospects did not buy, and what is open."""
    new, grown, lost, refused = _won(accounts), history.grown, _lost(rng, accounts), _refused(rng, history)
    account = np.concatenate([new, grown["account"], lost, refused["account"]])
    month = np.concatenate([accounts.signup[new], grown["month"], accounts.signup[lost], refused["month"]])
    rows, won = len(account), len(new) + len(grown["account"])
    kind = np.zeros(rows, np.int64)
    kind[len(new) : won] = _EXPANSION
    kind[won + len(lost) :] = _EXPANSION
    seats = np.concatenate(
        [accounts.seats[new], grown["seats"], accounts.seats[lost], np.full(len(refused["account"]), 5)]
    )
    closes = calendar.months[month] + accounts.day[account]
    is_won = np.arange(rows) < won
    closes = closes + np.where(is_won, 0, rng.integers(0, 60, rows))
    created = closes - rng.integers(14, 100, rows)
    made = rows_where(created <= calendar.end)
    open_still = ~is_won & (closes > calendar.end)
    stage = np.where(is_won, 0, np.where(open_still, rng.integers(2, 5, rows), 1))
    rival = rng.random(rows) < 0.4
    table = pa.table(
        {
            "Account ID": accounts.ids.take(pa.array(account)),
            "Opportunity Owner": words(wording.OWNERS, rng.integers(0, len(wording.OWNERS), rows)),
            "Type": words(_TYPES, kind),
            "Product Code": words(
                [f"PLAN-{name.upper()}" for name in plan.PLAN_PRICES], accounts.plan[account]
            ),
            "Stage": words(_STAGES, stage),
            "Amount": money(12 * monthly_cents(accounts, account, seats)),
            "Created Date": created,
            "Close Date": closes,
            "Loss Reason": blank(
                words(wording.LOSS_REASONS, rng.integers(0, len(wording.LOSS_REASONS), rows)), stage != 1
            ),
            "Competitor": blank(
                words(wording.COMPETITORS, rng.integers(0, len(wording.COMPETITORS), rows)), ~rival
            ),
        }
    ).take(pa.array(made))
    ordered = table.sort_by(
        [("Created Date", "ascending"), ("Account ID", "ascending"), ("Amount", "ascending")]
    )
    return ordered.add_column(0, "Opportunity ID", ids("OPP", first + np.arange(ordered.num_rows)))


def _won(accounts: Accounts) -> Ints:
    return np.arange(accounts.customers, dtype=np.int64)


def _lost(rng: np.random.Generator, accounts: Accounts) -> Ints:
    """Prospects who were asked once or twice and have not bought."""
    prospects = np.arange(accounts.customers, len(accounts.numbers), dtype=np.int64)
    return np.repeat(prospects, rng.integers(1, 3, len(prospects)))


def _refused(rng: np.random.Generator, history: History) -> dict[str, Ints]:
    """Offers of more seats that customers did not take."""
    rows = rows_where(rng.random(len(history.billed["account"])) < 0.012)
    return {name: history.billed[name][rows] for name in ("account", "month")}


def list_campaigns(calendar: Calendar) -> Any:
    """``campaigns``: the two campaigns, and whether members were drawn by chance."""
    begins = np.array([int(calendar.count * campaign.begins) for campaign in plan.CAMPAIGNS])
    ends = np.minimum(begins + plan.CAMPAIGN_MONTHS, calendar.count)
    return pa.table(
        {
            "Campaign ID": [campaign.campaign_id for campaign in plan.CAMPAIGNS],
            "Campaign Name": [campaign.name for campaign in plan.CAMPAIGNS],
            "Channel": [campaign.channel for campaign in plan.CAMPAIGNS],
            "Start Date": calendar.months[begins],
            "End Date": calendar.months[ends] - np.timedelta64(1, "D"),
            "Budget": money(np.array([900_000, 1_500_000])),
            "Randomised": yes_no(np.array([campaign.randomised for campaign in plan.CAMPAIGNS])),
        }
    )


def list_members(accounts: Accounts, history: History, calendar: Calendar) -> Any:
    """``campaign_members``: who was contacted, and for the test by chance also who was held back."""
    parts = [
        _members(accounts, campaign, membership, calendar)
        for campaign, membership in zip(plan.CAMPAIGNS, history.campaigns, strict=True)
    ]
    return pa.concat_tables(parts)


def _members(
    accounts: Accounts, campaign: plan.ExampleCampaign, membership: Membership, calendar: Calendar
) -> Any:
    listed: Flags = membership.treated | campaign.randomised
    account, treated = membership.eligible[listed], membership.treated[listed]
    rows = len(account)
    on = np.full(rows, calendar.months[membership.begins])
    return pa.table(
        {
            "Campaign ID": constant(campaign.campaign_id, rows),
            "Account ID": accounts.ids.take(pa.array(account)),
            "Member First Associated Date": instants(on, np.full(rows, 9 * 3600)),
            "Channel": constant(campaign.channel, rows),
            "Test Group": words(("Control", "Treated"), treated.astype(np.int64)),
            "Member Status": words(("Held back", "Sent"), treated.astype(np.int64)),
            "Cost": money(np.where(treated, campaign.contact_cost_cents, 0)),
        }
    )


def list_referrals(rng: np.random.Generator, accounts: Accounts, history: History, calendar: Calendar) -> Any:
    """``referrals``: whoever came by referral was sent by a customer of that time, mostly a content one."""
    came = rows_where(
        (accounts.channel == list(plan.CHANNELS).index("Referral"))
        & (np.arange(len(accounts.channel)) < accounts.customers)
    )
    content = ~(accounts.low_usage | accounts.slow_response)[: accounts.customers]
    sender = _senders(rng, history, content, accounts.signup[came])
    kept = sender >= 0
    came, sender = came[kept], sender[kept]
    on = calendar.months[accounts.signup[came]] + accounts.day[came]
    table = pa.table(
        {
            "Referring Account ID": accounts.ids.take(pa.array(sender)),
            "Referred Account ID": accounts.ids.take(pa.array(came)),
            "Referral Date": on - np.timedelta64(20, "D"),
        }
    )
    return table.sort_by([("Referral Date", "ascending"), ("Referred Account ID", "ascending")])


def _senders(rng: np.random.Generator, history: History, content: Flags, months: Ints) -> Ints:
    """Who sent the customers of these months; -1 where nobody was there yet."""
    account, month = history.billed["account"], history.billed["month"]
    likely = content[account] | (rng.random(len(account)) < 0.25)
    senders = np.full(len(months), -1, np.int64)
    for current in np.unique(months):
        pool, due = account[likely & (month == current - 2)], rows_where(months == current)
        if len(pool):
            senders[due] = rng.choice(pool, len(due))
    return senders


def list_spend(accounts: Accounts, calendar: Calendar) -> Any:
    """``marketing_spend``: by channel and month, what winning that month's customers cost, and a floor."""
    names = list(plan.CHANNELS)
    won = np.zeros((calendar.count, len(names)), np.int64)
    held = slice(accounts.customers)
    np.add.at(won, (accounts.signup[held], accounts.channel[held]), 1)
    paid = [name for name in names if name in plan.CHANNEL_COST_CENTS]
    cost = np.array([plan.CHANNEL_COST_CENTS[name] for name in paid])
    spent = won[:, [names.index(name) for name in paid]] * cost + 50_000
    return pa.table(
        {
            "Month": np.repeat(calendar.months[:-1], len(paid)),
            "Channel": paid * calendar.count,
            "Spend": money(spent.ravel()),
        }
    )
