"""People who use the site, and how they come in."""
