"""Tags of reading pages."""
