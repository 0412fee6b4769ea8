"""Which customers get which intent, so that a target is reached at the lowest cost."""
