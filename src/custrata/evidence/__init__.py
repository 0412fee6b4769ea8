"""Evidence: how the claims of a strategy stand against the readings of a snapshot."""
