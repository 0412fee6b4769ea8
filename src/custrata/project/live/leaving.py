"""Counts that leave a workspace: whatever is asked, they point at no few customers.

Every answer is that of a group put together of whole parts of the base. A rule cuts a part in two where both
pieces are large; then a few customers change sides, and nobody knows how many. So who knows of everybody in a
group but one does not learn of the one. A rule that would cut a part into a piece too small takes the part as
a whole, or leaves it, by chance: the more of it the rule holds, the likelier. The chance is drawn from who is
asked for, so that no part is drawn twice for the same people. The parts of a snapshot are the same for
everybody who asks, and are kept beside it. No two answers differ by fewer than a part.

What is left is that many questions, each of another half of one part, tell by their average on which side
one customer stands; ``BUDGET`` bounds how well. It is no differential privacy. Sums do not leave at all: one
large customer shows in a sum.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import ibis
import numpy as np
import numpy.typing as npt

from custrata.errors import CustrataError
from custrata.evidence.erasure import SMALL
from custrata.project.live.desk import Desk
from custrata.segments.rules.building import holds
from custrata.segments.rules.counting import Count
from custrata.segments.rules.listing import KEY
from custrata.segments.rules.rule import EVERYBODY, Rule, columns_of

FILE = "counted.sqlite3"
"""Where the parts are kept, beside the snapshots; of customers it holds hashes alone."""
SINGLE = (KEY, "parent_id")
"""Columns that name one customer: who may not see persons asks nothing about them."""
BUDGET = 20
"""Different questions that one person, with all programs, may ask of one snapshot: within them, who knows
everything of everybody but one thing of one customer guesses it right at most two times in three."""
LEAST = 2 * SMALL
"""What a part has at least; nobody knows by how much a part must be larger to be cut."""
_SPREAD = 6
_TREMBLE = 4.0
"""Scale of the number of customers who change sides in a cut."""
_KEPT = 12
"""Snapshots whose parts are remembered."""
_TOLD = 20_000
"""Questions of which the answer is remembered, so that the same question is answered alike."""

Marks = npt.NDArray[np.uint64]
Parts = npt.NDArray[np.int32]
Held = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


class TooFewError(CustrataError):
    """A group is too small for its number to leave."""


@dataclass(frozen=True)
class Cut:
    """A base in parts.

    Attributes:
        parts: Number of the part of each customer.
        marks: Secret number of each customer, from which all chance is drawn.
    """

    parts: Parts
    marks: Marks

    def asked(self, inside: Held) -> tuple[Held, Cut]:
        """The group that is answered for the one that is asked, and the parts as they are after it.

        Args:
            inside: Whether a rule holds, by customer.
        """
        size = int(self.parts.max(initial=-1)) + 1
        whole = np.bincount(self.parts, minlength=size)
        hit = np.bincount(self.parts[inside], minlength=size)
        members = _summed(self.parts, self.marks, size)
        drawn = _mixed(_summed(self.parts[inside], self.marks[inside], size)) ^ members
        least, turned = LEAST + (_mixed(members) % np.uint64(_SPREAD)).astype(np.int64), _turned(drawn)
        cut = (hit > 0) & (hit < whole) & (hit + turned >= least) & (whole - hit - turned >= least)
        taken = ~cut & (np.sin(np.pi * hit / (2 * np.maximum(whole, 1))) ** 2 > _even(drawn))
        mine = self._turning(inside, drawn, turned)
        answered = np.where(cut[self.parts], mine, taken[self.parts])
        new = np.full(size, -1, dtype=np.int32)
        new[cut] = size + np.arange(int(cut.sum()), dtype=np.int32)
        parts = np.where(cut[self.parts] & mine, new[self.parts], self.parts).astype(np.int32)
        return answered, Cut(parts, self.marks)

    def _turning(self, inside: Held, drawn: Marks, turned: Numbers) -> Held:
        """The group after some have changed sides, in each part as many as are drawn."""
        side = 2 * self.parts.astype(np.int64) + inside
        order = np.lexsort((_mixed(self.marks ^ drawn[self.parts]), side))
        rank = np.empty(len(side), dtype=np.int64)
        rank[order] = np.arange(len(side)) - np.searchsorted(side[order], side[order])
        more = turned[self.parts]
        return np.where(inside, rank >= -more, rank < more)


def uncut(marks: Marks) -> Cut:
    """A base of which nothing was asked yet.

    Args:
        marks: Secret number of each customer.
    """
    return Cut(np.zeros(len(marks), dtype=np.int32), marks)


def count_to_leave(desk: Desk, state: Path, rule: Rule) -> tuple[Count, Count]:
    """All customers, and those of a rule, as they may be told outside; sums are not.

    Args:
        desk: The customers.
        state: The folder of the snapshots.
        rule: The rule.

    Raises:
        TooFewError: The group is too small, or the rule names single customers.
    """
    named = sorted(set(columns_of(rule)) & set(SINGLE))
    if named:
        raise TooFewError(
            "a rule that names single customers is not counted outside",
            where=named[0],
            remedy="ask for what they have in common, or let an admin give the right to see persons",
        )
    with closing(sqlite3.connect(state / FILE, isolation_level=None, timeout=30)) as kept:
        marks, inside = _asked(desk, rule, _salt(kept))
        name, snapshot = _named(marks, inside), desk.manifest.fingerprint
        kept.execute("BEGIN IMMEDIATE")
        n = _told(kept, snapshot, name)
        if n is None:
            group, after = _read(kept, snapshot, marks).asked(inside)
            n = int(group.sum())
            # What is refused is remembered as well: asked again, it is not drawn again.
            _write(kept, snapshot, after)
            _tell(kept, snapshot, name, n)
        kept.execute("COMMIT")
    if n < SMALL:
        raise TooFewError(
            "too few customers to be counted outside, or none",
            where="rule",
            remedy="ask for a wider part",
        )
    return Count(len(marks), {}), Count(n, {})


def forget_gone(desk: Desk, state: Path) -> None:
    """Take the marks of customers who are erased out of what is kept; the others stay in their parts.

    Args:
        desk: The customers who are left.
        state: The folder of the snapshots.
    """
    if not (state / FILE).is_file():
        return
    with closing(sqlite3.connect(state / FILE, isolation_level=None, timeout=30)) as kept:
        # What is taken out is overwritten on the disk, too.
        kept.execute("PRAGMA secure_delete = ON")
        marks, _ = _asked(desk, EVERYBODY, _salt(kept))
        kept.execute("BEGIN IMMEDIATE")
        left = _read(kept, desk.manifest.fingerprint, marks)
        kept.execute("DELETE FROM pieces")
        _write(kept, desk.manifest.fingerprint, left)
        kept.execute("COMMIT")


def _asked(desk: Desk, rule: Rule, salt: str) -> tuple[Marks, Held]:
    """The mark of each customer, in order, and whether the rule holds."""
    customers = desk.customers
    asked = customers.select(
        mark=(ibis.literal(salt) + customers[KEY].cast("string")).hash(),
        inside=holds(rule, customers, desk.facts) if rule != EVERYBODY else ibis.literal(True),
    )
    found = desk.live.arrays(asked)
    marks = np.asarray(found["mark"]).astype(np.int64).view(np.uint64)
    order = np.argsort(marks, kind="stable")
    inside = np.ma.filled(np.ma.asarray(found["inside"]), False).astype(np.bool_)
    return marks[order], inside[order]


def _salt(kept: sqlite3.Connection) -> str:
    kept.execute("CREATE TABLE IF NOT EXISTS salt (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT)")
    kept.execute("CREATE TABLE IF NOT EXISTS pieces (snapshot TEXT PRIMARY KEY, marks BLOB, parts BLOB)")
    kept.execute(
        "CREATE TABLE IF NOT EXISTS answers "
        "(snapshot TEXT, asked TEXT, n INTEGER, PRIMARY KEY (snapshot, asked))"
    )
    for former in ("cut", "told"):  # whose parts were smaller
        kept.execute(f"DROP TABLE IF EXISTS {former}")
    kept.execute("INSERT OR IGNORE INTO salt VALUES (1, ?)", (secrets.token_hex(16),))
    return str(kept.execute("SELECT text FROM salt").fetchone()[0])


def _read(kept: sqlite3.Connection, snapshot: str, marks: Marks) -> Cut:
    row = kept.execute("SELECT marks, parts FROM pieces WHERE snapshot = ?", (snapshot,)).fetchone()
    if row is None:
        return uncut(marks)
    known: Marks = np.frombuffer(row[0], dtype=np.uint64)
    parts = np.frombuffer(row[1], dtype=np.int32)
    # Whoever was erased since is not there any more; those who are left stay in their parts.
    place = np.minimum(np.searchsorted(known, marks), len(known) - 1)
    return Cut(np.where(known[place] == marks, parts[place], 0).astype(np.int32), marks)


def _told(kept: sqlite3.Connection, snapshot: str, name: str) -> int | None:
    """What was answered when the same customers were asked for; None for never."""
    asked = "SELECT n FROM answers WHERE snapshot = ? AND asked = ?"
    row = kept.execute(asked, (snapshot, name)).fetchone()
    return None if row is None else int(row[0])


def _tell(kept: sqlite3.Connection, snapshot: str, name: str, n: int) -> None:
    kept.execute("INSERT INTO answers VALUES (?, ?, ?)", (snapshot, name, n))
    _keep_last(kept, "answers", _TOLD)


def _write(kept: sqlite3.Connection, snapshot: str, cut: Cut) -> None:
    row = (snapshot, cut.marks.tobytes(), cut.parts.tobytes())
    kept.execute("INSERT OR REPLACE INTO pieces VALUES (?, ?, ?)", row)
    _keep_last(kept, "pieces", _KEPT)


def _keep_last(kept: sqlite3.Connection, table: str, most: int) -> None:
    kept.execute(
        f"DELETE FROM {table} WHERE rowid NOT IN (SELECT rowid FROM {table} ORDER BY rowid DESC LIMIT ?)",
        (most,),
    )


def _named(marks: Marks, inside: Held) -> str:
    """Who is asked for, of whom: with somebody erased it is another question."""
    named = hashlib.blake2b(marks.tobytes(), digest_size=16)
    named.update(inside.tobytes())
    return named.hexdigest()


def _summed(parts: Parts, marks: Marks, size: int) -> Marks:
    """By part, one number of all who are in it."""
    found = np.zeros(size, dtype=np.uint64)
    np.add.at(found, parts, marks)
    return found


def _mixed(numbers: Marks) -> Marks:
    """Numbers of which none tells of another, by the finaliser of SplitMix64."""
    x = numbers + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


def _even(numbers: Marks) -> npt.NDArray[np.float64]:
    """Evenly between nought and one."""
    return (_mixed(numbers) >> np.uint64(11)).astype(np.float64) / 2**53


def _turned(numbers: Marks) -> Numbers:
    """How many change sides: as often one way as the other, seldom many."""
    even = _even(~numbers) - 0.5
    far = -_TREMBLE * np.log(np.maximum(1 - 2 * np.abs(even), 1e-12))
    turned: Numbers = np.rint(np.sign(even) * far).astype(np.int64)
    return turned
