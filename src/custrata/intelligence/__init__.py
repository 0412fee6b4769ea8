"""What happened to customers, why, and where each of them stands."""
