"""Maximum likelihood: sums over blocks of rows, Newton's method, and the doubt of a fitted model."""

from custrata.intelligence.likelihood.blocks import block_sums
from custrata.intelligence.likelihood.fitted import FittedModel, facts_of
from custrata.intelligence.likelihood.newton import Curve, Maximum, maximise

__all__ = ["Curve", "FittedModel", "Maximum", "block_sums", "facts_of", "maximise"]
