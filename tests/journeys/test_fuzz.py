"""Damaged files: each is read, or named with the reason and the next step; nothing crashes."""

from __future__ import annotations

import gzip
import os
import random

import pytest

from custrata.engine.duckdb import DuckDBEngine

FILES = int(os.environ.get("CUSTRATA_FUZZ", "200"))
AT_ONCE = 50

HEAD = b"order_id,order_date,customer_id,amount,note\n"
ROWS = b"".join(
    b"%d,2024-0%d-1%d,K%d,%d.50,line %d\n" % (i, i % 9 + 1, i % 9, i % 7, i, i) for i in range(60)
)
SEEDS = {
    "csv": HEAD + ROWS,
    "tsv": (HEAD + ROWS).replace(b",", b"\t"),
    "txt": (HEAD + ROWS).replace(b",", b"  "),
    "csv.gz": gzip.compress(HEAD + ROWS, mtime=0),
    "jsonl": b"".join(
        b'{"order_id": %d, "customer_id": "K%d", "amount": %d.5}\n' % (i, i % 7, i) for i in range(60)
    ),
}
SPLINTERS = (
    *(b'"', b"'", b";", b",", b"\t", b"\0", b"\r", b"\n", b"\r\n", b"{", b"}", b"]", b"\\", b'""""'),
    *(b"\xff\xfe", b"\xef\xbb\xbf", b"\xe9", b"\x1a", "☃".encode(), "é".encode("utf-16")),
    *(b"NULL", b"1e999", b"9" * 400, b"=1+1"),
)


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with a few accidents: splinters, holes, repeats, a torn end."""
    for _ in range(chance.randint(1, 6)):
        place = chance.randint(0, len(content))
        length = min(chance.choice((1, 1, 2, 20, 300)), len(content) - place)
        piece = content[place : place + length]
        accident = chance.choice(("splinter", "splinter", "hole", "repeat", "tear", "noise"))
        if accident == "splinter":
            content = content[:place] + chance.choice(SPLINTERS) + content[place:]
        elif accident == "hole":
            content = content[:place] + content[place + length :]
        elif accident == "repeat":
            content = content[:place] + piece * 3 + content[place + length :]
        elif accident == "tear":
            content = content[:place]
        else:
            content = content[:place] + chance.randbytes(length) + content[place + length :]
    return content


@pytest.mark.rounds
@pytest.mark.parametrize("first", range(0, FILES, AT_ONCE))
def test_a_damaged_file_is_read_or_named(tmp_path, first):
    chance = random.Random(first)
    kinds = sorted(SEEDS)
    for number in range(first, first + AT_ONCE):
        kind = kinds[number % len(kinds)]
        (tmp_path / f"file{number}.{kind}").write_bytes(damaged(SEEDS[kind], chance))
    scratch = tmp_path / ".scratch"
    scratch.mkdir()
    engine = DuckDBEngine(scratch)
    try:
        found = engine.read(tmp_path)
    finally:
        engine.close()
    seen = {table.file for table in found.tables} | {unread.file for unread in found.unread}
    assert seen == {p.name for p in tmp_path.iterdir() if p.is_file()}
    assert all(unread.reason and unread.remedy for unread in found.unread)
    assert all(reject.line > 0 and reject.reason for table in found.tables for reject in table.rejected)
