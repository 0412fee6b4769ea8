"""The workspace in the browser: it shows snapshots and strategies and calls the library; it computes nothing."""
