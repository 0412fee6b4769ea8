from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing

import numpy as np
import pytest

from custrata.evidence.erasure import SMALL
from custrata.project.live.leaving import BUDGET, FILE, LEAST, TooFewError, count_to_leave, forget_gone, uncut
from custrata.segments.rules.reading import rule_of
from custrata.segments.rules.rule import EVERYBODY, Every, Text


@pytest.fixture
def state(tmp_path):
    """Where nothing was asked yet."""
    return tmp_path


def fresh(chance, customers):
    """A base of which nothing was asked yet, with secret marks."""
    return uncut(chance.integers(0, 2**63, customers).astype(np.uint64))


def revenue(name, number):
    return rule_of({"column": "revenue", name: number})


def told(desk, state, rule):
    """The number that leaves; None where it is refused, which chance may decide as well."""
    try:
        return count_to_leave(desk, state, rule)[1].n
    except TooFewError:
        return None


def test_everybody_is_told_exactly(desk, state, rows):
    everybody, counted = count_to_leave(desk, state, EVERYBODY)
    assert everybody == counted
    assert counted.n == len(rows)


def test_a_wide_group_is_told_to_within_a_few_customers():
    """Not to the customer: whoever knows of all of it but one would learn of the one."""
    off = []
    for seed in range(200):
        chance = np.random.default_rng(seed)
        asked = chance.random(400) < 0.4
        off.append(int(fresh(chance, 400).asked(asked)[0].sum()) - int(asked.sum()))
    assert abs(np.mean(off)) < 1.5, "neither too many nor too few on the whole"
    assert 3 < np.std(off) < 9


def test_no_sum_leaves(desk, state):
    everybody, counted = count_to_leave(desk, state, EVERYBODY)
    assert (dict(everybody.sums), dict(counted.sums)) == ({}, {})


def test_few_and_nobody_are_told_alike(desk, state, rows):
    most = max(row["revenue"] or 0 for row in rows)
    refusals = []
    for rule in (revenue("at_least", most), revenue("at_least", most + 1)):
        with pytest.raises(TooFewError) as refused:
            count_to_leave(desk, state, rule)
        refusals.append(str(refused.value))
    assert refusals[0] == refusals[1]


def test_a_rule_by_the_key_of_a_customer_is_not_counted(desk, state, rows):
    keys = Text(column="customer_id", is_=tuple(str(row["customer_id"]) for row in rows[:20]))
    for rule in (keys, Every(all=(keys, Text(column="tier", is_=("gold",))))):
        with pytest.raises(TooFewError):
            count_to_leave(desk, state, rule)


@pytest.mark.parametrize("seed", range(5))
def test_no_two_groups_that_are_told_differ_by_few(seed):
    """The attack: groups one within the other, each with a customer more, and what they differ by."""
    chance = np.random.default_rng(seed)
    values, cut, told = chance.permutation(400), fresh(chance, 400), []
    for bound in range(0, 400, 2):
        group, cut = cut.asked(values >= bound)
        told.append(group)
    assert len({group.tobytes() for group in told}) > 5, "something is told"
    for one, other in itertools.combinations(told, 2):
        assert (n := int((one ^ other).sum())) == 0 or n >= LEAST


def test_asked_again_in_whatever_order_a_rule_is_answered_alike(desk, state, rows):
    values = sorted(row["revenue"] or 0 for row in rows)
    rules = [EVERYBODY, *(revenue("at_least", values[at]) for at in (12, 15, 20, 22, 28))]
    first = [told(desk, state, rule) for rule in rules]
    again = [told(desk, state, rule) for rule in reversed(rules)]
    assert first == again[::-1]


def test_what_is_kept_names_nobody(desk, state, rows):
    count_to_leave(desk, state, EVERYBODY)
    held = (state / FILE).read_bytes()
    assert not [row for row in rows if str(row["customer_id"]).encode() in held]
    with closing(sqlite3.connect(state / FILE)) as kept:
        assert kept.execute("SELECT count(*) FROM pieces").fetchone() == (1,)


@pytest.mark.parametrize("seed", range(20))
def test_every_sum_and_difference_of_answers_is_about_eleven_or_nobody(seed):
    chance = np.random.default_rng(seed)
    cut, told = fresh(chance, 200), []
    for _ in range(40):
        group, cut = cut.asked(chance.random(200) < chance.random())
        told.append(group)
        sizes = np.bincount(cut.parts)
        assert sizes[sizes > 0].min() >= LEAST >= SMALL
    for one, other in itertools.combinations(told, 2):
        assert (n := int((one ^ other).sum())) == 0 or n >= LEAST
    # Whoever knows all answers tells customers apart no finer than by their parts.
    known = {tuple(bool(group[at]) for group in told) for at in range(200)}
    assert len(known) <= 200 // LEAST


