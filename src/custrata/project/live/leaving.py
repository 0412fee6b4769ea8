"""Counts that leave a workspace: whatever is asked, and however often, they point at no few customers.

Every answer is that of a group put together of whole parts of the base, and each part holds at least eleven
customers. So no sum and no difference of any number of answers is about fewer than a part. A rule that would
cut a part into a piece too small takes the part as a whole, or leaves it: mostly whichever is nearer, by a
limit that is drawn for each question, as a fixed one would tell on which side of it a single customer stands.
The parts of a snapshot are the same for everybody who asks, and are kept beside it: two who lay their answers
together learn no more than one.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import numpy as np
import numpy.typing as npt

from custrata.errors import CustrataError
from custrata.evidence.erasure import SMALL
from custrata.project.live.desk import Desk
from custrata.segments.rules.building import holds
from custrata.segments.rules.counting import SUMMED, Count
from custrata.segments.rules.listing import KEY
from custrata.segments.rules.rule import EVERYBODY, Rule, columns_of

FILE = "counted.sqlite3"
"""Where the parts are kept, beside the snapshots; of customers it holds hashes alone."""
SINGLE = (KEY, "parent_id")
"""Columns that name one customer: who may not see persons asks nothing about them."""
_SPREAD = 6
"""Nobody knows at which size between 11 and 16 a part is cut, and so how many a piece of it has."""
_CHIEF = 0.5
"""A sum of which one customer brings more says what that one brings."""
_KEPT = 12
"""Snapshots whose parts are remembered."""
_TOLD = 200
"""Groups of which the answer is remembered, so that the same question is answered alike."""

Marks = npt.NDArray[np.uint64]
Parts = npt.NDArray[np.int32]
Held = npt.NDArray[np.bool_]


class TooFewError(CustrataError):
    """A group is too small for its number to leave."""


@dataclass(frozen=True)
class Cut:
    """A base in parts.

    Attributes:
        parts: Number of the part of each customer.
        least: By number of a part: what a piece of it has at least, before it is cut.
    """

    parts: Parts
    least: Parts

    def asked(self, inside: Held) -> tuple[Held, Cut]:
        """The group that is answered for the one that is asked, and the parts as they are after it.

        Args:
            inside: Whether a rule holds, by customer.
        """
        size = len(self.least)
        hit = np.bincount(self.parts[inside], minlength=size)
        out = np.bincount(self.parts, minlength=size) - hit
        cut = (hit >= self.least) & (out >= self.least)
        whole = ~cut & (hit > _limits(size) * (hit + out))
        answered = whole[self.parts] | (cut[self.parts] & inside)
        new = np.full(size, -1, dtype=np.int32)
        new[cut] = size + np.arange(int(cut.sum()), dtype=np.int32)
        parts = np.where(cut[self.parts] & inside, new[self.parts], self.parts).astype(np.int32)
        least = np.concatenate([self.least, _drawn(int(cut.sum()))])
        least[np.flatnonzero(cut)] = _drawn(int(cut.sum()))
        return answered, Cut(parts, least)


def uncut(customers: int) -> Cut:
    """A base of which nothing was asked yet.

    Args:
        customers: How many it has.
    """
    return Cut(np.zeros(customers, dtype=np.int32), _drawn(1))


def count_to_leave(desk: Desk, state: Path, rule: Rule) -> tuple[Count, Count]:
    """All customers, and about those of a rule, as they may be told outside.

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
        salt = _salt(kept)
        found = _columns(desk, rule, salt)
        kept.execute("BEGIN IMMEDIATE")
        group = _told(kept, desk.manifest.fingerprint, found)
        if group is None:
            before = _read(kept, desk.manifest.fingerprint, found["mark"])
            group, after = before.asked(found["inside"])
            # What is refused is remembered as well: asked again, it is not drawn again.
            _write(kept, desk.manifest.fingerprint, found["mark"], after)
            _tell(kept, desk.manifest.fingerprint, found, group)
        kept.execute("COMMIT")
    if group.sum() < SMALL:
        raise TooFewError(
            f"under {SMALL} customers, or none: too few to be counted",
            where="rule",
            remedy="ask for a wider part",
        )
    return _counted(found, np.ones(len(group), dtype=np.bool_)), _counted(found, group)


