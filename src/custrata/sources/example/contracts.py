"""Month by month: who signs, stays, grows, shrinks, leaves and comes back, and what a campaign adds to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from custrata.sources.example import plan, wording
from custrata.sources.example.accounts import Accounts, Calendar
from custrata.sources.example.columns import Flags, Floats, Ints, blank, constant, ids, money, words

RUNNING = -1
"""The end of a spell that has not ended."""


@dataclass(frozen=True)
class Membership:
    """One campaign: who could take part, who did, and what each would have done either way.

    Attributes:
        eligible: Accounts that could take part.
        treated: Of those, who was contacted.
        with_it: Whether each would add seats within three months if contacted.
        without_it: Whether each would if not.
        begins: Month in which it begins.
    """

    eligible: Ints
    treated: Flags
    with_it: Flags
    without_it: Flags
    begins: int

    @property
    def effect(self) -> float:
        """The true mean effect on adding seats, over all who could take part."""
        return float(np.mean(self.with_it.astype(float) - self.without_it)) if len(self.eligible) else 0.0


@dataclass(frozen=True)
class History:
    """What happened, in columns.

    Attributes:
        spells: ``account, begins, ends, seats, reason``: months; ends is -1 while it runs.
        billed: ``account, month, seats``: one entry a month under contract.
        grown: ``account, month, seats``: seats added.
        risks: ``account, month, left``: one entry a month in which an account could leave.
        campaigns: One entry a campaign.
    """

    spells: dict[str, Ints]
    billed: dict[str, Ints]
    grown: dict[str, Ints]
    risks: dict[str, Ints]
    campaigns: tuple[Membership, ...]


def live(rng: np.random.Generator, accounts: Accounts, calendar: Calendar) -> History:
    """Let the months pass."""
    return _Life(rng, accounts, calendar).history()


class _Life:
    """The state of all accounts while the months pass."""

    def __init__(self, rng: np.random.Generator, accounts: Accounts, calendar: Calendar) -> None:
        n = accounts.customers
        self.rng, self.accounts, self.calendar = rng, accounts, calendar
        self.seats = accounts.seats[:n].copy()
        self.began = np.full(n, RUNNING, np.int64)
        self.left_in = np.full(n, RUNNING, np.int64)
        self.odds = _base_odds(accounts)
        self.expansion, self.contraction = (
            accounts.traits("expansion")[:n],
            accounts.traits("contraction")[:n],
        )
        self.log: dict[str, list[Ints]] = {name: [] for name in ("spells", "billed", "grown", "risks")}
        self.pushes: list[_Push] = []

    def history(self) -> History:
        for month in range(self.calendar.count):
            self._pass(month)
        self._close(np.flatnonzero(self.began >= 0), RUNNING, RUNNING)
        return History(
            spells=self._columns("spells", ("account", "begins", "ends", "seats", "reason")),
            billed=self._columns("billed", ("account", "month", "seats")),
            grown=self._columns("grown", ("account", "month", "seats")),
            risks=self._columns("risks", ("account", "month", "left")),
            campaigns=tuple(push.membership() for push in self.pushes),
        )

    def _pass(self, month: int) -> None:
        running = self.began >= 0
        self._leave(np.flatnonzero(running), month)
        staying = running & (self.began >= 0)
        self._begin_campaigns(np.flatnonzero(staying), month)
        self._resize(np.flatnonzero(staying), month)
        away = (self.left_in >= 0) & (self.left_in <= month - 2) & (self.began < 0)
        back = away & (self.rng.random(len(away)) < plan.WIN_BACK)
        new = self.accounts.signup[: len(running)] == month
        self.began[new | back] = month
        self._note("billed", np.flatnonzero(self.began >= 0), month)

    def _leave(self, held: Ints, month: int) -> None:
        odds = self.odds[held] * np.where(month - self.accounts.signup[held] <= 3, _FIRST_DAYS, 1.0)
        goes = self.rng.random(len(held)) < odds / (1 + odds)
        self.log["risks"].append(np.stack([held, np.full(len(held), month), goes.astype(np.int64)]))
        reasons = self.rng.integers(0, len(wording.END_REASONS), int(goes.sum()))
        self._close(held[goes], month, reasons)
        self.left_in[held[goes]] = month

    def _resize(self, held: Ints, month: int) -> None:
        natural = self.rng.random(len(held)) < self.expansion[held]
        pushed = np.zeros(len(self.seats), bool)
        for push in self.pushes:
            pushed |= push.observe(held, natural, month)
        up = natural | pushed[held]
        down = ~up & (self.rng.random(len(held)) < self.contraction[held]) & (self.seats[held] > 4)
        factor = np.where(up, self.rng.uniform(1.2, 1.6, len(held)), self.rng.uniform(0.55, 0.80, len(held)))
        wanted = np.maximum(3, np.rint(self.seats[held] * factor)).astype(np.int64)
        wanted = np.where(up, np.maximum(wanted, self.seats[held] + 1), wanted)
        moved = held[up | down]
        grown = wanted[up] - self.seats[held[up]]
        self._close(moved, month, RUNNING)
        self.seats[moved] = wanted[up | down]
        self.began[moved] = month
        self.log["grown"].append(np.stack([held[up], np.full(int(up.sum()), month), grown]))

    def _begin_campaigns(self, held: Ints, month: int) -> None:
        for campaign in plan.CAMPAIGNS:
            if month == int(self.calendar.count * campaign.begins):
                settled = held[self.accounts.signup[held] <= month - 2]
                self.pushes.append(_Push(self.rng, self.accounts, campaign, settled, month))

    def _close(self, which: Ints, month: int, reason: Ints | int) -> None:
        filled = np.broadcast_to(np.asarray(reason, np.int64), which.shape)
        ends = np.full(len(which), month, np.int64)
        self.log["spells"].append(np.stack([which, self.began[which], ends, self.seats[which], filled]))
        self.began[which] = RUNNING if month >= 0 else self.began[which]

    def _note(self, name: str, which: Ints, month: int) -> None:
        self.log[name].append(np.stack([which, np.full(len(which), month), self.seats[which]]))

    def _columns(self, name: str, columns: tuple[str, ...]) -> dict[str, Ints]:
        rows = np.concatenate(self.log[name], axis=1)
        order = np.lexsort((rows[1], rows[0]))
        return {column: rows[i][order] for i, column in enumerate(columns)}


_FIRST_DAYS = plan.CHURN_ODDS_RATIOS["first 90 days"]


def _base_odds(accounts: Accounts) -> Floats:
    base = accounts.traits("leaving")[: accounts.customers]
    odds = base / (1 - base)
    drivers = {
        "low seat usage": accounts.low_usage,
        "slow first response": accounts.slow_response,
        "won with a discount": accounts.discounted,
    }
    for name, flags in drivers.items():
        odds = np.where(flags[: accounts.customers], odds * plan.CHURN_ODDS_RATIOS[name], odds)
    return np.asarray(odds, np.float64)


class _Push:
    """One campaign while it runs."""

    def __init__(
        self,
        rng: np.random.Generator,
        accounts: Accounts,
        campaign: plan.ExampleCampaign,
        held: Ints,
        month: int,
    ) -> None:
        total = accounts.customers
        self.eligible, self.begins = held, month
        chance = 0.5 if campaign.randomised else _keenness(accounts)[held]
        self.treated = np.zeros(total, bool)
        self.treated[held] = rng.random(len(held)) < chance
        # Drawn for everyone who could take part: so the other outcome of each is known as well.
        acts = np.full(total, RUNNING, np.int64)
        moved = rng.random(len(held)) < campaign.push
        acts[held] = np.where(moved, month + rng.integers(0, plan.CAMPAIGN_MONTHS, len(held)), RUNNING)
        self.acts = acts
        self.with_it, self.without_it = np.zeros(total, bool), np.zeros(total, bool)

    def observe(self, held: Ints, natural: Flags, month: int) -> Flags:
        """Note both outcomes of the month; who adds seats because of the campaign is returned."""
        due = np.zeros(len(self.acts), bool)
        if month >= self.begins + plan.CAMPAIGN_MONTHS:
            return due
        due[held] = self.acts[held] == month
        self.without_it[held] |= natural
        self.with_it[held] |= natural | due[held]
        return np.asarray(due & self.treated, np.bool_)

    def membership(self) -> Membership:
        held = self.eligible
        return Membership(held, self.treated[held], self.with_it[held], self.without_it[held], self.begins)


def _keenness(accounts: Accounts) -> Floats:
    """Chance to be chosen by hand: those who use their seats and grow anyway."""
    n = accounts.customers
    keen = -0.10 + 20.0 * accounts.traits("expansion")[:n] + np.where(accounts.low_usage[:n], -0.12, 0.10)
    return np.asarray(np.clip(keen, 0.02, 0.90), np.float64)


def monthly_cents(accounts: Accounts, account: Ints, seats: Ints) -> Ints:
    """What these accounts pay a month for so many seats."""
    return np.asarray(
        seats * (accounts.seat_price_cents() + accounts.add_on_price_cents())[account], np.int64
    )


def list_subscriptions(accounts: Accounts, history: History, calendar: Calendar, first: int) -> Any:
    """``subscriptions``: one row a spell at one price."""
    spells = history.spells
    account, ended = spells["account"], spells["ends"] >= 0
    rows = len(account)
    begins = calendar.months[spells["begins"]] + accounts.day[account]
    ends = calendar.months[np.maximum(spells["ends"], 0)] + accounts.day[account]
    # A contract renews for a year at a time, on the day it began.
    years = (calendar.end - begins).astype(np.int64) // 365 + 1
    left = ended & (spells["reason"] >= 0)
    return pa.table(
        {
            "subscription_id": ids("SUB", first + np.arange(rows), 7),
            "account_id": accounts.ids.take(pa.array(account)),
            "plan": words(tuple(plan.PLAN_PRICES), accounts.plan[account]),
            "seats": spells["seats"],
            "mrr": money(monthly_cents(accounts, account, spells["seats"])),
            "currency": constant(plan.CURRENCY, rows),
            "start_date": begins,
            "end_date": blank(pa.array(ends), ~ended),
            "renewal_date": blank(pa.array(begins + 365 * years), ended),
            "cancellation_reason": blank(words(wording.END_REASONS, np.maximum(spells["reason"], 0)), ~left),
        }
    )
