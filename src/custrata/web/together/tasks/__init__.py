"""Tasks, and what else is made of a finding."""
