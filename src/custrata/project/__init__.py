"""A project on disk: raw data, mapping, strategy, snapshots, and what can be done with them."""
