import datetime as dt

from custrata.web.strategies.models import Presence
from custrata.web.strategies.presence.here import RUNS_OUT, faces, seen

NOW = dt.datetime(2026, 11, 26, 12, 0, tzinfo=dt.UTC)


def test_who_is_here_stands_with_the_block_that_is_open(workspace, member):
    ann, bea = member("editor", email="ann@example.org"), member("editor", email="bea@example.org")
    seen(workspace, ann, "", NOW)
    seen(workspace, bea, "horizon", NOW)
    assert [(f.name, f.block, f.you) for f in faces(workspace, ann, NOW)] == [
        ("ann", "", True),
        ("bea", "horizon", False),
    ]


def test_a_sign_of_life_runs_out_by_itself(workspace, member):
    ann = member("editor")
    seen(workspace, ann, "horizon", NOW)
    assert faces(workspace, ann, NOW + RUNS_OUT + dt.timedelta(seconds=1)) == []


def test_what_ran_out_is_swept_and_the_neighbour_stays(workspace, other_workspace, member):
    ann, bea = member("editor"), member("editor")
    far = member("editor", of=other_workspace)
    seen(workspace, ann, "", NOW)
    seen(other_workspace, far, "", NOW)
    seen(workspace, bea, "", NOW + dt.timedelta(minutes=5))
    assert set(Presence.objects.values_list("user", flat=True)) == {bea.pk, far.pk}
