"""Ranks of goals and initiatives: scores, weights, what a point either way changes, what fits."""
