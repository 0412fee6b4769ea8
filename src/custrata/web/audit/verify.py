"""Whether the log is whole: every entry as it was written, each after the one before."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from custrata.engine.snapshots import replace_text
from custrata.web.audit.models import Entry
from custrata.web.audit.record import BEGINNING, hash_of

_AT_ONCE = 2_000


@dataclass(frozen=True)
class Seal:
    """Up to where the log was whole, kept beside the database: an end that was cut off is seen by it.

    Attributes:
        entry: Number of the last entry; 0 for an empty log.
        hash: Its hash.
        at: When this was found.
    """

    entry: int
    hash: str
    at: datetime


@dataclass(frozen=True)
class Verdict:
    """What a walk through the log found.

    Attributes:
        checked: How many entries are whole, from the first on.
        last: Number of the last of them; 0 for none.
        broken: Number of the first entry that is not as it was written; None where all are.
        reason: What is wrong with it.
    """

    checked: int
    last: int
    broken: int | None = None
    reason: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing was changed or taken out."""
        return self.broken is None

    def __str__(self) -> str:
        if self.whole:
            return f"the log is whole: {self.checked:,} entries, verified up to entry {self.last}"
        return (
            f"the log is broken at entry {self.broken}: {self.reason}; {self.checked:,} before it are whole"
        )


def verify() -> Verdict:
    """Walk through the whole log; where it is whole, remember up to where."""
    seal, before, checked, last = sealed(), BEGINNING, 0, 0
    sealed_seen = seal is None or seal.entry == 0
    for entry in Entry.objects.order_by("pk").iterator(_AT_ONCE):
        wrong = _wrong(entry, before, seal)
        if wrong:
            return Verdict(checked, last, entry.pk, wrong)
        before, checked, last = entry.hash, checked + 1, entry.pk
        sealed_seen = sealed_seen or (seal is not None and seal.entry == last)
    if not sealed_seen and seal is not None:
        return Verdict(checked, last, seal.entry, "it was there when the log was verified before and is gone")
    _seal(Seal(last, before, timezone.now()))
    return Verdict(checked, last)


def sealed() -> Seal | None:
    """Up to where the log was whole when it was verified last; None when it never was."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
        return Seal(kept["entry"], kept["hash"], datetime.fromisoformat(kept["at"]))
    except (OSError, ValueError, KeyError):
        return None


def _wrong(entry: Entry, before: str, seal: Seal | None) -> str:
    if entry.previous != before:
        return "the entry before it was changed, taken out or put in later"
    if entry.hash != hash_of(entry):
        return "it was changed after it was written"
    if seal is not None and seal.entry == entry.pk and seal.hash != entry.hash:
        return "the log was written anew since it was verified"
    return ""


def _seal(seal: Seal) -> None:
    kept = {"entry": seal.entry, "hash": seal.hash, "at": seal.at.isoformat()}
    replace_text(_file(), json.dumps(kept) + "\n")


def _file() -> Path:
    return Path(settings.SITE_FOLDER) / "audit.seal"
