"""Versions of a strategy: upgraded from older forms, compared, merged."""
