"""The lifecycle: at which stage of the relationship each customer stands, and by which rule."""

from custrata.intelligence.lifecycle.rules import StageFrame, StageRule, stage_rules
from custrata.intelligence.lifecycle.stages import stages_query

__all__ = ["StageFrame", "StageRule", "stage_rules", "stages_query"]
