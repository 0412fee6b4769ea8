"""Which words customers carry, to choose from; kept while the snapshot is held open."""

from __future__ import annotations

from threading import Lock
from weakref import WeakKeyDictionary

from custrata.engine.live import LiveTables
from custrata.project.live.desk import Desk
from custrata.segments.rules.fields import Kind
from custrata.segments.rules.listing import KEY
from custrata.segments.rules.profile import MOST_WORDS, mix_of, mix_query
from custrata.segments.rules.rule import EVERYBODY

_NO_CHOICE = frozenset({KEY, "parent_id", "name"})
_known: WeakKeyDictionary[LiveTables, dict[str, tuple[str, ...]]] = WeakKeyDictionary()
_lock = Lock()


def words_of(desk: Desk) -> dict[str, tuple[str, ...]]:
    """The words of each column of text that tells customers apart by a few words, most used first.

    Words that come once are names or keys: they are left out, and so are columns that name persons.

    Args:
        desk: The customers.
    """
    with _lock:
        found = _known.get(desk.live)
    if found is None:
        found = _asked(desk)
        with _lock:
            _known[desk.live] = found
    return found


def _asked(desk: Desk) -> dict[str, tuple[str, ...]]:
    columns = [
        name
        for name, field in desk.fields.items()
        if field.kind is Kind.TEXT and not field.personal and name not in _NO_CHOICE
    ]
    if not columns:
        return {}
    mix = mix_of(desk.live.rows(mix_query(EVERYBODY, columns, desk.customers, desk.facts)))
    found: dict[str, list[str]] = {}
    for one in mix:
        if one.word and (one.n > 1 or len(mix) <= MOST_WORDS):
            found.setdefault(one.dimension, []).append(one.word)
    return {name: tuple(words) for name, words in found.items()}
