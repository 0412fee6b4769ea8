from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing

import numpy as np
import pytest

from custrata.evidence.erasure import SMALL
from custrata.project.live.leaving import FILE, Cut, TooFewError, count_to_leave, uncut
from custrata.segments.rules.reading import rule_of
from custrata.segments.rules.rule import EVERYBODY, Every, Text


@pytest.fixture
def state(tmp_path):
    """Where nothing was asked yet."""
    return tmp_path


def revenue(name, number):
    return rule_of({"column": "revenue", name: number})


def test_everybody_is_told_exactly(desk, state, rows):
    everybody, counted = count_to_leave(desk, state, EVERYBODY)
    assert everybody == counted
    assert counted.n == len(rows)


def test_a_wide_group_is_told_to_the_customer(desk, state, rows):
    middle = sorted(row["revenue"] or 0 for row in rows)[len(rows) // 2]
    _, counted = count_to_leave(desk, state, revenue("at_least", middle))
    members = [row["revenue"] for row in rows if (row["revenue"] or 0) >= middle]
    assert counted.n == len(members)
    assert counted.sums["revenue"] == pytest.approx(sum(members))


def test_few_and_nobody_are_told_alike(desk, state, rows):
    most = max(row["revenue"] or 0 for row in rows)
    told = []
    for rule in (revenue("at_least", most), revenue("at_least", most + 1)):
        with pytest.raises(TooFewError) as refused:
            count_to_leave(desk, state, rule)
        told.append(str(refused.value))
    assert told[0] == told[1]


def test_a_rule_by_the_key_of_a_customer_is_not_counted(desk, state, rows):
    keys = Text(column="customer_id", is_=tuple(str(row["customer_id"]) for row in rows[:20]))
    for rule in (keys, Every(all=(keys, Text(column="tier", is_=("gold",))))):
        with pytest.raises(TooFewError):
            count_to_leave(desk, state, rule)


@pytest.mark.parametrize("bound", ["at_least", "at_most"])
def test_no_two_counts_single_a_customer_out(desk, state, rows, bound):
    """The attack: groups one within the other, each with a customer more, and what their counts differ by."""
    values, told = sorted(row["revenue"] or 0 for row in rows), set()
    for at in range(len(values)):
        try:
            told.add(count_to_leave(desk, state, revenue(bound, values[at]))[1].n)
        except TooFewError:
            continue
    assert len(told) > 1, "something is told"
    assert all(other - one >= SMALL for one, other in itertools.pairwise(sorted(told)))


def test_asked_again_in_whatever_order_a_rule_is_answered_alike(desk, state, rows):
    values = sorted(row["revenue"] or 0 for row in rows)
    rules = [revenue("at_least", values[at]) for at in (12, 15, 20, 22, 28)]
    first = [count_to_leave(desk, state, rule)[1] for rule in rules]
    again = [count_to_leave(desk, state, rule)[1] for rule in reversed(rules)]
    assert first == again[::-1]


def test_what_is_kept_names_nobody(desk, state, rows):
    count_to_leave(desk, state, EVERYBODY)
    held = (state / FILE).read_bytes()
    assert not [row for row in rows if str(row["customer_id"]).encode() in held]
    with closing(sqlite3.connect(state / FILE)) as kept:
        assert kept.execute("SELECT count(*) FROM cut").fetchone() == (1,)


@pytest.mark.parametrize("seed", range(20))
def test_every_sum_and_difference_of_answers_is_about_eleven_or_nobody(seed):
    chance = np.random.default_rng(seed)
    cut, told = uncut(200), []
    for _ in range(40):
        group, cut = cut.asked(chance.random(200) < chance.random())
        told.append(group)
        sizes = np.bincount(cut.parts)
        assert sizes[sizes > 0].min() >= SMALL
    for one, other in itertools.combinations(told, 2):
        assert (n := int((one ^ other).sum())) == 0 or n >= SMALL
    # Whoever knows all answers tells customers apart no finer than by their parts.
    known = {tuple(bool(group[at]) for group in told) for at in range(200)}
    assert len(known) <= 200 // SMALL


def test_whoever_knows_all_of_a_group_but_one_learns_nothing_of_the_one():
    """The attack on the limit itself: ten that are known, and one who may be the eleventh."""
    known = np.zeros(60, dtype=bool)
    known[:10] = True
    for with_one in (known, known | (np.arange(60) == 10)):
        refused = sum(
            not Cut(np.zeros(60, np.int32), np.array([least], np.int32)).asked(with_one)[0].any()
            for least in range(SMALL, SMALL + 6)
        )
        assert refused >= 5, "at most one of six limits, of which nobody knows which holds, gives it away"


def test_no_single_question_tells_of_who_stands_at_the_limit_of_a_part():
    """The attack: a limit creeps up until a part is taken; who stood there is asked for what nobody knows."""
    right = asked = 0
    for seed in range(12):
        chance = np.random.default_rng(seed)
        spent, secret, cut = chance.permutation(400), chance.random(400) < 0.5, uncut(400)
        for _ in range(100):
            _, cut = cut.asked(chance.random(400) < chance.random())
        before = 0
        for at in range(400):
            group, cut = cut.asked(spent <= at)
            now = int(group.sum())
            if now > before:
                guess, cut = cut.asked((spent < at) | ((spent == at) & secret))
                right += int((int(guess.sum()) == now) == secret[spent == at][0])
                asked += 1
            before = now
    assert asked > 100
    assert right < 0.7 * asked, "little better than a guess; a fixed limit told it always"


def test_what_was_refused_is_refused_again_and_not_drawn_anew(desk, state, rows):
    values = sorted(row["revenue"] or 0 for row in rows)
    for at in range(len(values)):
        told = set()
        for _ in range(6):
            try:
                told.add(count_to_leave(desk, state, revenue("at_least", values[at]))[1].n)
            except TooFewError:
                told.add(0)
        assert len(told) == 1
