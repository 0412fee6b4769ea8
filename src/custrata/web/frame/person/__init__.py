"""How a person likes the workspace: theme, density, single keys."""
