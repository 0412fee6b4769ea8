"""What the home of a workspace shows: what changed, what is broken, what is due, and the value at stake."""
