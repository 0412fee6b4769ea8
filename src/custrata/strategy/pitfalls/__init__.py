"""Mistakes that strategies make, one a module; each finding names the place, the reason and the mend."""
