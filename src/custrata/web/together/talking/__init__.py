"""Comments on whatever has an address."""
