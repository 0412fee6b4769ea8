"""The workspace in the browser: it shows snapshots and strategies, and computes nothing itself."""
