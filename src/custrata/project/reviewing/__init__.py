"""Reviews of a project: agenda, minutes, and why a number stands where it stands."""
