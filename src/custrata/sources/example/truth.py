"""The truth beside the tables: what was put in, and what must come out."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pyarrow as pa

from custrata.sources.example import plan, wording
from custrata.sources.example.accounts import Accounts, Calendar, Listing
from custrata.sources.example.columns import Days, Flags, Ints, money, words
from custrata.sources.example.contracts import History, monthly_cents
from custrata.sources.example.exports.billing import Lines
from custrata.sources.example.exports.costs import Drivers
from custrata.sources.example.exports.listening import Answers

_YEAR_DAYS = 365


def state_truth(
    accounts: Accounts,
    listing: Listing,
    history: History,
    lines: Lines,
    answers: Answers,
    drivers: Drivers,
    calendar: Calendar,
) -> dict[str, Any]:
    """Everything that can be checked, as plain values: money in whole cents, shares from 0 to 1."""
    return {
        "company": plan.COMPANY,
        "currency": plan.CURRENCY,
        "start": _day(calendar.months[0]),
        "as_of": _day(calendar.end),
        "segments": _segments(accounts, lines),
        "churn_odds_ratios": dict(plan.CHURN_ODDS_RATIOS),
        "campaigns": _campaigns(history),
        "unit_costs_cents": dict(plan.UNIT_COSTS_CENTS),
        "shared_cost_cents": plan.SHARED_COST_CENTS * calendar.count,
        "seasons": {
            "signups": list(plan.SIGNUPS_BY_MONTH),
            "tickets": list(plan.TICKETS_BY_MONTH),
            "usage": list(plan.USAGE_BY_MONTH),
        },
        "faults": _faults(accounts, listing),
        "figures": _figures(accounts, history, lines, answers, drivers, calendar),
    }


def _day(value: np.datetime64) -> str:
    return str(value.astype("datetime64[D]").astype(dt.date))


def _segments(accounts: Accounts, lines: Lines) -> list[dict[str, Any]]:
    held = accounts.segment[: accounts.customers]
    revenue = np.zeros(len(plan.SEGMENTS), np.int64)
    np.add.at(revenue, accounts.segment[lines.account], lines.amount)
    return [
        {
            "name": segment.name,
            "need": segment.need,
            "customers": int((held == i).sum()),
            "revenue_cents": int(revenue[i]),
            "monthly_churn": segment.leaving,
            "monthly_expansion": segment.expansion,
        }
        for i, segment in enumerate(plan.SEGMENTS)
    ]


def _campaigns(history: History) -> dict[str, dict[str, Any]]:
    return {
        campaign.campaign_id: {
            "randomised": campaign.randomised,
            "outcome": f"adds seats within {plan.CAMPAIGN_MONTHS} months",
            "eligible": len(membership.eligible),
            "treated": int(membership.treated.sum()),
            "effect": membership.effect,
        }
        for campaign, membership in zip(plan.CAMPAIGNS, history.campaigns, strict=True)
    }


def _faults(accounts: Accounts, listing: Listing) -> dict[str, Any]:
    ids = accounts.ids
    return {
        "accounts without owner": sorted(ids.take(pa.array(listing.unowned)).to_pylist()),
        "accounts with a country spelt otherwise": sorted(ids.take(pa.array(listing.misspelt)).to_pylist()),
        "spellings": dict(zip(wording.ODD_SPELLINGS, wording.COUNTRIES, strict=True)),
    }


def _figures(
    accounts: Accounts,
    history: History,
    lines: Lines,
    answers: Answers,
    drivers: Drivers,
    calendar: Calendar,
) -> dict[str, Any]:
    opening_day = calendar.end - np.timedelta64(_YEAR_DAYS, "D")
    opening = _running_cents(accounts, history, calendar, opening_day)
    closing = _running_cents(accounts, history, calendar, calendar.end)
    held = opening > 0
    rated = answers.rating
    return {
        "customers": accounts.customers,
        "prospects": len(accounts.numbers) - accounts.customers,
        "customers_under_contract": int((closing > 0).sum()),
        "mrr_cents": int(closing.sum()),
        "opening_mrr_cents": int(opening.sum()),
        "net_revenue_retention": _share(closing[held].sum(), opening.sum()),
        "gross_revenue_retention": _share(np.minimum(opening, closing).sum(), opening.sum()),
        "logo_retention": _share((held & (closing > 0)).sum(), held.sum()),
        "revenue_cents": int(lines.amount.sum()),
        "refunds_cents": int(-lines.amount[lines.given_back].sum()),
        "cost_to_serve_cents": int(drivers.cents().sum()),
        "nps": 100 * _share((rated >= 9).sum() - (rated <= 6).sum(), len(rated)),
        "nps_answers": len(rated),
    }


def _share(part: Any, whole: Any) -> float:
    return float(part) / float(whole) if whole else float("nan")


def _running_cents(accounts: Accounts, history: History, calendar: Calendar, day: np.datetime64) -> Ints:
    """What each customer pays a month on a day: spells that began by then and end later, or not at all."""
    spells = history.spells
    account = spells["account"]
    begins: Days = calendar.months[spells["begins"]] + accounts.day[account]
    ends: Days = calendar.months[spells["ends"]] + accounts.day[account]
    runs: Flags = (begins <= day) & ((spells["ends"] < 0) | (ends > day))
    total = np.zeros(accounts.customers, np.int64)
    np.add.at(total, account[runs], monthly_cents(accounts, account, spells["seats"])[runs])
    return total


def list_true_accounts(accounts: Accounts, listing: Listing, drivers: Drivers) -> Any:
    """What is true of each customer: its segment, its drivers, its cost to serve; sorted by id."""
    n = accounts.customers
    table = pa.table(
        {
            "account_id": accounts.ids[:n],
            "segment": words([segment.name for segment in plan.SEGMENTS], accounts.segment[:n]),
            "low_seat_usage": accounts.low_usage[:n],
            "slow_first_response": accounts.slow_response[:n],
            "won_with_a_discount": accounts.discounted[:n],
            "true_country": words(wording.COUNTRIES, listing.countries[:n]),
            "support_minutes": drivers.minutes,
            "hosted_seat_months": drivers.seat_months,
            "onboarding_sessions": drivers.sessions,
            "cost_to_serve": money(drivers.cents()),
        }
    )
    return table.sort_by("account_id")


def list_true_risks(accounts: Accounts, history: History) -> Any:
    """One row a month in which a customer could leave, and whether it did."""
    risks = history.risks
    return pa.table(
        {
            "account_id": accounts.ids.take(pa.array(risks["account"])),
            "month": risks["month"],
            "months_since_signup": risks["month"] - accounts.signup[risks["account"]],
            "left": risks["left"].astype(bool),
        }
    )
