import datetime as dt
from contextlib import suppress
from dataclasses import replace
from random import Random
from threading import Thread

import pytest
from tests.snapshots import every_company

from custrata.errors import DocumentError, SnapshotError
from custrata.keeping import new_lock
from custrata.project.place import locate
from custrata.project.project import Project
from custrata.project.showing.scene import LONG_AGO, Scene, scene
from custrata.strategy.blocks import WHOLE, pieces_of, value_of, with_block
from custrata.strategy.document import Document
from custrata.strategy.forms.plain import from_plain
from custrata.strategy.parts.part import Owner
from custrata.strategy.revision.content import sign, withdraw
from custrata.strategy.text.writing import to_plain

COMPANIES = [one.manifest.company for one in every_company()]
LINES = ["customer,date,amount", "a,2026-01-05,10", "b,2026-01-06,20", "a,2026-02-06,15"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "orders.csv").write_text("\n".join(LINES), encoding="utf-8")
    return tmp_path


def test_without_a_snapshot_there_is_no_scene(folder):
    with pytest.raises(SnapshotError):
        scene(locate(folder))


def test_a_scene_judges_the_saved_strategy_as_the_check_does(folder):
    project = Project(folder)
    project.build()
    seen = scene(locate(folder))
    assert seen.document.company
    assert {one.claim_id for one in seen.evidence} == {claim.id for claim in seen.document.claims()}
    assert seen.judged.keys() == {claim.id for claim in seen.document.claims()}
    assert seen.as_of == seen.snapshot.manifest.as_of
    assert seen.composition.slides[0].titles


def test_a_scene_looks_at_the_document_that_it_is_given(folder):
    Project(folder).build()
    mine = Document(schema_version=2, company="Ours")
    seen = scene(locate(folder), mine, example="SAMPLE")
    assert seen.given.document is mine
    assert seen.given.example == "SAMPLE"
    assert seen.evidence == ()


def test_the_first_build_has_nothing_to_be_held_against(folder):
    Project(folder).build()
    seen = scene(locate(folder))
    assert seen.earlier is None
    assert seen.delta is None


def test_a_sample_and_data_of_long_ago_are_counted_from_their_last_day(folder):
    Project(folder).build()
    seen = scene(locate(folder))
    end = seen.as_of
    soon, later = end + dt.timedelta(days=LONG_AGO), end + dt.timedelta(days=LONG_AGO + 1)
    assert seen.counted_from(soon) == soon, "a company of today"
    assert seen.counted_from(later) == end
    assert replace(seen, example="SAMPLE").counted_from(soon) == end


def leaves(value, path=()):
    """Paths of all single values of a block."""
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [one for at, inner in enumerate(value) for one in leaves(inner, (*path, at))]
    return [path]


def edited(value, path, dice):
    """A block with one of its values changed."""
    if not path:
        return {str: f"{value}, {dice.randrange(100)}% anew", bool: not value}.get(
            type(value), dice.randrange(9)
        )
    inner = edited(value[path[0]], path[1:], dice)
    if isinstance(value, dict):
        return value | {path[0]: inner}
    return [*value[: path[0]], inner, *value[path[0] + 1 :]]


def with_an_edit(document, address, dice):
    """The document with one value of a block changed; the block is gone where nothing in it may change."""
    value = value_of(document, address)
    paths = leaves(value)
    for path in dice.sample(paths, len(paths)):
        with suppress(DocumentError):
            return with_block(document, address, edited(value, path, dice))
    return document


def reckoned(scene):
    """All that pages look at of a scene."""
    return {
        "evidence": scene.evidence,
        "checked": scene.checked,
        "slides": scene.composition.slides,
        "story": scene.composition.story,
        "delta": scene.delta,
        "priorities": scene.priorities,
        "maturity": scene.assessment,
    }


def held_against_a_fresh_one(seen, document):
    """A scene of a document that takes over what it can; it is the same as one that takes over nothing."""
    taken = replace(seen, document=document, lock=new_lock())
    fresh = Scene(seen.place, seen.snapshot, from_plain(to_plain(document)), seen.example)
    ours, theirs = reckoned(taken), reckoned(fresh)
    assert [name for name in ours if ours[name] != theirs[name]] == []
    return taken


def test_what_is_taken_over_from_earlier_revisions_is_what_would_be_reckoned_anew(scene_at, whole):
    seen, dice = scene_at(document=whole), Random(5)
    reckoned(seen)
    for address in pieces_of(seen.document):
        seen = held_against_a_fresh_one(seen, with_an_edit(seen.document, address, dice))


@pytest.mark.soak
@pytest.mark.parametrize("company", sorted(COMPANIES))
def test_so_it_is_in_every_block_of_a_draft(scene_at, company):
    seen, dice = scene_at(company), Random(company)
    for address in pieces_of(seen.document):
        seen = held_against_a_fresh_one(seen, with_an_edit(seen.document, address, dice))


@pytest.mark.parametrize("seed", range(2))
def test_so_it_is_after_blocks_were_taken_out_moved_and_signed(scene_at, whole, seed):
    seen, dice = scene_at(document=whole), Random(seed)
    steps = [taken_out, turned, signed, owned, taken_out, unsigned, turned, taken_out]
    for step in steps:
        seen = held_against_a_fresh_one(seen, step(seen.document, dice))


def taken_out(document, dice):
    for address in dice.sample(sorted(pieces_of(document)), 20):
        with suppress(DocumentError):
            return with_block(document, address, None)
    return document


def turned(document, dice):
    lists = [n for n in Document.model_fields if isinstance(v := getattr(document, n), tuple) and len(v) > 1]
    field = dice.choice([name for name in lists if name not in WHOLE])
    return document.model_copy(update={field: tuple(reversed(getattr(document, field)))})


def signed(document, dice):
    for one in document.sign_offs:
        document = sign(document, one.function, "Somebody", dt.date(2026, 1, 1 + dice.randrange(20)))
    return document


def unsigned(document, dice):
    return withdraw(document, dice.choice(document.sign_offs).function) if document.sign_offs else document


def owned(document, dice):
    goal, *rest = document.goals
    return document.model_copy(
        update={"goals": (goal.model_copy(update={"owner": Owner(name="Kim")}), *rest)}
    )


def test_an_edit_of_a_goal_leaves_the_sheets_that_read_no_goals_the_very_same(scene_at):
    before = scene_at()
    address = f"goals[{before.document.goals[0].id}]"
    value = value_of(before.document, address) | {"portfolio_change": "The share of gold customers rises."}
    after = replace(before, document=with_block(before.document, address, value), lock=new_lock())
    kept = {id(slide) for slide in before.composition.slides}
    anew = {slide.row for slide in after.composition.slides if id(slide) not in kept}
    assert anew <= {"ranking", "maturity", "target"}
    assert after.evidence is before.evidence


def test_one_thread_reckons_while_the_others_wait(scene_at, monkeypatch):
    seen, asked = scene_at(), []
    monkeypatch.setattr("custrata.project.showing.scene.evaluate", lambda *given: asked.append(given) or ())
    threads = [Thread(target=reckoned, args=(seen,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(asked) == 1
