"""Slides of the strategy itself: goal, promise, profile, journey, ranking, maturity, stakes."""