def _columns(desk: Desk, rule: Rule, salt: str) -> dict[str, Any]:
    customers = desk.customers
    summed = {name: customers[name].cast("float64") for name in SUMMED if name in customers.columns}
    asked = customers.select(
        mark=(ibis.literal(salt) + customers[KEY].cast("string")).hash(),
        inside=holds(rule, customers, desk.facts) if rule != EVERYBODY else ibis.literal(True),
        **summed,
    )
    found = desk.live.arrays(asked)
    marks = np.asarray(found["mark"]).astype(np.int64).view(np.uint64)
    order = np.argsort(marks, kind="stable")
    known: dict[str, Any] = {
        name: np.ma.filled(np.ma.asarray(found[name], dtype=float), np.nan)[order] for name in summed
    }
    inside = np.ma.filled(np.ma.asarray(found["inside"]), False).astype(np.bool_)
    return {"mark": marks[order], "inside": inside[order], **known}


def _counted(found: dict[str, Any], group: Held) -> Count:
    sums: dict[str, float | None] = {}
    for name in (name for name in SUMMED if name in found):
        values = found[name][group]
        values = np.abs(values[~np.isnan(values)])
        if len(values) >= SMALL and values.max() <= _CHIEF * values.sum():
            sums[name] = float(np.nansum(found[name][group]))
    return Count(int(group.sum()), sums)


def _salt(kept: sqlite3.Connection) -> str:
    kept.execute("CREATE TABLE IF NOT EXISTS salt (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT)")
    kept.execute(
        "CREATE TABLE IF NOT EXISTS cut (snapshot TEXT PRIMARY KEY, marks BLOB, parts BLOB, least BLOB)"
    )
    kept.execute(
        "CREATE TABLE IF NOT EXISTS told "
        "(snapshot TEXT, asked TEXT, answered BLOB, PRIMARY KEY (snapshot, asked))"
    )
    kept.execute("INSERT OR IGNORE INTO salt VALUES (1, ?)", (secrets.token_hex(16),))
    return str(kept.execute("SELECT text FROM salt").fetchone()[0])


def _read(kept: sqlite3.Connection, snapshot: str, marks: Marks) -> Cut:
    row = kept.execute("SELECT marks, parts, least FROM cut WHERE snapshot = ?", (snapshot,)).fetchone()
    if row is None:
        return uncut(len(marks))
    known: Marks = np.frombuffer(row[0], dtype=np.uint64)
    parts, least = np.frombuffer(row[1], dtype=np.int32), np.frombuffer(row[2], dtype=np.int32)
    # Whoever was erased since is not there any more; those who are left stay in their parts.
    place = np.minimum(np.searchsorted(known, marks), len(known) - 1)
    return Cut(np.where(known[place] == marks, parts[place], 0).astype(np.int32), least)


def _told(kept: sqlite3.Connection, snapshot: str, found: dict[str, Any]) -> Held | None:
    """The group that was answered when the same customers were asked for; None for never."""
    asked = "SELECT answered FROM told WHERE snapshot = ? AND asked = ?"
    row = kept.execute(asked, (snapshot, _named(found))).fetchone()
    return None if row is None else np.isin(found["mark"], np.frombuffer(row[0], dtype=np.uint64))


def _tell(kept: sqlite3.Connection, snapshot: str, found: dict[str, Any], group: Held) -> None:
    kept.execute(
        "INSERT INTO told VALUES (?, ?, ?)", (snapshot, _named(found), found["mark"][group].tobytes())
    )
    kept.execute(
        "DELETE FROM told WHERE rowid NOT IN (SELECT rowid FROM told ORDER BY rowid DESC LIMIT ?)", (_TOLD,)
    )


def _named(found: dict[str, Any]) -> str:
    return hashlib.blake2b(found["mark"][found["inside"]].tobytes(), digest_size=16).hexdigest()


def _write(kept: sqlite3.Connection, snapshot: str, marks: Marks, cut: Cut) -> None:
    row = (snapshot, marks.tobytes(), cut.parts.tobytes(), cut.least.tobytes())
    kept.execute("INSERT OR REPLACE INTO cut VALUES (?, ?, ?, ?)", row)
    kept.execute(
        "DELETE FROM cut WHERE rowid NOT IN (SELECT rowid FROM cut ORDER BY rowid DESC LIMIT ?)", (_KEPT,)
    )


def _limits(number: int) -> npt.NDArray[np.float64]:
    """From which share on parts are taken as a whole: between a quarter and three, drawn for one question."""
    drawn = np.frombuffer(secrets.token_bytes(2 * number), dtype=np.uint16)
    return 0.25 + 0.5 * drawn / 65_536


def _drawn(number: int) -> Parts:
    drawn = [SMALL + secrets.randbelow(_SPREAD) for _ in range(number)]
    return np.array(drawn, dtype=np.int32)
