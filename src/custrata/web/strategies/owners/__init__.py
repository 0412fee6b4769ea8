"""Who takes a role wherever the strategy suggests it."""
