from __future__ import annotations

import pytest

from custrata.delivery.kinds import kinds
from custrata.errors import DeliveryError, InputError
from custrata.web.deliveries.making.making import ask, make, write
from custrata.web.deliveries.models import Delivered, Progress
from custrata.web.strategies.staging import scene_of


@pytest.mark.parametrize(
    "kind", ["board", "scorecard", "page", "workbook", "markdown", "calendar", "executive"]
)
def test_a_file_is_made_of_what_stands_now(workspace, member, kind):
    made = ask(workspace, kind, {}, member("editor"))
    made.refresh_from_db()
    scene = scene_of(workspace)
    assert made.progress == Progress.DONE, made.said
    assert made.path.suffix == kinds()[kind].endings[0]
    assert made.path.stat().st_size == made.size > 0
    assert (made.snapshot, made.revision) == (scene.snapshot.manifest.fingerprint, scene.document.revision)


def test_options_reach_the_file(workspace, member):
    team = scene_of(workspace).document.sign_offs[0].function
    made = ask(workspace, "team", {"team": team, "paper": ""}, member("editor"))
    made.refresh_from_db()
    assert made.progress == Progress.DONE, made.said


def test_what_cannot_be_made_says_why_and_leaves_no_file(workspace, member, site):
    made = ask(workspace, "value-proposition", {"group": "nobody"}, member("editor"))
    made.refresh_from_db()
    assert made.progress == Progress.FAILED
    assert "the strategy has no group" in made.said
    assert not list((site / "deliveries").rglob("*.pdf"))


def test_unknown_kinds_and_a_team_deck_for_nobody_are_refused(workspace, member):
    with pytest.raises(DeliveryError):
        ask(workspace, "poem", {}, member("editor"))
    with pytest.raises(InputError, match="for which function"):
        ask(workspace, "team", {}, member("editor"))
    assert not Delivered.objects.exists()


def test_a_file_that_is_there_is_not_made_again(workspace):
    made = Delivered(workspace=workspace, kind="calendar", title="x", progress=Progress.DONE, file="here")
    assert make(made).file == "here"


def test_a_broken_template_is_refused_in_words(workspace, site):
    place = site / "broken.pptx"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"no zip")
    with pytest.raises(DeliveryError):
        write(scene_of(workspace), workspace, "board", {"template": "broken.pptx"})
    assert not list((site / "deliveries").rglob("*.pptx"))
