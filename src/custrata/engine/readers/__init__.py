"""Bytes of a folder become raw relations in DuckDB."""
