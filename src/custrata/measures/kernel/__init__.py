"""How a measure is described, planned into queries, and read."""
