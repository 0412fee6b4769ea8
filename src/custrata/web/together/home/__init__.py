"""The home of a workspace."""
