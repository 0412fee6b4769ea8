"""The scorecard: measures with base, now, target and the way between."""
