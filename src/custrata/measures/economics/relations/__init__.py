"""The relations that several chapters of the economics scan."""
