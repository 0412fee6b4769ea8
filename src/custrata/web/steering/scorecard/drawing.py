"""The small drawings of a row: the way from base to target, and the line of earlier builds."""

from __future__ import annotations

from django.utils.safestring import SafeString

from custrata.project.steering.course import Standing
from custrata.web.frame.drawing.sparks import IN_ROW, spark, track

_LEFT, _RIGHT = -40.0, 125.0
"""Per cent of the way that a track shows; what lies beyond is drawn at its edge."""


def drawn(one: Standing) -> tuple[SafeString, SafeString]:
    """The track and the line of a row; nothing where there is no way to go, or only one build.

    Args:
        one: The row as it stands.
    """
    now = one.now.text if one.now else "not known"
    aim = one.target.text if one.target else "not set"
    words = f"now {now}, target {aim}: {one.course}"
    values = [point.value for point in one.history]
    line = spark(values, one.row.target, IN_ROW, words=f"{len(values)} builds, {words}")
    return _track(one, words), line if len(values) > 1 else SafeString("")


def _track(one: Standing, words: str) -> SafeString:
    way = one.way
    if way is None:
        return SafeString("")
    return track(
        words,
        _share(way.at),
        (None if way.low is None else _share(way.low), None if way.high is None else _share(way.high)),
        _share(100.0),
        ticks=(_share(0.0), _share(100.0)),
        wanted=_share(way.wanted) if way.wanted else None,
        colour=2 if way.backwards else 1,
    )


def _share(percent: float) -> float:
    return (percent - _LEFT) / (_RIGHT - _LEFT)
