"""Experiments and responsibilities of the first draft."""
