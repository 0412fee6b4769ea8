"""Selections of the same slides for other readers: executive, team, what moved."""
