"""What the reading pages tell of a scene: groups, stages, insights, voices, and what is still to come."""
