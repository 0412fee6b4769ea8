"""The command palette: pages, things, definitions, and what can be done."""
