"""Sessions of which the database keeps a hash, and the browser alone the key."""
