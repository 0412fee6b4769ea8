"""Agreement by function to a version, opened again by a later edit, and decisions recorded."""