def guessed(seed, customers, history, of_the_part):
    """The attack: who knows all of everybody but one thing of one customer, and the parts, asks till the end.

    Each question holds another choice of the customer's part, and the customer if the thing is true; what it
    makes likelier is added up. Whether the guess at the end is right.
    """
    chance = np.random.default_rng(seed)
    cut = fresh(chance, customers)
    for _ in range(history):
        _, cut = cut.asked(chance.random(customers) < chance.random())
    one, secret, likelier = int(chance.integers(customers)), bool(chance.random() < 0.5), 0.0
    for _ in range(BUDGET):
        part = cut.parts == cut.parts[one]
        size, others = int(part.sum()), np.flatnonzero(part & (np.arange(customers) != one))
        known = max(1, round(of_the_part * (size - 1)))
        asked = np.zeros(customers, dtype=bool)
        asked[chance.choice(others, known, replace=False)] = True
        asked[one] = secret
        group, cut = cut.asked(asked)
        got = int((group & part).sum())
        if 0 < got < size:
            likelier += (abs(got - known) - abs(got - known - 1)) / 4
        else:
            taken = [np.sin(np.pi * (known + more) / (2 * size)) ** 2 for more in (0, 1)]
            with_it, without = (taken[1], taken[0]) if got else (1 - taken[1], 1 - taken[0])
            likelier += np.log(with_it / without)
    return (likelier > 0) == secret


@pytest.mark.parametrize(
    ("customers", "history", "of_the_part"), [(400, 40, 0.5), (400, 40, 0.1), (60, 0, 0.5), (60, 10, 0.05)]
)
def test_within_the_budget_a_guess_is_right_at_most_two_times_in_three(customers, history, of_the_part):
    right = sum(guessed(seed, customers, history, of_the_part) for seed in range(120))
    # A guess by itself is right every second time; three of four would be three deviations above the bound.
    assert right <= 120 * (2 / 3) + 3 * np.sqrt(120) / 2
    assert right < 0.75 * 120


def test_a_group_whose_size_is_known_and_one_more_tell_little_of_the_one():
    """The attack: a reading tells how many are gold; asked is gold, and one customer who may have left."""
    right = 0
    for seed in range(400):
        chance = np.random.default_rng(seed)
        gold, secret = chance.random(300) < 0.4, bool(chance.random() < 0.5)
        one = int(np.flatnonzero(~gold)[0])
        known = int(gold.sum())
        gold[one] = secret
        told = int(fresh(chance, 300).asked(gold)[0].sum())
        guess = told > known if told != known else bool(chance.random() < 0.5)
        right += guess == secret
    assert right < 0.65 * 400, "an exact count told it always"


def test_a_question_and_the_same_with_one_more_differ_by_nobody_or_many():
    """The attack by trackers: what a group holds, and what it holds with one customer more."""
    for seed in range(60):
        chance = np.random.default_rng(seed)
        group = chance.random(300) < 0.4
        one = int(np.flatnonzero(~group)[0])
        first, cut = fresh(chance, 300).asked(group)
        second, _ = cut.asked(group | (np.arange(300) == one))
        differ = int((first ^ second).sum())
        assert differ == 0 or differ >= LEAST


def test_a_part_is_not_drawn_twice_for_the_same_people_whatever_else_is_asked():
    """The attack by averages: the same half of a part, with something else each time."""
    for seed in range(30):
        chance = np.random.default_rng(seed)
        cut = fresh(chance, 200)
        for _ in range(40):
            _, cut = cut.asked(chance.random(200) < chance.random())
        part = cut.parts == cut.parts[0]
        half, told = part & (chance.random(200) < 0.5), set()
        for _ in range(10):
            group, _ = cut.asked(half | (~part & (chance.random(200) < chance.random())))
            told.add(int((group & part).sum()))
        assert len(told) == 1


def test_what_was_refused_is_refused_again_and_not_drawn_anew(desk, state, rows):
    values = sorted(row["revenue"] or 0 for row in rows)
    for at in range(len(values)):
        assert len({told(desk, state, revenue("at_least", values[at])) for _ in range(6)}) == 1


def test_who_is_erased_leaves_no_mark_and_the_others_stay_in_their_parts(desk, state, rows):
    count_to_leave(desk, state, EVERYBODY)
    gone = np.uint64(2**63 + 12345)
    with closing(sqlite3.connect(state / FILE)) as kept, kept:
        name, marks, parts = kept.execute("SELECT snapshot, marks, parts FROM pieces").fetchone()
        known = np.frombuffer(marks, dtype=np.uint64)
        at = int(np.searchsorted(known, gone))
        more = np.insert(known, at, gone), np.insert(np.frombuffer(parts, dtype=np.int32), at, 0)
        kept.execute("UPDATE pieces SET marks = ?, parts = ?", [one.tobytes() for one in more])
        kept.execute("INSERT INTO pieces VALUES ('earlier', ?, ?)", [one.tobytes() for one in more])
    assert gone.tobytes() in (state / FILE).read_bytes()
    forget_gone(desk, state)
    assert gone.tobytes() not in (state / FILE).read_bytes()
    with closing(sqlite3.connect(state / FILE)) as kept:
        assert kept.execute("SELECT snapshot, marks, parts FROM pieces").fetchall() == [(name, marks, parts)]


def test_where_nothing_was_counted_nothing_is_kept(desk, state):
    forget_gone(desk, state)
    assert not (state / FILE).exists()
