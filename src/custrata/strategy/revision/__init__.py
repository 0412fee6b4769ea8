"""Versions of a strategy: compared, merged."""
