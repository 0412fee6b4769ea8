from decimal import Decimal

from tests.snapshots import grocer

from custrata.project.accounts import account_lines, as_json
from custrata.project.building import BuildResult
from custrata.project.place import locate
from custrata.sources.account import SourceAccount

RESULT = BuildResult(grocer(), True, 1.25)


def test_the_json_of_a_build_has_the_keys_that_scripts_read():
    told = as_json(RESULT)
    promised = {"snapshot", "as_of", "fingerprint", "relationship", "rows", "tables", "caveats", "seconds"}
    assert promised <= told.keys()
    assert set(told["rows"]) == {"in", "loaded", "set_aside"}


def test_rows_in_are_rows_loaded_and_set_aside():
    rows = as_json(RESULT)["rows"]
    assert rows["in"] == rows["loaded"] + rows["set_aside"] > 0


def test_the_lines_say_every_source_every_caveat_and_the_next_step(tmp_path):
    told = "\n".join(account_lines(RESULT, locate(tmp_path)))
    manifest = RESULT.snapshot.manifest
    assert all(source.source in told for source in manifest.account.sources)
    assert all(caveat.text in told for caveat in manifest.caveats)
    assert "custrata draft" in told


def test_an_account_that_does_not_close_is_seen():
    assert SourceAccount("a", "transactions", 3, 2, 1, 0, Decimal(3), Decimal(2), Decimal(1)).closes
    assert not SourceAccount("a", "transactions", 3, 2, 0).closes
    assert not SourceAccount("a", "transactions", 3, 2, 1, 0, Decimal(3), Decimal(2), Decimal(2)).closes
