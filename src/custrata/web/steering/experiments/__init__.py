"""Experiments and assumptions: where they stand, and what puts them to the test."""
