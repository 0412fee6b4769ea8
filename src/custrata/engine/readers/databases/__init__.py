"""Database files, with the keys that they declare."""
