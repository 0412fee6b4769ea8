"""One-pagers: what stands on each, made from the strategy and its evidence."""
