"""Working papers: what teams keep at hand while they work with the strategy."""
