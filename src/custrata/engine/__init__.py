"""Engines: where queries run and bytes are read and written."""
